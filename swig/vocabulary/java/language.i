/* HOW a C library crosses to Java: SWIG writes the native methods and their class, the generator the classes that users see.
   Native code never throws: it returns a value, and those classes turn that into an exception. */

%pragma(java) jniclassclassmodifiers="final class"

/* Macros, because text in quotes takes macro arguments only. The build gives NATIVE_LIBRARY and NATIVE_VERSION, and puts the
   class NativeLibrary into the package. */
%define %load_library(NAME)
%pragma(java) jniclasscode="
  static {
    NativeLibrary.load(\"NAME\");
  }
"
%enddef
%load_library(NATIVE_LIBRARY)
