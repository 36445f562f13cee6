/* How arrays of objects cross: any sequence of them. */
%fragment("cells_from_object", "header", fragment="border_objects,border_handle,elements_from_object") %{
static int cells_from_object(PyObject *object, PyTypeObject *type, const char *function, const char *argument, PyObject **tuple,
                             border_cell ***cells) {
  *cells = elements_from_object(object, PySequence_Check(object), strrchr(type->tp_name, '.') + 1, function, argument,
                                sizeof **cells, tuple);
  for (Py_ssize_t i = 0; *cells && i < PyTuple_GET_SIZE(*tuple); i++) {
    char name[128];
    PyOS_snprintf(name, sizeof name, "%s[%zd]", argument, i);
    if (!((*cells)[i] = cell_from_object(PyTuple_GET_ITEM(*tuple, i), type, function, name))) return 0;
  }
  return *cells != NULL;
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
