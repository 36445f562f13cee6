/* How lists of texts cross: as UTF-8, with the address of each. */

%typemap(ctype)  border_texts, border_nullable_texts "border_texts"
%typemap(imtype) border_texts, border_nullable_texts "$imclassname.Border_.Memory"
%typemap(cstype) border_texts "string[]"
%typemap(cstype) border_nullable_texts "string[]?"
%typemap(in, fragment="border_texts") border_texts, border_nullable_texts "$1 = $input;"
%typemap(csin, pre="    ArgumentNullException.ThrowIfNull($csinput);
    using $imclassname.Border_.Texts $csinputTexts = new($csinput, nameof($csinput));")
                 border_texts "$csinputTexts.Memory"
%typemap(csin, pre="    using $imclassname.Border_.Texts $csinputTexts = new($csinput, nameof($csinput));")
                 border_nullable_texts "$csinputTexts.Memory"

%csharp_view(border_texts_view, string[], TextArray)
%csharp_view(border_nullable_texts_view, string[]?, NullableTextArray)

#ifdef border_uses_texts
%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
    internal readonly ref struct Texts {
      internal readonly Memory Memory;
      private readonly byte** texts;

      internal Texts(string[]? list, string name) {
        if (list == null) return;
        texts = (byte**) NativeMemory.AllocZeroed((nuint) list.Length + 1, (nuint) sizeof(byte*));
        try {
          for (int i = 0; i < list.Length; i++) texts[i] = Copy(list[i], $"{name}[{i}]");
        } catch {
          Dispose();
          throw;
        }
        Memory = new(texts, list.Length);
      }

      private static byte* Copy(string text, string name) {
        ArgumentNullException.ThrowIfNull(text, name);
        byte* buffer = stackalloc byte[Utf8.Size];
        using Utf8 utf8 = new(text, buffer, name);
        byte* copy = (byte*) NativeMemory.Alloc((nuint) utf8.Length + 1);
        NativeMemory.Copy(utf8.Pointer, copy, (nuint) utf8.Length + 1);
        return copy;
      }

      public void Dispose() {
        for (byte** text = texts; text != null && *text != null; text++) NativeMemory.Free(*text);
        NativeMemory.Free(texts);
      }
    }

    internal static string[]? NullableTextArray(View view) {
      try {
        if (view.Data == null) return null;
        string[] texts = new string[new ReadOnlySpan<byte>(view.Data, checked((int) view.Count)).Count((byte) 0)];
        byte* next = (byte*) view.Data;
        for (int i = 0; i < texts.Length; i++) {
          ReadOnlySpan<byte> text = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(next);
          texts[i] = Encoding.UTF8.GetString(text);
          next += text.Length + 1;
        }
        return texts;
      } finally {
        view.Release();
      }
    }

    internal static string[] TextArray(View view) => NullableTextArray(view)!;
  }
%}
#endif
