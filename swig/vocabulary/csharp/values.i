/* How structs cross: C# fills and reads a struct that the generator declares in both languages, border_wire_NAME, and C copies
   each member between that and the library's. So nothing is assumed of the library's layout. */

#ifdef border_uses_values
%fragment("border_free_csharp", "wrapper", fragment="border_arena") %{
SWIGEXPORT void border_free_csharp(void *memory) { free(memory); }
%}
%fragment("border_free_csharp");

%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
    [DllImport("$dllimport")] private static extern void border_free_csharp(void* memory);

    /* What a struct points to as it is passed. */
    internal ref partial struct Arena {
      private readonly string argument;
      private System.Collections.Generic.List<nint>? blocks, handles;

      internal Arena(string argument) => this.argument = argument;

      internal T* Array<T>(int count) where T : unmanaged {
        void* block = NativeMemory.AllocZeroed((nuint) count + 1, (nuint) sizeof(T));
        (blocks ??= new()).Add((nint) block);
        return (T*) block;
      }

      internal void Dispose() {
        if (blocks != null) foreach (nint block in blocks) NativeMemory.Free((void*) block);
        if (handles != null) foreach (nint handle in handles) GCHandle.FromIntPtr(handle).Free();
      }

      internal byte* NullableText(string? text, string member) => text == null ? null : Text(text, member);

      internal byte* Text(string? text, string member) {
        byte* utf8 = Array<byte>(checked((text ?? "").Length * 3));
        Encode(text, utf8, checked((text ?? "").Length * 3), member);
        return utf8;
      }

      internal readonly void Characters(string? text, byte* room, int size, string member) {
        int length = Encoding.UTF8.GetByteCount(text ?? "");
        if (length >= size) throw new ArgumentException($"{member}: at most {size - 1} bytes of UTF-8, not {length}", argument);
        Encode(text, room, size - 1, member);
      }

      private readonly void Encode(string? text, byte* room, int size, string member) {
        if (text == null) throw new ArgumentException($"{member}: null", argument);
        if (text.Contains('\0', StringComparison.Ordinal))
          throw new ArgumentException($"{member}: the text has a NUL in it, where it would end for C", argument);
        if (System.Text.Unicode.Utf8.FromUtf16(text, new(room, size), out _, out _, false) != OperationStatus.Done)
          throw new ArgumentException($"{member}: the text has half of a surrogate pair in it, which is no Unicode", argument);
      }

      internal readonly void Numbers<T>(ReadOnlyMemory<T> numbers, T* room, int size, string member) where T : unmanaged {
        if (numbers.Length != size)
          throw new ArgumentException($"{member}: a length of {size} is required, not {numbers.Length}", argument);
        numbers.Span.CopyTo(new(room, size));
      }

      internal readonly byte Byte(char character, string member) => character <= 255 ? (byte) character
        : throw new OverflowException($"{argument}: {member}: a character of one byte is required");

      internal readonly long Long(long number, string member) => sizeof(CLong) == 8 || (int) number == number ? number
        : throw new OverflowException($"{argument}: {member}: the value does not fit in 32 bits");

      internal readonly ulong ULong(ulong number, string member) => sizeof(CULong) == 8 || (uint) number == number ? number
        : throw new OverflowException($"{argument}: {member}: the value does not fit in 32 bits without a sign");
    }

    internal static T Given<T>(T value, string argument) => value is null ? throw new ArgumentNullException(argument) : value;

