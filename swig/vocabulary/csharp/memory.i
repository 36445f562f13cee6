/* Memory that one side lends the other: an address and a count. */

/* What C# lends is pinned while C is in the call. */
%define %csharp_memory(C, CS, ELEMENT)
%typemap(ctype)  C "C"
%typemap(imtype) C "$imclassname.Border_.Memory"
%typemap(cstype) C "CS"
%typemap(in)     C "$1 = $input;"
%typemap(csin, pre="    fixed (ELEMENT* $csinputPointer = $csinput) {", terminator="    }")
         C "$imclassname.Border_.Memory.Of($csinputPointer, $csinput.Length, nameof($csinput))"
%enddef

/* What C lends becomes CS by FROM, which copies it, and gives it back if it is not C's own. */
%define %csharp_view(C, CS, FROM)
%csharp_result(C, C, $imclassname.Border_.View, CS, $imclassname.Border_.FROM)
%enddef

#ifdef border_uses_memory
%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
    internal readonly struct Memory {
      private readonly void* data;
      private readonly nuint count;

      internal Memory(void* data, int count) {
        this.data = data;
        this.count = (nuint) count;
      }

      /* An empty span has an address too: NULL means something else to many a C function. */
      internal static Memory Of<T>(T* data, int count, string name) where T : unmanaged {
        if ((nuint) data % (nuint) sizeof(T) != 0)
          throw new ArgumentException($"a span aligned to {sizeof(T)} bytes is required", name);
        return new(data == null ? Unsafe.AsPointer(ref MemoryMarshal.GetReference(Nothing)) : data, count);
      }

      private static ReadOnlySpan<ulong> Nothing => [0];
    }
  }
%}
#endif

#ifdef border_uses_view
%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
#pragma warning disable CS0649 // C fills it
    internal readonly struct View {
      internal readonly void* Data;
      internal readonly nuint Count;
      private readonly void* owner;
      private readonly delegate* unmanaged[Cdecl]<void*, void> release;

      internal void Release() {
        if (release != null) release(owner);
      }
    }

    internal static T[]? NullableArray<T>(View view) where T : unmanaged {
      try {
        return view.Data == null ? null : new ReadOnlySpan<T>(view.Data, checked((int) view.Count)).ToArray();
      } finally {
        view.Release();
      }
    }

    internal static T[] Array<T>(View view) where T : unmanaged => NullableArray<T>(view)!;
  }
%}
#endif
