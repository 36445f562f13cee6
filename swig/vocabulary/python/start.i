/* How the library is started and ended: with the first import, which another interpreter takes over, and with Python. */
%fragment("border_import", "header", fragment="raise_failure") %{
static int border_import(void (*start)(border_failure *), const char *function) {
  border_failure failed = {0};
  start(&failed);
  if (!failed.kind) return 1;
  PyErr_Format(PyExc_ImportError, failed.code ? "%s(): %s (code %lld)" : "%s(): %s", function,
               failed.message ? failed.message : "the library cannot start", (long long) failed.code);
  border_forget(&failed);
  return 0;
}
%}

%define %start_library(FUNCTION)
%fragment("border_import");
%init { if (!border_import(border_start, #FUNCTION)) INIT_FAILED; }
%enddef

/* Not while an object of it lives, which would be of no library then. */
%define %end_library(FUNCTION)
%fragment("border_cell");
%header %{
static void border_end(void) {
  if (atomic_load(&border_living) == 0) FUNCTION();
}
%}
%init { Py_AtExit(border_end); }
%enddef
