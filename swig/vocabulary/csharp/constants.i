/* How constants cross that are no integers, which the generator writes: as properties. A property comes from a C variable only:
   this one, VARIABLE, does not exist, and its action gives EXPRESSION. */

%define %csharp_text_constant(VARIABLE, NAME, EXPRESSION)
%rename(NAME) VARIABLE;
%immutable VARIABLE;
%feature("action") VARIABLE { result = (char *) (EXPRESSION); }
%typemap(ctype)    const char *VARIABLE "const char *"
%typemap(imtype)   const char *VARIABLE "byte*"
%typemap(out)      const char *VARIABLE "$result = $1;"
%typemap(csvarout) const char *VARIABLE "get => Marshal.PtrToStringUTF8((IntPtr) $imcall)!;"
const char *VARIABLE;
%enddef

%define %csharp_number_constant(TYPE, VARIABLE, NAME, EXPRESSION)
%rename(NAME) VARIABLE;
%immutable VARIABLE;
%feature("action") VARIABLE { result = EXPRESSION; }
%typemap(csvarout) TYPE VARIABLE "get => $imcall;"
TYPE VARIABLE;
%enddef

%define %csharp_double_constant(VARIABLE, NAME, EXPRESSION)
%csharp_number_constant(double, VARIABLE, NAME, EXPRESSION)
%enddef
%define %csharp_integer_constant(VARIABLE, NAME, EXPRESSION)
%csharp_number_constant(int64_t, VARIABLE, NAME, EXPRESSION)
%enddef
%define %csharp_unsigned_constant(VARIABLE, NAME, EXPRESSION)
%csharp_number_constant(uint64_t, VARIABLE, NAME, EXPRESSION)
%enddef
