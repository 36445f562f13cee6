/* How the library's version crosses. */

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
