/* How bytes cross: passed without a copy, returned as one. */

%csharp_memory(border_bytes, ReadOnlySpan<byte>, byte)
%csharp_memory(border_buffer, Span<byte>, byte)

/* The default of a span, which a null array becomes too, crosses as NULL; an empty array does not. */
%csharp_memory(border_nullable_bytes, ReadOnlySpan<byte>, byte)
%typemap(csin, pre="    fixed (byte* $csinputPointer = &MemoryMarshal.GetReference($csinput)) {", terminator="    }")
         border_nullable_bytes "new($csinputPointer, $csinput.Length)"

%csharp_view(border_bytes_view, byte[], Array<byte>)
%csharp_view(border_nullable_bytes_view, byte[]?, NullableArray<byte>)
