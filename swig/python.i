/* HOW a C library crosses to Python. A vocabulary for any library: the typemaps and the three macros that every language
   defines. The functions of the native module are the public interface; SWIG's own Python proxy is not used. */
%include "stdint.i"

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

/* ---- Numbers ---- */

%fragment("int32_from_object", "header") %{
static void raise_overflow(const char *function, const char *argument, PyObject *value) {
  PyObject *digits = PyObject_Repr(value);
  if (!digits) { /* CPython refuses to print an integer of more than 4300 digits. */
    PyErr_Clear();
    PyObject *bits = PyObject_CallMethod(value, "bit_length", NULL);
    digits = bits ? PyUnicode_FromFormat("an integer of %S bits", bits) : NULL;
    Py_XDECREF(bits);
  }
  if (digits)
    PyErr_Format(PyExc_OverflowError, "%s(): %s = %U: the value does not fit in 32 bits", function, argument, digits);
  Py_XDECREF(digits);
}

static int int32_from_int(PyObject *integer, const char *function, const char *argument, int32_t *value) {
  int overflow;
  long long number = PyLong_AsLongLongAndOverflow(integer, &overflow);
  if (overflow || number < INT32_MIN || number > INT32_MAX) {
    raise_overflow(function, argument, integer);
    return 0;
  }
  *value = (int32_t) number;
  return 1;
}

static int int32_from_object(PyObject *object, const char *function, const char *argument, int32_t *value) {
  if (PyLong_CheckExact(object)) return int32_from_int(object, function, argument, value);
  if (!PyIndex_Check(object)) {
    PyErr_Format(PyExc_TypeError, "%s(): %s: an integer is required, not %.200s", function, argument,
                 Py_TYPE(object)->tp_name);
    return 0;
  }
  PyObject *integer = PyNumber_Index(object);
  if (!integer) return 0; /* what __index__ raised */
  int ok = int32_from_int(integer, function, argument, value);
  Py_DECREF(integer);
  return ok;
}
%}

%typemap(in, fragment="int32_from_object") int32_t {
  if (!int32_from_object($input, "$symname", "$1_name", &$1)) SWIG_fail;
}
%typemap(out) int32_t "$result = PyLong_FromLong($1);"

/* int32_t FUNCTION(.., int32_t ARGUMENT, ..): a negative result means that it did not fit.
   The _global_ keeps SWIG from numbering the variable, so that the second typemap can name it. */
