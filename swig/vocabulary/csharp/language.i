/* HOW a C library crosses to C#. Native code never throws: it returns a value, and the generated C# turns that into an
   exception; what remains is one blittable P/Invoke per function, once the build has turned SWIG's own helpers off. */

%rename("%(camelcase)s", %$isfunction) "";

%include "memory.i"

%pragma(csharp) moduleimports="#nullable enable
using global::System;
using global::System.Diagnostics;
using global::System.Runtime.CompilerServices;
using global::System.Runtime.InteropServices;
"
%pragma(csharp) moduleclassmodifiers="/// <summary>The functions of a C library.</summary>
/// <remarks>Where a span is taken, a null array counts as an empty one.</remarks>
public static unsafe class"
%pragma(csharp) imclassimports="#nullable enable
using global::System;
using global::System.Buffers;
using global::System.Collections.Generic;
using global::System.Diagnostics;
using global::System.Diagnostics.CodeAnalysis;
using global::System.Runtime.CompilerServices;
using global::System.Runtime.ExceptionServices;
using global::System.Runtime.InteropServices;
using global::System.Text;
"
%pragma(csharp) imclassclassmodifiers="internal static unsafe class"

/* ---- Checks, in C#. Hidden from the stack trace, which so ends in the method that was called; and those that throw are
   apart from their callers, which are then inlined ---- */

%pragma(csharp) modulecode=%{
  [StackTraceHidden]
  private static void ThrowDoesNotFit(string function, string argument) =>
    throw new OverflowException($"{function}(): {argument}: the result does not fit in 32 bits");

  /* Alignment goes before Overlaps(), which throws an exception of its own where only one span is aligned. */
  [StackTraceHidden, MethodImpl(MethodImplOptions.AggressiveInlining)]
  private static void RequireFits(
    ReadOnlySpan<int> input, string inputName, Span<int> output, string outputName, [CallerMemberName] string function = "") {
    if (output.Length != input.Length || IsMisaligned(input) || IsMisaligned(output)
        || (input.Overlaps(output, out int offset) && offset != 0))
      ThrowUnfit(input, inputName, output, outputName, function);
  }

  /* MemoryMarshal.Cast makes such spans, and the collector moves arrays by whole words. Of an empty one C gets no address. */
  private static bool IsMisaligned(ReadOnlySpan<int> span) =>
    (nuint) Unsafe.AsPointer(ref MemoryMarshal.GetReference(span)) % sizeof(int) != 0 && !span.IsEmpty;

  [StackTraceHidden]
  private static void ThrowUnfit(
    ReadOnlySpan<int> input, string inputName, Span<int> output, string outputName, string function) {
    bool isInput = IsMisaligned(input);
    string argument = isInput ? inputName : outputName;
    string problem = isInput || IsMisaligned(output) ? "a span aligned to 4 bytes is required"
      : output.Length != input.Length ? $"{output.Length} elements, but {inputName} has {input.Length}"
      : $"overlaps {inputName} without being the same";
    throw new ArgumentException($"{function}(): {argument}: {problem}", argument);
  }
%}
