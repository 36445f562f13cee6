/* How numbers cross. Every C type has a C# type of its width; only long and unsigned long have none. */

/* C in C is NATIVE in C# as it crosses, and CS to users; FROM stands before what becomes CS. */
%define %csharp_number(C, NAME, NATIVE, CS, FROM)
%csharp_result(C, NAME, NATIVE, CS, FROM)
%typemap(csin) C "$csinput"
%typemap(in)   C "$1 = $input;"
%enddef

%csharp_number(int8_t, int8_t, sbyte, sbyte, )
%csharp_number(uint8_t, uint8_t, byte, byte, )
%csharp_number(int16_t, int16_t, short, short, )
%csharp_number(uint16_t, uint16_t, ushort, ushort, )
%csharp_number(int32_t, int32_t, int, int, )
%csharp_number(uint32_t, uint32_t, uint, uint, )
%csharp_number(int64_t, int64_t, long, long, )
%csharp_number(uint64_t, uint64_t, ulong, ulong, )
%csharp_number(ptrdiff_t, ptrdiff_t, nint, nint, )
%csharp_number(size_t, size_t, nuint, nuint, )
%csharp_number(float, float, float, float, )
%csharp_number(double, double, double, double, )
%csharp_number(bool, bool, byte, bool, 0 != )
%typemap(csin) bool "$csinput ? (byte) 1 : (byte) 0"

/* A char is a byte that stands for a letter: U+0000 to U+00FF. */
%csharp_number(char, char, byte, char, (char) )
%typemap(csin) char "checked((byte) $csinput)"

/* 32 bits on Windows, 64 elsewhere. As an argument it is checked; as a result it is the wider one everywhere. */
%define %csharp_long(C, NAME, WIDE, NATIVE, CS, POINTER)
%csharp_result(C, NAME, CS, CS, )
%typemap(ctype, out="WIDE") C "C"
%typemap(imtype, out="CS")  C "NATIVE"
%typemap(csin)   C "new NATIVE(checked((POINTER) $csinput))"
%typemap(in)     C "$1 = $input;"
%csharp_outcome(WIDE, NAME, CS, CS, )
%enddef
%csharp_long(long, long, int64_t, CLong, long, nint)
%csharp_long(unsigned long, unsigned_long, uint64_t, CULong, ulong, nuint)

/* A number that there may be none of. */
%define %csharp_optional(NAME, NATIVE, CS)
%csharp_result(border_optional_##NAME, border_optional_##NAME, $imclassname.Border_.Optional<NATIVE>, CS?,
               (CS?) $imclassname.Border_.OrNull)
%enddef

#ifdef border_uses_optionals
%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
#pragma warning disable CS0649 // C fills them
    internal readonly struct Optional<T> where T : unmanaged {
      internal readonly byte Present;
      internal readonly T Value;
    }

    internal readonly struct Bool {
      internal readonly byte Value;
    }

    internal static T? OrNull<T>(Optional<T> number) where T : unmanaged => number.Present != 0 ? number.Value : null;
    internal static bool? OrNull(Optional<Bool> number) => number.Present != 0 ? number.Value.Value != 0 : null;
    internal static long? OrNull(Optional<CLong> number) => number.Present != 0 ? number.Value.Value : null;
    internal static ulong? OrNull(Optional<CULong> number) => number.Present != 0 ? number.Value.Value : null;
  }
%}
#endif

/* int32_t FUNCTION(.., int32_t ARGUMENT, ..): a negative result means that it did not fit. */
%define %negative_is_overflow(FUNCTION, ARGUMENT)
%typemap(csout) int32_t FUNCTION {
    int result = $imcall;
    if (result < 0) ThrowDoesNotFit("$symname", nameof(ARGUMENT) + " = " + ARGUMENT);
    return result;
  }
%enddef
