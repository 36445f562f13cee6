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

%define %csharp_double_constant(VARIABLE, NAME, EXPRESSION)
%rename(NAME) VARIABLE;
%immutable VARIABLE;
%feature("action") VARIABLE { result = EXPRESSION; }
%typemap(csvarout) double VARIABLE "get => $imcall;"
double VARIABLE;
%enddef
