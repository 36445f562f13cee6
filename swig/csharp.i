/* HOW a C library crosses to C#. A vocabulary for any library: the typemaps and the three macros that every language
   defines. Native code never throws: it returns a value, and the generated C# turns that into an exception; what remains
   is one blittable P/Invoke per function, once the build has turned SWIG's own helpers off. */
%include "stdint.i"
%include "documentation.i" /* made from the header by documentation.cmake: SWIG writes C# documentation from 4.3 on only */

%rename("%(camelcase)s", %$isfunction) "";

%pragma(csharp) moduleimports="#nullable enable
using global::System;
using global::System.Diagnostics;
using global::System.Runtime.CompilerServices;
using global::System.Runtime.InteropServices;
"
%pragma(csharp) moduleclassmodifiers="/// <summary>The functions of a C library.</summary>
/// <remarks>Where a span is taken, a null array counts as an empty one.</remarks>
public static unsafe class"
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

/* ---- Numbers ---- */

/* int32_t FUNCTION(.., int32_t ARGUMENT, ..): a negative result means that it did not fit. */
%define %negative_is_overflow(FUNCTION, ARGUMENT)
%typemap(csout) int32_t FUNCTION {
    int result = $imcall;
    if (result < 0) ThrowDoesNotFit("$symname", nameof(ARGUMENT) + " = " + ARGUMENT);
    return result;
  }
%enddef

/* ---- Arrays ---- */

/* size_t FUNCTION(const int32_t *INPUT, size_t COUNT, int32_t *OUTPUT): the result is the index of the first element that
   did not fit, or COUNT. The commas make two native parameters of the one span. SWIG's own size_t is 32 bits wide. */
%define %index_of_first_overflow(FUNCTION, INPUT, COUNT, OUTPUT)
%typemap(ctype)  (const int32_t *INPUT, size_t COUNT) "const int32_t *INPUT, size_t"
%typemap(imtype) (const int32_t *INPUT, size_t COUNT) "int* INPUT, nuint"
%typemap(cstype) (const int32_t *INPUT, size_t COUNT) "ReadOnlySpan<int>"
%typemap(in)     (const int32_t *INPUT, size_t COUNT) "$1 = (int32_t *) INPUT; $2 = $input;"
%typemap(csin, terminator="",
         pre="    RequireFits(INPUT, nameof(INPUT), OUTPUT, nameof(OUTPUT));\n    fixed (int* inputPointer = INPUT)")
                 (const int32_t *INPUT, size_t COUNT) "inputPointer, (nuint) INPUT.Length"
%typemap(ctype)  int32_t *OUTPUT "int32_t *"
%typemap(imtype) int32_t *OUTPUT "int*"
%typemap(cstype) int32_t *OUTPUT "Span<int>"
%typemap(in)     int32_t *OUTPUT "$1 = $input;"
%typemap(csin, pre="    fixed (int* outputPointer = OUTPUT) {", terminator="    }") int32_t *OUTPUT "outputPointer"
%typemap(ctype)  size_t FUNCTION "size_t"
%typemap(imtype) size_t FUNCTION "nuint"
%typemap(cstype) size_t FUNCTION "void"
%typemap(out)    size_t FUNCTION "$result = $1;"
%typemap(csout)  size_t FUNCTION {
    nuint index = $imcall;
    if (index != (nuint) INPUT.Length) ThrowDoesNotFit("$symname", nameof(INPUT) + "[" + index + "]");
  }
%enddef

/* ---- The version ---- */

/* const char *FUNCTION(void) becomes the property Version; MACRO, the header's version, stays in C. A property comes from a
   C variable only: this one does not exist, its action calls the function. */
%define %library_version(FUNCTION, MACRO)
%ignore FUNCTION;
%ignore MACRO;
%rename(Version) FUNCTION##_property;
%immutable FUNCTION##_property;
%feature("action") FUNCTION##_property { result = (char *) FUNCTION(); }
%typemap(ctype)    const char *FUNCTION##_property "const char *"
%typemap(imtype)   const char *FUNCTION##_property "byte*"
%typemap(out)      const char *FUNCTION##_property "$result = $1;"
%typemap(csvarout) const char *FUNCTION##_property "get => Marshal.PtrToStringUTF8((IntPtr) $imcall)!;"
const char *FUNCTION##_property;
%enddef
