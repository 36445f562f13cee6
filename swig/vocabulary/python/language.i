/* HOW a C library crosses to Python. The functions of the native module are the public interface; SWIG's own Python proxy
   is not used. */

%begin %{
#define PY_SSIZE_T_CLEAN
%}

%{
#if PY_VERSION_HEX < 0x030A0000
static inline int PyModule_AddObjectRef(PyObject *module, const char *name, PyObject *value) {
  Py_XINCREF(value);
  if (PyModule_AddObject(module, name, value) == 0) return 0;
  Py_XDECREF(value);
  return -1;
}
#endif
%}

/* SWIG 4.4 and later make a module anew in each interpreter. CPython copied the first one before, as long as its interpreter
   lived, and so does this: a class is one for all of them, or it would not know the objects that there are. */
%{
#if SWIG_VERSION >= 0x040400
#define INIT_FAILED return -1
static PyObject *first_module; /* what it has */

static void forget_first_module(PyObject *capsule) {
  (void) capsule;
  Py_CLEAR(first_module);
}

static int keep_first_module(PyObject *dict) {
  PyObject *interpreter = PyInterpreterState_GetDict(PyInterpreterState_Get());
  PyObject *capsule = interpreter ? PyCapsule_New(&first_module, NULL, forget_first_module) : NULL;
  int kept = capsule && PyDict_SetItemString(interpreter, SWIG_name, capsule) == 0;
  Py_XDECREF(capsule);
  return kept && (first_module = PyDict_Copy(dict));
}
#else
#define INIT_FAILED do { Py_DECREF(m); return NULL; } while (0)
#define keep_first_module(DICT) 1
#endif
%}
%init %{
#if SWIG_VERSION >= 0x040400
  if (first_module) {
    for (PyMethodDef *method = SwigMethods; method->ml_name; method++)
      if (PyDict_DelItemString(d, method->ml_name) < 0) INIT_FAILED;
    return PyDict_Merge(d, first_module, 0);
  }
#endif
%}
%define %module_is_complete()
%init { if (!keep_first_module(d)) INIT_FAILED; }
%enddef

/* help() and inspect.signature() read "name(a, b, /)\n--\n\n" at the start of the text, where SWIG puts an empty line. */
%init {
  for (PyMethodDef *method = SwigMethods; method->ml_name; method++)
    if (method->ml_doc && *method->ml_doc == '\n') method->ml_doc++;
}

/* ---- Calls ---- */

/* CPython makes a tuple for SWIG's wrapper of several arguments, which costs more than squaring a short array. Entered with
   self NULL, the wrapper has none: args is where CPython has the arguments. */
%fragment("fastcall", "header", fragment="shown") %{
typedef struct {
  PyObject *object; /* of a method */
  PyObject *const *values;
  Py_ssize_t count;
  const char *const *names; /* of the last parameters, which have defaults; or NULL */
  PyObject *keywords; /* a tuple of names, whose values follow the others; a dict; or NULL */
} Arguments;

/* Where the value of a parameter belongs that is given by its name. */
static int give_keyword(const Arguments *args, const char *name, PyObject *keyword, PyObject *value, PyObject **optional) {
  for (int i = 0; args->names[i]; i++)
    if (PyUnicode_CompareWithASCIIString(keyword, args->names[i]) == 0) {
      if (!optional[i]) return (optional[i] = value) != NULL;
      PyErr_Format(PyExc_TypeError, "%s(): %U: given by its place and by its name", shown(name), keyword);
      return 0;
    }
  PyErr_Format(PyExc_TypeError, "%s() got an unexpected keyword argument '%U'", shown(name), keyword);
  return 0;
}

static int give_keywords(const Arguments *args, const char *name, PyObject **optional) {
  PyObject *keyword, *value;
  if (args->keywords && PyDict_Check(args->keywords)) {
    for (Py_ssize_t i = 0; PyDict_Next(args->keywords, &i, &keyword, &value);)
      if (!give_keyword(args, name, keyword, value, optional)) return 0;
  } else if (args->keywords)
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(args->keywords); i++)
      if (!give_keyword(args, name, PyTuple_GET_ITEM(args->keywords, i), args->values[args->count + i], optional)) return 0;
  return 1;
}

static int unpack(const Arguments *args, const char *name, Py_ssize_t least, Py_ssize_t most, PyObject **objects) {
  int method = args->object != NULL;
  Py_ssize_t given = args->count + method;
  if (given < least || given > most) {
    const char *or_more = least == most ? "" : given < least ? "at least " : "at most ";
    PyErr_Format(PyExc_TypeError, "%s expected %s%zd arguments, got %zd", name, or_more, (given < least ? least : most) - method,
                 args->count);
    return 0;
  }
  if (method) objects[0] = args->object;
  for (Py_ssize_t i = method; i < most; i++) objects[i] = i < given ? args->values[i - method] : NULL;
  return !args->names || give_keywords(args, name, objects + least);
}

#define SWIG_Python_UnpackTuple(args, name, min, max, objects) \
  (self ? SWIG_Python_UnpackTuple(args, name, min, max, objects) : unpack((const Arguments *) args, name, min, max, objects))

/* The module has its functions by now: those whose way in has changed are made again. */
static inline void enter_by_fastcall(PyObject *module, PyMethodDef *methods, const char *name, int flags, PyCFunction function) {
  for (PyMethodDef *method = methods; method->ml_name; method++)
    if (!strcmp(method->ml_name, name)) {
      method->ml_meth = function;
      method->ml_flags = METH_FASTCALL | flags;
    }
  PyModule_AddFunctions(module, methods);
}
%}

%define %fastcall(FUNCTION)
%fragment("fastcall");
%header %{
static PyObject *_wrap_##FUNCTION(PyObject *self, PyObject *args);
static PyObject *fastcall_##FUNCTION(PyObject *self, PyObject *const *values, Py_ssize_t count) {
  return _wrap_##FUNCTION(NULL, (PyObject *) &(Arguments){NULL, values, count});
}
%}
%init { enter_by_fastcall(m, SwigMethods, #FUNCTION, 0, (PyCFunction) (void (*)(void)) fastcall_##FUNCTION); }
%enddef

/* NAMES are those of the parameters with defaults, and NULL. */
%define %fastcall_with_keywords(FUNCTION, NAMES...)
%fragment("fastcall");
%header %{
static PyObject *_wrap_##FUNCTION(PyObject *self, PyObject *args);
static PyObject *fastcall_##FUNCTION(PyObject *self, PyObject *const *values, Py_ssize_t count, PyObject *keywords) {
  static const char *const names[] = {NAMES};
  return _wrap_##FUNCTION(NULL, (PyObject *) &(Arguments){NULL, values, count, names, keywords});
}
%}
%init { enter_by_fastcall(m, SwigMethods, #FUNCTION, METH_KEYWORDS, (PyCFunction) (void (*)(void)) fastcall_##FUNCTION); }
%enddef
