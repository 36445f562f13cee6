/* How functions of the user's cross: any callable. While C may call one, other threads run; C takes the interpreter for each call. */

%fragment("border_python_callbacks", "header", fragment="border_callbacks,raise_failure") %{
static int callable_from_object(
    PyObject *object, const char *function, const char *argument, int nullable, border_callable *callable) {
  int none = nullable && object == Py_None;
  *callable = (border_callable){none ? NULL : object, NULL};
  if (none || PyCallable_Check(object)) return 1;
  PyErr_Format(PyExc_TypeError, "%s(): %s: a callable is required, not %.200s", shown(function), argument, Py_TYPE(object)->tp_name);
  return 0;
}

/* NULL: C is to stop. */
static PyObject *begin_callback(border_slot *slot, PyGILState_STATE *state) {
  if (border_stopped(slot) || !Py_IsInitialized()) return NULL;
  *state = PyGILState_Ensure();
  PyObject *callable = slot->callable.target;
  Py_INCREF(callable);
  return callable;
}

static inline bool add_value(PyObject **values, Py_ssize_t *count, PyObject *value) {
  values[*count] = value;
  *count += value != NULL;
  return value != NULL;
}

static PyObject *raised_by_callback(void) {
  PyObject *type, *value, *trace;
  PyErr_Fetch(&type, &value, &trace);
  PyErr_NormalizeException(&type, &value, &trace);
  if (trace) PyException_SetTraceback(value, trace);
  Py_XDECREF(type);
  Py_XDECREF(trace);
  return value;
}

static void border_report(void *raised, border_slot *slot) {
  raise_again(raised);
  PyErr_WriteUnraisable(slot->callable.target);
}

static void end_callback(border_slot *slot, PyObject *callable, PyObject **values, Py_ssize_t count, PyGILState_STATE state) {
  while (count > 0) Py_DECREF(values[--count]);
  if (PyErr_Occurred()) border_raise(slot, raised_by_callback());
  Py_DECREF(callable);
  PyGILState_Release(state);
}
%}

%define %callable_kind(NAME)
%fragment("border_python_callbacks");
%typemap(in) border_call_##NAME, border_handle_##NAME, border_forever_##NAME {
  if (!callable_from_object($input, "$symname", "$1_name", 0, &$1)) SWIG_fail;
}
%typemap(in) border_nullable_call_##NAME, border_nullable_handle_##NAME, border_nullable_forever_##NAME {
  if (!callable_from_object($input, "$symname", "$1_name", 1, &$1)) SWIG_fail;
}
%enddef
