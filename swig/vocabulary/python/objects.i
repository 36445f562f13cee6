/* How arrays of objects cross: any sequence of them. */
%fragment("cells_from_object", "header", fragment="border_objects,border_handle") %{
/* The tuple keeps the objects, whatever another thread does to the list during the call. */
static int cells_from_object(PyObject *object, PyTypeObject *type, const char *function, const char *argument, PyObject **tuple,
                             border_cell ***cells) {
  if (!PySequence_Check(object)) {
    PyErr_Format(PyExc_TypeError, "%s(): %s: a list of %s is required, not %.200s", shown(function), argument,
                 strrchr(type->tp_name, '.') + 1, Py_TYPE(object)->tp_name);
    return 0;
  }
  *tuple = PySequence_Tuple(object);
  Py_ssize_t count = *tuple ? PyTuple_GET_SIZE(*tuple) : 0;
  *cells = *tuple ? PyMem_Calloc((size_t) count + 1, sizeof **cells) : NULL;
  if (!*cells) return PyErr_Occurred() ? 0 : (PyErr_NoMemory(), 0);
  for (Py_ssize_t i = 0; i < count; i++) {
    char name[128];
    PyOS_snprintf(name, sizeof name, "%s[%zd]", argument, i);
    if (!((*cells)[i] = cell_from_object(PyTuple_GET_ITEM(*tuple, i), type, function, name))) return 0;
  }
  return 1;
}
%}

%define %objects_kind(NAME)
%typemap(in, fragment="cells_from_object") border_objects_##NAME (PyObject *tuple = NULL, border_cell **cells = NULL) {
  if (!cells_from_object($input, NAME##_type, "$symname", "$1_name", &tuple, &cells)) SWIG_fail;
  $1.data = cells;
  $1.count = (size_t) PyTuple_GET_SIZE(tuple);
}
%typemap(freearg) border_objects_##NAME {
  PyMem_Free(cells$argnum);
  Py_XDECREF(tuple$argnum);
}
%enddef
