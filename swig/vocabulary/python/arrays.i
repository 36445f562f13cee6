/* How arrays of numbers cross: without a copy. */

%fragment("buffer_from_object", "header", fragment="shown") %{
typedef struct {
  const char *name, *formats; /* as in the module struct; the first is the one to use */
  Py_ssize_t size;
} element;

static int has_elements(const Py_buffer *view, const element *element) {
  const char *format = view->format ? view->format : "B";
  if (*format == '@' || *format == '=' || *format == (PY_LITTLE_ENDIAN ? '<' : '>')) format++;
  return *format && !format[1] && strchr(element->formats, *format) && view->itemsize == element->size;
}

/* PyBuffer_IsContiguous() for one dimension, inline. ctypes gives no strides. */
static int is_contiguous(const Py_buffer *view) {
  return !view->suboffsets && (!view->strides || view->strides[0] == view->itemsize || view->shape[0] < 2);
}

/* From here on other threads run meanwhile: letting go of the interpreter and taking it back costs some 50 ns. */
#define LONG_ARRAY 16384

/* Not pybuffer.i: it releases the buffer before the call and does not look at the format. */
static int get_buffer(
    PyObject *object, const char *function, const char *argument, int writable, const element *element, Py_buffer *view) {
  if (PyObject_GetBuffer(object, view, PyBUF_FULL_RO) < 0) {
    if (!PyObject_CheckBuffer(object)) /* else what the object raised */
      PyErr_Format(PyExc_TypeError, "%s(): %s: a buffer of %s is required, not %.200s", shown(function), argument, element->name,
                   Py_TYPE(object)->tp_name);
  } else if (!has_elements(view, element))
    PyErr_Format(PyExc_TypeError, "%s(): %s: elements of format '%c' (%s) are required, not '%s'", shown(function), argument,
                 *element->formats, element->name, view->format ? view->format : "B");
  else if (writable && view->readonly)
    PyErr_Format(PyExc_TypeError, "%s(): %s: a writable buffer is required", shown(function), argument);
  else if (view->ndim != 1)
    PyErr_Format(PyExc_ValueError, "%s(): %s: 1 dimension is required, not %d", shown(function), argument, view->ndim);
  else if (!is_contiguous(view))
    PyErr_Format(PyExc_ValueError, "%s(): %s: a contiguous buffer is required", shown(function), argument);
  else if (view->len > 0 && ((uintptr_t) view->buf & (uintptr_t) (element->size - 1)) != 0) /* CPython's empty array is not aligned */
    PyErr_Format(PyExc_ValueError, "%s(): %s: a buffer aligned to %zd bytes is required", shown(function), argument, element->size);
  else
    return 1;
  return 0;
}
%}

%fragment("int32_map", "header", fragment="buffer_from_object") %{
static const element int32_map_elements = {"int32", "il", 4};

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
%typemap(in, fragment="int32_map") (const int32_t *INPUT, size_t COUNT) (Py_buffer _global_input = {0}) {
  if (!get_buffer($input, "$symname", #INPUT, 0, &int32_map_elements, &_global_input)) SWIG_fail;
  $1 = _global_input.buf;
  $2 = (size_t) _global_input.shape[0];
}
%typemap(in) int32_t *OUTPUT (Py_buffer _global_output = {0}) {
  if (!get_buffer($input, "$symname", #OUTPUT, 1, &int32_map_elements, &_global_output)) SWIG_fail;
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

/* Arrays whose elements are TYPE; NAME is TYPE without spaces, FORMATS those of the module struct. */
%fragment("array_from_view", "header", fragment="border_view") %{
static PyObject *array_from_view(border_view view, const char *format, size_t size) {
  PyObject *array = view.data ? NULL : SWIG_Py_Void();
  PyObject *module = view.data ? PyImport_ImportModule("array") : NULL;
  if (module) array = PyObject_CallMethod(module, "array", "sy#", format, view.data, (Py_ssize_t) (view.count * size));
  Py_XDECREF(module);
  border_release(&view);
  return array;
}
%}

%define %array_kind(TYPE, NAME, SHORT, FORMATS, FORMAT)
%border_array_types(TYPE, NAME)
%fragment(#NAME, "header", fragment="buffer_from_object") %{
static const element NAME##_elements = {#SHORT, FORMATS, sizeof(TYPE)};
%}
%typemap(in, fragment=#NAME) border_array_##NAME (Py_buffer view = {0}) {
  if (!get_buffer($input, "$symname", "$1_name", 0, &NAME##_elements, &view)) SWIG_fail;
  $1.data = view.buf;
  $1.count = (size_t) view.shape[0];
}
%typemap(in, fragment=#NAME) border_span_##NAME (Py_buffer view = {0}) {
  if (!get_buffer($input, "$symname", "$1_name", 1, &NAME##_elements, &view)) SWIG_fail;
  $1.data = view.buf;
  $1.count = (size_t) view.shape[0];
}
%typemap(freearg) border_array_##NAME, border_span_##NAME "PyBuffer_Release(&view$argnum);"
%typemap(out, fragment="array_from_view") border_view_##NAME, border_nullable_view_##NAME {
  $result = array_from_view($1, FORMAT, sizeof(TYPE));
  if (!$result) SWIG_fail;
}
%enddef
