/* How arrays of numbers cross: passed without a copy, returned as one. */

%define %csharp_array(NAME, CS)
%csharp_memory(border_array_##NAME, ReadOnlySpan<CS>, CS)
%csharp_memory(border_span_##NAME, Span<CS>, CS)
%csharp_view(border_view_##NAME, CS[], Array<CS>)
%csharp_view(border_nullable_view_##NAME, CS[]?, NullableArray<CS>)
%enddef

%csharp_array(int8_t, sbyte)
%csharp_array(uint8_t, byte)
%csharp_array(int16_t, short)
%csharp_array(uint16_t, ushort)
%csharp_array(int32_t, int)
%csharp_array(uint32_t, uint)
%csharp_array(int64_t, long)
%csharp_array(uint64_t, ulong)
%csharp_array(ptrdiff_t, nint)
%csharp_array(size_t, nuint)
%csharp_array(float, float)
%csharp_array(double, double)
%csharp_array(bool, bool)
%csharp_array(long, CLong)
%csharp_array(unsigned_long, CULong)

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
