/* How text crosses: as UTF-8. */

%typemap(ctype)  border_text, border_nullable_text "const char *"
%typemap(imtype) border_text, border_nullable_text "byte*"
%typemap(cstype) border_text "string"
%typemap(cstype) border_nullable_text "string?"
%typemap(in)     border_text, border_nullable_text "$1 = $input;"
%typemap(csin, pre="    ArgumentNullException.ThrowIfNull($csinput);
    byte* $csinputBuffer = stackalloc byte[$imclassname.Border_.Utf8.Size];
    using $imclassname.Border_.Utf8 $csinputUtf8 = new($csinput, $csinputBuffer, nameof($csinput));")
                 border_text "$csinputUtf8.Pointer"
%typemap(csin, pre="    byte* $csinputBuffer = stackalloc byte[$imclassname.Border_.Utf8.Size];
    using $imclassname.Border_.Utf8 $csinputUtf8 = new($csinput, $csinputBuffer, nameof($csinput));")
                 border_nullable_text "$csinputUtf8.Pointer"

/* It may have NUL in it. */
%typemap(ctype)  border_sized_text "border_sized_text"
%typemap(imtype) border_sized_text "$imclassname.Border_.Memory"
%typemap(cstype) border_sized_text "string"
%typemap(in)     border_sized_text "$1 = $input;"
%typemap(csin, pre="    ArgumentNullException.ThrowIfNull($csinput);
    byte* $csinputBuffer = stackalloc byte[$imclassname.Border_.Utf8.Size];
    using $imclassname.Border_.Utf8 $csinputUtf8 = new($csinput, $csinputBuffer, nameof($csinput), true);")
                 border_sized_text "new($csinputUtf8.Pointer, $csinputUtf8.Length)"

%csharp_view(border_text_view, string, Text)
%csharp_view(border_nullable_text_view, string?, NullableText)

#ifdef border_uses_text
%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
    /* UTF-8 that ends with NUL. A short text is on the stack. */
    internal readonly ref struct Utf8 {
      internal const int Size = 256;

      internal readonly byte* Pointer;
      internal readonly int Length;
      private readonly byte* allocated;

      internal Utf8(string? text, byte* buffer, string name, bool sized = false) {
        if (text == null) return;
        int size = Size;
        if (text.Length >= Size / 3) {
          size = checked(text.Length * 3 + 1);
          buffer = allocated = (byte*) NativeMemory.Alloc((nuint) size);
        }
        bool valid = System.Text.Unicode.Utf8.FromUtf16(text, new(buffer, size - 1), out _, out Length, false)
          == OperationStatus.Done;
        if (!valid || (!sized && text.Contains('\0', StringComparison.Ordinal))) {
          Dispose();
          throw new ArgumentException(valid ? "the text has a NUL in it, where it would end for C"
            : "the text has half of a surrogate pair in it, which is no Unicode", name);
        }
        buffer[Length] = 0;
        Pointer = buffer;
      }

      public void Dispose() => NativeMemory.Free(allocated);
    }

    /* What is no UTF-8 becomes U+FFFD. */
    internal static string? NullableText(View view) {
      try {
        return view.Data == null ? null : Encoding.UTF8.GetString((byte*) view.Data, checked((int) view.Count));
      } finally {
        view.Release();
      }
    }

    internal static string Text(View view) => NullableText(view)!;
  }
%}
#endif