#pragma warning disable CS0649 // C fills them
    internal readonly struct Made<T> where T : unmanaged {
      internal readonly byte Present;
      internal readonly T Value;
      internal readonly View Kept;
    }

    internal readonly struct Several<T> where T : unmanaged {
      internal readonly T* Data;
      internal readonly nuint Count;
      internal readonly byte Present;
      internal readonly View Kept;

      internal void Free() {
        border_free_csharp(Data);
        Kept.Release();
      }
    }

    /* C shows it, and it ends where its room ends, if not before. */
    internal static string FixedText(byte* room, int size) {
      ReadOnlySpan<byte> text = new(room, size);
      int length = text.IndexOf((byte) 0);
      return Encoding.UTF8.GetString(length < 0 ? text : text[..length]);
    }

    internal static string MemberText(byte* text, string member) => Marshal.PtrToStringUTF8((nint) text)
      ?? throw new InvalidOperationException($"{member}: the library has NULL there");

    internal static CS One<CS, T>(in Made<T> made, Func<T, CS> from) where T : unmanaged {
      try {
        return from(made.Value);
      } finally {
        made.Kept.Release();
      }
    }

    internal static CS[]? NullableAll<CS, T>(in Several<T> values, Func<T, CS> from) where T : unmanaged {
      try {
        if (values.Present == 0) return null;
        if (values.Data == null) throw new InsufficientMemoryException();
        CS[] made = new CS[checked((int) values.Count)];
        for (int i = 0; i < made.Length; i++) made[i] = from(values.Data[i]);
        return made;
      } finally {
        values.Free();
      }
    }

    internal static CS[] All<CS, T>(in Several<T> values, Func<T, CS> from) where T : unmanaged =>
      NullableAll(values, from)!;
  }
%}
#endif

#if defined(border_uses_values) && defined(border_uses_callbacks)
%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
    internal ref partial struct Arena {
      internal Callable Callback(Delegate? callback, nint function) {
        Callable made = new(callback, function, null, ForEver);
        if (made.Target != 0) (handles ??= new()).Add(made.Target);
        return made;
      }
    }
  }
%}
#endif

