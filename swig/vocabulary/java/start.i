/* How the library is started: with the class of the native methods, which else is not there. It ends with the process: other
   threads may be in it then. */
%define %start_library()
void border_start(border_failure *border_failed);
%pragma(java) jniclasscode="
  static {
    try {
      Border.checked(\"start\", border_start());
    } catch (RuntimeException error) {
      UnsatisfiedLinkError failure = new UnsatisfiedLinkError(error.toString());
      failure.initCause(error);
      throw failure;
    }
  }
"
%enddef
