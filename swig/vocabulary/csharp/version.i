/* How the library's version crosses. */

/* const char *FUNCTION(void) becomes the property Version; MACRO, the header's version, stays in C. */
%define %library_version(FUNCTION, MACRO)
%ignore FUNCTION;
%ignore MACRO;
%csharp_text_constant(FUNCTION##_property, Version, FUNCTION())
%enddef