%define %negative_is_overflow(FUNCTION, ARGUMENT)
%typemap(in, fragment="int32_from_object") int32_t ARGUMENT (int32_t _global_##ARGUMENT) {
  if (!int32_from_object($input, "$symname", "$1_name", &_global_##ARGUMENT)) SWIG_fail;
  $1 = _global_##ARGUMENT;
}
%typemap(out) int32_t FUNCTION {
  if ($1 < 0) {
    PyErr_Format(PyExc_OverflowError, "$symname(): " #ARGUMENT " = %ld: the result does not fit in 32 bits",
                 (long) _global_##ARGUMENT);
    SWIG_fail;
  }
  $result = PyLong_FromLong($1);
}
%enddef

/* ---- Arrays ---- */

%fragment("int32_buffer", "header") %{
static int is_int32(const Py_buffer *view) {
  const char *format = view->format ? view->format : "B";
  if (*format == '@' || *format == '=' || *format == (PY_LITTLE_ENDIAN ? '<' : '>')) format++;
  return (*format == 'i' || *format == 'l') && !format[1] && view->itemsize == sizeof(int32_t);
}

/* PyBuffer_IsContiguous() for one dimension, inline. ctypes gives no strides. */
static int is_contiguous(const Py_buffer *view) {
  return !view->suboffsets && (!view->strides || view->strides[0] == view->itemsize || view->shape[0] < 2);
}

/* From here on other threads run meanwhile: letting go of the interpreter and taking it back costs some 50 ns. */
#define LONG_ARRAY 16384

/* Not pybuffer.i: it releases the buffer before the call and does not look at the format. */
static int get_int32_buffer(PyObject *object, const char *function, const char *argument, int writable, Py_buffer *view) {
  if (PyObject_GetBuffer(object, view, PyBUF_FULL_RO) < 0) {
    if (!PyObject_CheckBuffer(object)) /* else what the object raised */
      PyErr_Format(PyExc_TypeError, "%s(): %s: a buffer of int32 is required, not %.200s", function, argument,
                   Py_TYPE(object)->tp_name);
  } else if (!is_int32(view))
    PyErr_Format(PyExc_TypeError, "%s(): %s: elements of format 'i' (int32) are required, not '%s'", function, argument,
                 view->format ? view->format : "B");
  else if (writable && view->readonly)
    PyErr_Format(PyExc_TypeError, "%s(): %s: a writable buffer is required", function, argument);
  else if (view->ndim != 1)
    PyErr_Format(PyExc_ValueError, "%s(): %s: 1 dimension is required, not %d", function, argument, view->ndim);
  else if (!is_contiguous(view))
    PyErr_Format(PyExc_ValueError, "%s(): %s: a contiguous buffer is required", function, argument);
  else if (view->len > 0 && (uintptr_t) view->buf % sizeof(int32_t) != 0) /* CPython's empty array is not aligned */
    PyErr_Format(PyExc_ValueError, "%s(): %s: a buffer aligned to 4 bytes is required", function, argument);
  else
    return 1;
  return 0;
}

static int fits_input(const Py_buffer *output, const Py_buffer *input, const char *function, const char *output_name,
                      const char *input_name) {
  const char *in = input->buf, *out = output->buf;
  if (output->len != input->len)
    PyErr_Format(PyExc_ValueError, "%s(): %s: %zd elements, but %s has %zd", function, output_name, output->shape[0],
                 input_name, input->shape[0]);
  else if (out != in && out < in + input->len && in < out + output->len)
    PyErr_Format(PyExc_ValueError, "%s(): %s: overlaps %s without being the same", function, output_name, input_name);
  else
    return 1;
  return 0;
}
%}

/* size_t FUNCTION(const int32_t *INPUT, size_t COUNT, int32_t *OUTPUT): the result is the index of the first element that
   did not fit, or COUNT. A view whose obj is NULL holds nothing, and releasing it does nothing. */
%define %index_of_first_overflow(FUNCTION, INPUT, COUNT, OUTPUT)
%fastcall(FUNCTION)
%typemap(doctype) const int32_t *INPUT "one-dimensional contiguous buffer of int32";
%typemap(doctype) int32_t *OUTPUT "writable one-dimensional contiguous buffer of int32";
%typemap(in, fragment="int32_buffer") (const int32_t *INPUT, size_t COUNT) (Py_buffer _global_input = {0}) {
  if (!get_int32_buffer($input, "$symname", #INPUT, 0, &_global_input)) SWIG_fail;
  $1 = _global_input.buf;
  $2 = (size_t) _global_input.shape[0];
}
%typemap(in) int32_t *OUTPUT (Py_buffer _global_output = {0}) {
  if (!get_int32_buffer($input, "$symname", #OUTPUT, 1, &_global_output)) SWIG_fail;
  if (!fits_input(&_global_output, &_global_input, "$symname", #OUTPUT, #INPUT)) SWIG_fail;
  $1 = _global_output.buf;
}
%typemap(freearg) (const int32_t *INPUT, size_t COUNT) "PyBuffer_Release(&_global_input);"
%typemap(freearg) int32_t *OUTPUT "PyBuffer_Release(&_global_output);"
%exception FUNCTION {
  PyThreadState *state = _global_input.shape[0] >= LONG_ARRAY ? PyEval_SaveThread() : NULL;
  $action
  if (state) PyEval_RestoreThread(state);
}
%typemap(out) size_t FUNCTION {
  if ($1 < (size_t) _global_input.shape[0]) {
    PyErr_Format(PyExc_OverflowError, "$symname(): " #INPUT "[%zu]: the result does not fit in 32 bits", $1);
    SWIG_fail;
  }
  $result = SWIG_Py_Void();
}
%enddef

/* ---- The version ---- */

/* const char *FUNCTION(void) becomes __version__; MACRO, the header's version, stays in C. */
%define %library_version(FUNCTION, MACRO)
%ignore FUNCTION;
%ignore MACRO;
%init { PyModule_AddStringConstant(m, "__version__", FUNCTION()); }
%enddef
