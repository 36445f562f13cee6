/* How arrays of numbers cross: without a copy. */

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
