/* How the library's version crosses. */

/* const char *FUNCTION(void) becomes __version__; MACRO, the header's version, stays in C. */
%define %library_version(FUNCTION, MACRO)
%ignore FUNCTION;
%ignore MACRO;
%init { PyModule_AddStringConstant(m, "__version__", FUNCTION()); }
%enddef
