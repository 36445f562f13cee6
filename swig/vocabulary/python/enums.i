/* How enums cross: as members of an IntEnum or IntFlag; a value that no enumerator has is a plain int. */

%fragment("border_enum", "header", fragment="shown") %{
typedef struct {
  const char *name;
  long long value;
} enumerator;

static PyObject *new_enum(PyObject *module, const char *base, const char *name, const char *doc, const enumerator *items) {
  PyObject *members = PyList_New(0), *library = PyImport_ImportModule("enum"), *made = NULL;
  for (; members && items->name; items++) {
    PyObject *item = Py_BuildValue("(sL)", items->name, items->value);
    if (!item || PyList_Append(members, item) < 0) Py_CLEAR(members);
    Py_XDECREF(item);
  }
  if (members && library) made = PyObject_CallMethod(library, base, "sO", name, members);
  if (made) {
    PyObject *text = PyUnicode_FromString(doc), *place = PyModule_GetNameObject(module);
    if (!text || !place || PyObject_SetAttrString(made, "__doc__", text) < 0 || PyObject_SetAttrString(made, "__module__", place) < 0 ||
        PyModule_AddObjectRef(module, name, made) < 0)
      Py_CLEAR(made);
    Py_XDECREF(text);
    Py_XDECREF(place);
  }
  Py_XDECREF(members);
  Py_XDECREF(library);
  return made;
}

static inline int member_from_object(
    PyObject *type, PyObject *object, const char *function, const char *argument, const char *name, long long *value) {
  if (!PyLong_Check(object)) {
    PyErr_Format(PyExc_TypeError, "%s(): %s: a %s is required, not %.200s", shown(function), argument, name,
                 Py_TYPE(object)->tp_name);
    return 0;
  }
  PyObject *member = PyObject_CallOneArg(type, object); /* a ValueError that names the type, if it has no such member */
  *value = member ? PyLong_AsLongLong(member) : 0;
  Py_XDECREF(member);
  return member && !PyErr_Occurred();
}

static inline PyObject *member_from_value(PyObject *type, long long value) {
  PyObject *number = PyLong_FromLongLong(value);
  PyObject *member = number ? PyObject_CallOneArg(type, number) : NULL;
  if (member || !PyErr_ExceptionMatches(PyExc_ValueError)) {
    Py_XDECREF(number);
    return member;
  }
  PyErr_Clear(); /* a later version of the library has more */
  return number;
}
%}

/* BASE is IntEnum or IntFlag; NAME##_items are its enumerators. */
%define %enum_kind(NAME, BASE, DOC)
%fragment("border_enum");
%header %{
static PyObject *NAME##_type;
%}
%init {
  NAME##_type = new_enum(m, #BASE, #NAME, DOC, NAME##_items);
}
%typemap(in) border_##NAME (long long value) {
  if (!member_from_object(NAME##_type, $input, "$symname", "$1_name", #NAME, &value)) SWIG_fail;
  $1 = (border_##NAME) value;
}
%typemap(out) border_##NAME {
  $result = member_from_value(NAME##_type, (long long) $1);
  if (!$result) SWIG_fail;
}
%enddef
