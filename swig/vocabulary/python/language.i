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

/* help() and inspect.signature() read "name(a, b, /)\n--\n\n" at the start of the text, where SWIG puts an empty line. */
%init {
  for (PyMethodDef *method = SwigMethods; method->ml_name; method++)
    if (method->ml_doc && *method->ml_doc == '\n') method->ml_doc++;
}

/* ---- Calls ---- */

/* CPython makes a tuple for SWIG's wrapper of several arguments, which costs more than squaring a short array. Entered with
   self NULL, the wrapper has none: args is where CPython has the arguments. */
%fragment("fastcall", "header") %{
typedef struct {
  PyObject *object; /* of a method */
  PyObject *const *values;
  Py_ssize_t count;
} Arguments;

static int unpack(const Arguments *args, const char *name, Py_ssize_t count, PyObject **objects) {
  int method = args->object != NULL;
  if (args->count + method != count) {
    PyErr_Format(PyExc_TypeError, "%s expected %zd arguments, got %zd", name, count - method, args->count);
    return 0;
  }
  if (method) objects[0] = args->object;
  for (Py_ssize_t i = method; i < count; i++) objects[i] = args->values[i - method];
  return 1;
}

#define SWIG_Python_UnpackTuple(args, name, min, max, objects) \
  (self ? SWIG_Python_UnpackTuple(args, name, min, max, objects) : unpack((const Arguments *) args, name, max, objects))

/* The module has its functions by now: those whose way in has changed are made again. */
static inline void enter_by_fastcall(PyObject *module, PyMethodDef *methods, const char *name, PyCFunction function) {
  for (PyMethodDef *method = methods; method->ml_name; method++)
    if (!strcmp(method->ml_name, name)) {
      method->ml_meth = function;
      method->ml_flags = METH_FASTCALL;
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
%init { enter_by_fastcall(m, SwigMethods, #FUNCTION, (PyCFunction) (void (*)(void)) fastcall_##FUNCTION); }
%enddef
