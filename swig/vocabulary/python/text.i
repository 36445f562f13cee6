/* How text crosses: as UTF-8, without a copy on the way in. */

%fragment("text_from_object", "header", fragment="shown") %{
static inline int text_from_object(
    PyObject *object, const char *function, const char *argument, int nullable, const char **text, Py_ssize_t *size) {
  *text = NULL;
  *size = 0;
  if (nullable && object == Py_None) return 1;
  if (PyUnicode_Check(object)) return (*text = PyUnicode_AsUTF8AndSize(object, size)) != NULL;
  PyErr_Format(PyExc_TypeError, "%s(): %s: a str is required, not %.200s", shown(function), argument, Py_TYPE(object)->tp_name);
  return 0;
}

/* C would take what stands before a NUL for the whole text. */
static inline int terminated_text_from_object(
    PyObject *object, const char *function, const char *argument, int nullable, const char **text) {
  Py_ssize_t size;
  if (!text_from_object(object, function, argument, nullable, text, &size)) return 0;
  if (!*text || strlen(*text) == (size_t) size) return 1;
  PyErr_Format(PyExc_ValueError, "%s(): %s: an embedded null character", shown(function), argument);
  return 0;
}
%}

%typemap(in, fragment="text_from_object") border_text {
  if (!terminated_text_from_object($input, "$symname", "$1_name", 0, &$1)) SWIG_fail;
}
%typemap(in, fragment="text_from_object") border_nullable_text {
  if (!terminated_text_from_object($input, "$symname", "$1_name", 1, &$1)) SWIG_fail;
}
%typemap(in, fragment="text_from_object") border_sized_text (Py_ssize_t length) {
  if (!text_from_object($input, "$symname", "$1_name", 0, &$1.data, &length)) SWIG_fail;
  $1.size = (size_t) length;
}

%fragment("text_from_view", "header", fragment="border_view") %{
static PyObject *text_from_view(border_view view) {
  PyObject *text = view.data ? PyUnicode_DecodeUTF8(view.data, (Py_ssize_t) view.count, "strict") : SWIG_Py_Void();
  border_release(&view);
  return text;
}
%}
%typemap(out, fragment="text_from_view") border_text_view, border_nullable_text_view {
  $result = text_from_view($1);
  if (!$result) SWIG_fail;
}
