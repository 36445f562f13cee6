/* How a failure becomes an exception. */

/* The name of a method is border_CLASS__METHOD. */
%fragment("shown", "header") %{
static const char *shown(const char *function) {
  const char *method = strncmp(function, "border_", 7) ? NULL : strstr(function, "__");
  return method ? method + 2 : function;
}
%}

%fragment("raise_failure", "header", fragment="border_failure,shown") %{
static PyObject *library_error; /* set by %library_error */

/* What was fetched. */
static void raise_again(PyObject *raised) {
  PyErr_SetObject((PyObject *) Py_TYPE(raised), raised);
  Py_DECREF(raised);
}

static void raise_status(const border_failure *failed, PyObject *text) {
  PyObject *error = PyObject_CallFunctionObjArgs(library_error, text, NULL);
  PyObject *code = error ? PyLong_FromLongLong(failed->code) : NULL;
  if (code && PyObject_SetAttrString(error, "code", code) == 0) PyErr_SetObject(library_error, error);
  Py_XDECREF(code);
  Py_XDECREF(error);
}

static PyObject *failure_text(const border_failure *failed, const char *function) {
  if (failed->message && failed->kind == BORDER_STATUS)
    return PyUnicode_DecodeUTF8(failed->message, (Py_ssize_t) strlen(failed->message), "replace");
  if (failed->message) return PyUnicode_FromFormat("%s(): %s", shown(function), failed->message);
  return PyUnicode_FromFormat("%s() failed with status %lld", shown(function), (long long) failed->code);
}

static inline void raise_failure(const border_failure *failed, const char *function) {
  if (failed->kind == BORDER_RAISED) {
    raise_again((PyObject *) (intptr_t) failed->code);
    return;
  }
  PyObject *types[] = {[BORDER_STATUS] = NULL, [BORDER_ARGUMENT] = PyExc_ValueError, [BORDER_OVERFLOW] = PyExc_OverflowError,
                       [BORDER_CLOSED] = PyExc_ValueError, [BORDER_BUSY] = PyExc_RuntimeError,
                       [BORDER_MEMORY] = PyExc_MemoryError, [BORDER_NULL] = PyExc_RuntimeError};
  PyObject *text = failure_text(failed, function);
  if (text && failed->kind == BORDER_STATUS)
    raise_status(failed, text);
  else if (text)
    PyErr_SetObject(types[failed->kind], text);
  Py_XDECREF(text);
}
%}

%typemap(in, numinputs=0, fragment="raise_failure") border_failure * (border_failure failed) {
  memset(&failed, 0, sizeof failed);
  $1 = &failed;
}
%typemap(argout) border_failure * {
  if ($1->kind) {
    raise_failure($1, "$symname");
    border_forget($1);
    Py_CLEAR($result);
    SWIG_fail;
  }
}

%define %library_error(NAME)
%fragment("raise_failure");
%init {
  library_error = PyErr_NewExceptionWithDoc(SWIG_name "." #NAME, "What the library reports; `code` is its status.", NULL, NULL);
  if (library_error) {
    Py_INCREF(library_error);
    PyModule_AddObject(m, #NAME, library_error);
  }
}
%enddef
