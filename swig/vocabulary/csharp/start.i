/* How the library is started: with the class of the native functions, which else is not there. It ends with the process: other
   threads may be in it then. */
%define %start_library()
%rename(border_start) border_start;
%csmethodmodifiers border_start "internal";
border_outcome_void border_start(border_failure *failed);
%pragma(csharp) imclasscode=%{
  static $imclassname() => Border_.Checked(border_start());
%}
%enddef
