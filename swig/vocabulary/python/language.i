/* HOW a C library crosses to Python. The functions of the native module are the public interface; SWIG's own Python proxy
   is not used. */

#pragma SWIG nowarn=566 /* raised by every command that is left out */
%feature("doxygen:ignore:conly", range="line");
%feature("doxygen:alias:fails") ":raises OverflowError: "
%feature("doxygen:alias:forbids") ":raises ValueError: "

/* ---- Signatures ---- */

%fragment("add_signature", "header") %{
/* help() and inspect.signature() read "name(a, b, /)\n--\n\n" before the text; SWIG can only write one or the other.
   The new text is never freed: it lives as long as the static method table. Without memory for it, the old one stays. */
#define WRONG_TYPE ":raises TypeError: An argument has another type.\n"

static void add_signature(PyMethodDef *method) {
  if (!method->ml_doc || *method->ml_doc != '\n') return;
  const char *text = method->ml_doc + 1, *parameter = text;
  char *doc = malloc(2 * strlen(text) + strlen(method->ml_name) + sizeof "(/)\n--\n\n" WRONG_TYPE);
  if (!doc) return;
  char *end = doc + sprintf(doc, "%s(", method->ml_name);
  while ((parameter = strstr(parameter, ":param "))) {
    parameter += strlen(":param ");
    end += sprintf(end, "%.*s, ", (int) strcspn(parameter, ":"), parameter);
  }
  int none = end[-1] == '(';
  sprintf(end, "%s)\n--\n\n%s%s", none ? "" : "/", text, none ? "" : WRONG_TYPE);
  method->ml_doc = doc;
}
%}

%init {
  for (PyMethodDef *method = SwigMethods; method->ml_name; method++) add_signature(method);
}
%fragment("add_signature");

/* ---- Calls ---- */

/* CPython makes a tuple for SWIG's wrapper of several arguments, which costs more than squaring a short array. After
   %fastcall(FUNCTION) there is none: the wrapper is entered with self NULL, and args is where CPython has the arguments. */
%fragment("fastcall", "header") %{
typedef struct {
  PyObject *const *values;
  Py_ssize_t count;
} Arguments;

static int unpack(const Arguments *args, const char *name, Py_ssize_t count, PyObject **objects) {
  if (args->count != count) {
    PyErr_Format(PyExc_TypeError, "%s expected %zd arguments, got %zd", name, count, args->count);
    return 0;
  }
  memcpy(objects, args->values, (size_t) count * sizeof *objects);
  return 1;
}

#define SWIG_Python_UnpackTuple(args, name, min, max, objects) \
  (self ? SWIG_Python_UnpackTuple(args, name, min, max, objects) : unpack((const Arguments *) args, name, max, objects))

/* The module has its functions by now: those whose way in has changed are made again. */
static void enter_by_fastcall(PyObject *module, PyMethodDef *methods, const char *name, PyCFunction function) {
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
  return _wrap_##FUNCTION(NULL, (PyObject *) &(Arguments){values, count});
}
%}
%init { enter_by_fastcall(m, SwigMethods, #FUNCTION, (PyCFunction) (void (*)(void)) fastcall_##FUNCTION); }
%enddef
