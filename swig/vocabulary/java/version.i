/* How the library's version crosses. */

%define %require_version(VERSION)
%pragma(java) jniclasscode="
  static {
    NativeLibrary.requireVersion(\"VERSION\", version());
  }
"
%enddef

/* const char *FUNCTION(void) becomes version(); MACRO, the header's version, stays in C. */
%define %library_version(FUNCTION, MACRO)
%rename(version) FUNCTION;
%ignore MACRO;
%require_version(NATIVE_VERSION)
%enddef
