/* How several results cross: as a named tuple. */

/* NAME##_fields are its fields, COUNT of them; NAME##_values() fills them. */
%define %record_kind(NAME, COUNT, DOC)
%header %{
static PyTypeObject *NAME##_type;
%}
%init {
  static PyStructSequence_Desc NAME##_description = {SWIG_name "." #NAME, DOC, NAME##_fields, COUNT};
  NAME##_type = PyStructSequence_NewType(&NAME##_description);
  if (NAME##_type) PyModule_AddObjectRef(m, #NAME, (PyObject *) NAME##_type);
}
%typemap(out) border_##NAME {
  PyObject *values = PyStructSequence_New(NAME##_type);
  if (values && !NAME##_values(values, &$1)) Py_CLEAR(values);
  $result = values;
  if (!$result) SWIG_fail;
}
%enddef
