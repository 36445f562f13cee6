/* How bytes cross: any contiguous buffer in, without a copy; bytes out. */

%fragment("bytes_from_object", "header", fragment="shown") %{
static int bytes_from_object(
    PyObject *object, const char *function, const char *argument, int nullable, int flags, Py_buffer *view) {
  memset(view, 0, sizeof *view);
  if (nullable && object == Py_None) return 1;
  if (PyObject_GetBuffer(object, view, flags) == 0) return 1;
  if (!PyObject_CheckBuffer(object)) /* else what the object raised */
    PyErr_Format(PyExc_TypeError, "%s(): %s: a bytes-like object is required, not %.200s", shown(function), argument,
                 Py_TYPE(object)->tp_name);
  else if (flags == PyBUF_WRITABLE) {
    PyErr_Clear();
    PyErr_Format(PyExc_TypeError, "%s(): %s: a writable contiguous buffer is required", shown(function), argument);
  }
  return 0;
}
%}

%define %bytes_from_object(TYPE, NULLABLE, FLAGS)
%typemap(in, fragment="bytes_from_object") TYPE (Py_buffer view = {0}) {
  if (!bytes_from_object($input, "$symname", "$1_name", NULLABLE, FLAGS, &view)) SWIG_fail;
  $1.data = view.obj && !view.buf ? "" : view.buf; /* NULL is None */
  $1.size = (size_t) view.len;
}
%typemap(freearg) TYPE "PyBuffer_Release(&view$argnum);"
%enddef
%bytes_from_object(border_bytes, 0, PyBUF_SIMPLE)
%bytes_from_object(border_nullable_bytes, 1, PyBUF_SIMPLE)
%bytes_from_object(border_buffer, 0, PyBUF_WRITABLE)

%fragment("bytes_from_view", "header", fragment="border_view") %{
static PyObject *bytes_from_view(border_view view) {
  PyObject *bytes = view.data ? PyBytes_FromStringAndSize(view.data, (Py_ssize_t) view.count) : SWIG_Py_Void();
  border_release(&view);
  return bytes;
}
%}
%typemap(out, fragment="bytes_from_view") border_bytes_view, border_nullable_bytes_view {
  $result = bytes_from_view($1);
  if (!$result) SWIG_fail;
}
