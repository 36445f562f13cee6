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

/* A thread of the library's has a state of Python's from its first callback to its end: to make one takes longer than a call. */
static void begin_thread(void) {
  PyThreadState *state = border_frames || PyGILState_GetThisThreadState() ? NULL : (PyGILState_Ensure(), PyEval_SaveThread());
  if (state) border_at_end_of_thread(state);
}

static void border_end_of_thread(void *state) {
  if (!Py_IsInitialized()) return;
  PyEval_RestoreThread(state);
  PyThreadState_Clear(state);
  PyThreadState_DeleteCurrent();
}

/* NULL: C is to stop. */
static PyObject *begin_callback(border_turn *turn, border_slot *slot, PyGILState_STATE *state) {
  if (!Py_IsInitialized() || !border_begin_turn(turn, slot)) return NULL;
  begin_thread();
  *state = PyGILState_Ensure();
  PyObject *callable = turn->callable.target;
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

static void border_report(void *raised, border_turn *turn) {
  raise_again(raised);
  PyErr_WriteUnraisable(turn->callable.target);
}

static void end_callback(border_turn *turn, PyObject *callable, PyObject **values, Py_ssize_t count, PyGILState_STATE state) {
  while (count > 0) Py_DECREF(values[--count]);
  if (PyErr_Occurred()) border_raise(turn, raised_by_callback());
  Py_DECREF(callable);
  PyGILState_Release(state);
  border_end_turn(turn);
}

static border_callable border_hold_callable(border_callable callable) {
  PyGILState_STATE state = PyGILState_Ensure();
  Py_INCREF(callable.target);
  PyGILState_Release(state);
  return callable;
}

static void border_drop_callable(border_callable callable) {
  if (!Py_IsInitialized()) return;
  PyGILState_STATE state = PyGILState_Ensure();
  Py_DECREF(callable.target);
  PyGILState_Release(state);
}
%}

/* An object that C gives a callback: the user's own, or one that is closed afterwards. */
%fragment("border_lent", "header", fragment="border_python_callbacks,border_handle") %{
static inline PyObject *lent_object(border_turn *turn, void *object, const char *name, PyTypeObject *type) {
  PyObject *own = border_is_own(turn, object) ? proxy_of(turn->cell) : NULL;
  return own ? own : object_from_cell(border_lend(turn, object, name), type);
}

static inline PyObject *lent_objects(border_turn *turn, void *const *objects, size_t count, const char *name, PyTypeObject *type) {
  PyObject *list = PyTuple_New((Py_ssize_t) count);
  for (Py_ssize_t i = 0; list && i < (Py_ssize_t) count; i++) {
    PyObject *lent = lent_object(turn, objects[i], name, type);
    if (lent)
      PyTuple_SET_ITEM(list, i, lent);
    else
      Py_CLEAR(list);
  }
  return list;
}

static inline void end_lending_of(border_turn *turn, PyObject *object) {
  border_cell *cell = object != Py_None ? ((handle *) object)->cell : NULL;
  if (cell && cell != turn->cell) border_close(cell);
}

static inline void end_lending(border_turn *turn, PyObject **values, Py_ssize_t count, Py_ssize_t index) {
  if (index >= count) return;
  if (!PyTuple_Check(values[index])) {
    end_lending_of(turn, values[index]);
    return;
  }
  for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(values[index]); i++) end_lending_of(turn, PyTuple_GET_ITEM(values[index], i));
}
%}

/* Texts of which some may be NULL. */
%fragment("rows_from_texts", "header") %{
static inline PyObject *rows_from_texts(const char *const *texts, size_t count) {
  PyObject *list = PyList_New((Py_ssize_t) count);
  for (Py_ssize_t i = 0; list && i < (Py_ssize_t) count; i++) {
    PyObject *text = texts && texts[i] ? PyUnicode_DecodeUTF8(texts[i], (Py_ssize_t) strlen(texts[i]), "strict") : SWIG_Py_Void();
    if (text)
      PyList_SET_ITEM(list, i, text);
    else
      Py_CLEAR(list);
  }
  return list;
}
%}

%define %callable_kind(NAME)
%fragment("border_python_callbacks");
%typemap(in) border_call_##NAME, border_handle_##NAME, border_until_##NAME, border_forever_##NAME {
  if (!callable_from_object($input, "$symname", "$1_name", 0, &$1)) SWIG_fail;
}
%typemap(in) border_nullable_call_##NAME, border_nullable_handle_##NAME, border_nullable_until_##NAME,
             border_nullable_forever_##NAME {
  if (!callable_from_object($input, "$symname", "$1_name", 1, &$1)) SWIG_fail;
}
%enddef
