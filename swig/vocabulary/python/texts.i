/* How lists of texts cross: any sequence in, a list out. */

%fragment("elements_from_object", "header", fragment="shown") %{
/* Room for what C is given of each. The tuple keeps them, whatever another thread does to the list during the call. */
static void *elements_from_object(PyObject *object, int is_list, const char *of, const char *function, const char *argument,
                                  size_t size, PyObject **tuple) {
  if (!is_list) {
    PyErr_Format(PyExc_TypeError, "%s(): %s: a list of %s is required, not %.200s", shown(function), argument, of,
                 Py_TYPE(object)->tp_name);
    return NULL;
  }
  *tuple = PySequence_Tuple(object);
  void *elements = *tuple ? PyMem_Calloc((size_t) PyTuple_GET_SIZE(*tuple) + 1, size) : NULL;
  if (!elements && !PyErr_Occurred()) PyErr_NoMemory();
  return elements;
}
%}

%fragment("texts_from_object", "header", fragment="border_texts,text_from_object,elements_from_object") %{
static int texts_from_object(PyObject *object, const char *function, const char *argument, int nullable, PyObject **tuple,
                             const char ***texts) {
  if (nullable && object == Py_None) return 1;
  int is_list = PySequence_Check(object) && !PyUnicode_Check(object);
  *texts = elements_from_object(object, is_list, "str", function, argument, sizeof **texts, tuple);
  for (Py_ssize_t i = 0; *texts && i < PyTuple_GET_SIZE(*tuple); i++) {
    char name[128];
    PyOS_snprintf(name, sizeof name, "%s[%zd]", argument, i);
    if (!terminated_text_from_object(PyTuple_GET_ITEM(*tuple, i), function, name, 0, &(*texts)[i])) return 0;
  }
  return *texts != NULL;
}
%}

%define %texts_from_object(TYPE, NULLABLE)
%typemap(in, fragment="texts_from_object") TYPE (PyObject *tuple = NULL, const char **texts = NULL) {
  if (!texts_from_object($input, "$symname", "$1_name", NULLABLE, &tuple, &texts)) SWIG_fail;
  $1.data = texts;
  $1.count = tuple ? (size_t) PyTuple_GET_SIZE(tuple) : 0;
}
%typemap(freearg) TYPE {
  PyMem_Free((void *) texts$argnum);
  Py_XDECREF(tuple$argnum);
}
%enddef
%texts_from_object(border_texts, 0)
%texts_from_object(border_nullable_texts, 1)

%fragment("list_from_view", "header", fragment="border_texts") %{
static PyObject *list_from_view(border_view view) {
  PyObject *list = view.data ? PyList_New(0) : SWIG_Py_Void();
  const char *text = view.data, *end = text + view.count;
  for (size_t length; list && text < end; text += length + 1) {
    length = strlen(text);
    PyObject *item = PyUnicode_DecodeUTF8(text, (Py_ssize_t) length, "strict");
    if (!item || PyList_Append(list, item) < 0) Py_CLEAR(list);
    Py_XDECREF(item);
  }
  border_release(&view);
  return list;
}
%}
%typemap(out, fragment="list_from_view") border_texts_view, border_nullable_texts_view {
  $result = list_from_view($1);
  if (!$result) SWIG_fail;
}