/* A result of the type C, which TO_WIRE makes what arrives as NATIVE in C#; FROM(..) then makes CS. As %csharp_result. */
%define %csharp_converted(C, WIRE, NATIVE, CS, FROM, TO_WIRE)
%fragment("border_result_" #C, "header", fragment="border_failure") %{
typedef C border_outcome_##C;
typedef C border_method_##C;
typedef struct {
  WIRE value;
  border_failure failed;
} border_result_##C;
%}
%typemap(ctype)  C "WIRE"
%typemap(imtype) C "NATIVE"
%typemap(cstype) C "CS"
%typemap(out, null="{0}") C "$result = TO_WIRE(&$1);"
%typemap(csout)  C { return FROM($imcall); }
%typemap(ctype)  border_outcome_##C, border_method_##C %{border_result_##C%}
%typemap(imtype) border_outcome_##C, border_method_##C "$imclassname.Border_.Result<NATIVE>"
%typemap(cstype) border_outcome_##C, border_method_##C "CS"
%typemap(out, fragment="border_result_" #C, null="{0}") border_outcome_##C, border_method_##C "$result.value = TO_WIRE(&$1);"
%typemap(csout)  border_outcome_##C { return FROM($imclassname.Border_.Checked($imcall)); }
%typemap(csout)  border_method_##C { return FROM(Checked($imcall)); }
%enddef

/* NAME, whose full name in C# is TYPE. */
%define %csharp_value(NAME, TYPE)
%typemap(ctype)  border_given_##NAME %{const border_wire_##NAME *%}
%typemap(imtype) border_given_##NAME "TYPE.Native*"
%typemap(cstype) border_given_##NAME "TYPE"
%typemap(csin, pre="    $imclassname.Border_.Arena $csinputArena = new(nameof($csinput));
    try {
      TYPE.Native $csinputNative = $imclassname.Border_.Given($csinput, nameof($csinput)).ToNative(ref $csinputArena);", terminator="    } finally {
      $csinputArena.Dispose();
    }") border_given_##NAME "&$csinputNative"
%typemap(in) border_given_##NAME (border_arena memory = {0}) {
  memset(&$1, 0, sizeof $1);
  $1.arena = &memory;
  $1.present = $input != NULL;
  if ($input) NAME##_from_wire($input, &$1.value, &memory);
}
%typemap(freearg) border_given_##NAME "border_free_blocks(&memory$argnum);"

%apply border_given_##NAME { border_nullable_given_##NAME };
%typemap(cstype) border_nullable_given_##NAME "TYPE?"
%typemap(csin, pre="    $imclassname.Border_.Arena $csinputArena = new(nameof($csinput));
    try {
      TYPE.Native $csinputNative = $csinput is TYPE $csinputValue ? $csinputValue.ToNative(ref $csinputArena) : default;", terminator="    } finally {
      $csinputArena.Dispose();
    }") border_nullable_given_##NAME "$csinput is null ? null : &$csinputNative"

%typemap(ctype)  border_list_##NAME %{border_wire_list_##NAME%}
%typemap(imtype) border_list_##NAME "$imclassname.Border_.Memory"
%typemap(cstype) border_list_##NAME "ReadOnlySpan<TYPE>"
%typemap(csin, pre="    $imclassname.Border_.Arena $csinputArena = new(nameof($csinput));
    try {
      TYPE.Native* $csinputNative = $csinputArena.Array<TYPE.Native>($csinput.Length);
      for (int i = 0; i < $csinput.Length; i++) $csinputNative[i] = $imclassname.Border_.Given($csinput[i], nameof($csinput)).ToNative(ref $csinputArena);", terminator="    } finally {
      $csinputArena.Dispose();
    }") border_list_##NAME "new($csinputNative, $csinput.Length)"
%typemap(in) border_list_##NAME (border_arena memory = {0}) {
  $1.arena = &memory;
  NAME##_list_from_wire(&$input, &$1);
}
%typemap(freearg) border_list_##NAME "border_free_blocks(&memory$argnum);"

%csharp_converted(border_made_##NAME, border_wire_made_##NAME, $imclassname.Border_.Made<TYPE.Native>, TYPE, TYPE.FromMade,
                  NAME##_made_to_wire)
%csharp_converted(border_nullable_made_##NAME, border_wire_made_##NAME, $imclassname.Border_.Made<TYPE.Native>, TYPE?,
                  TYPE.FromNullableMade, NAME##_made_to_wire)
%csharp_converted(border_list_view_##NAME, border_wire_several_##NAME, $imclassname.Border_.Several<TYPE.Native>, TYPE[],
                  TYPE.FromSeveral, NAME##_view_to_wire)
%csharp_converted(border_nullable_list_view_##NAME, border_wire_several_##NAME, $imclassname.Border_.Several<TYPE.Native>, TYPE[]?,
                  TYPE.FromNullableSeveral, NAME##_view_to_wire)
%enddef

/* What goes around NAME##_from_wire() and NAME##_to_wire(), which the generator writes. */
%define %value_functions(NAME, C_TYPE)
%header %{
typedef struct {
  bool present;
  border_wire_##NAME value;
  border_view kept;
} border_wire_made_##NAME;

typedef struct {
  const border_wire_##NAME *data;
  size_t count;
} border_wire_list_##NAME;

typedef struct {
  border_wire_##NAME *data;
  size_t count;
  bool present;
  border_view kept;
} border_wire_several_##NAME;

static inline void NAME##_list_from_wire(const border_wire_list_##NAME *wire, border_list_##NAME *list) {
  C_TYPE *values = border_new_array(list->arena, wire->count, sizeof *values);
  list->data = values;
  list->count = values ? wire->count : 0;
  for (size_t i = 0; i < list->count; i++) NAME##_from_wire(&wire->data[i], &values[i], list->arena);
}

static inline border_wire_made_##NAME NAME##_made_to_wire(const border_made_##NAME *made) {
  border_wire_made_##NAME wire;
  memset(&wire, 0, sizeof wire);
  wire.present = made->kept.data;
  wire.kept = made->kept;
  if (wire.present) wire.value = NAME##_to_wire(&made->value);
  return wire;
}

static inline border_wire_several_##NAME NAME##_view_to_wire(const border_view *view) {
  const C_TYPE *values = view->data;
  border_wire_several_##NAME wire = {values ? malloc((view->count + 1) * sizeof *wire.data) : NULL, view->count, values, *view};
  for (size_t i = 0; wire.data && i < view->count; i++) wire.data[i] = NAME##_to_wire(&values[i]);
  return wire;
}
%}
%enddef

/* The defaults of NAME, whose full name in C# is TYPE. */
%define %csharp_defaults(NAME, TYPE)
%fragment("border_defaults_" #NAME, "wrapper") %{
SWIGEXPORT border_wire_##NAME border_defaults_##NAME##_csharp(void) {
  border_made_##NAME made = border_defaults_##NAME();
  return NAME##_to_wire(&made.value);
}
%}
%fragment("border_defaults_" #NAME);
%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
    [DllImport("$dllimport")] internal static extern TYPE.Native border_defaults_##NAME##_csharp();
  }
%}
%enddef
