/* How constants cross: as attributes of the module, with the value that the C compiler gives them. */

%define %constant_kind(NAME, VALUE, TO_OBJECT)
%init {
  PyObject *NAME##_value = TO_OBJECT(VALUE);
  if (NAME##_value) PyModule_AddObject(m, #NAME, NAME##_value);
}
%enddef
