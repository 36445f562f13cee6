/* How numbers cross. */

%fragment("int32_from_object", "header") %{
static void raise_overflow(const char *function, const char *argument, PyObject *value) {
  PyObject *digits = PyLong_Type.tp_repr(value); /* not that of a subclass, which Python 3.9 has here */
  if (!digits) { /* CPython refuses to print an integer of more than 4300 digits. */
    PyErr_Clear();
    PyObject *bits = PyObject_CallMethod((PyObject *) &PyLong_Type, "bit_length", "O", value);
    digits = bits ? PyUnicode_FromFormat("an integer of %S bits", bits) : NULL;
    Py_XDECREF(bits);
  }
  if (digits)
    PyErr_Format(PyExc_OverflowError, "%s(): %s = %U: the value does not fit in 32 bits", function, argument, digits);
  Py_XDECREF(digits);
}

static int int32_from_int(PyObject *integer, const char *function, const char *argument, int32_t *value) {
  int overflow;
  long long number = PyLong_AsLongLongAndOverflow(integer, &overflow);
  if (overflow || number < INT32_MIN || number > INT32_MAX) {
    raise_overflow(function, argument, integer);
    return 0;
  }
  *value = (int32_t) number;
  return 1;
}

static int int32_from_object(PyObject *object, const char *function, const char *argument, int32_t *value) {
  if (PyLong_CheckExact(object)) return int32_from_int(object, function, argument, value);
  if (!PyIndex_Check(object)) {
    PyErr_Format(PyExc_TypeError, "%s(): %s: an integer is required, not %.200s", function, argument,
                 Py_TYPE(object)->tp_name);
    return 0;
  }
  PyObject *integer = PyNumber_Index(object);
  if (!integer) return 0; /* what __index__ raised */
  int ok = int32_from_int(integer, function, argument, value);
  Py_DECREF(integer);
  return ok;
}
%}

%typemap(in, fragment="int32_from_object") int32_t {
  if (!int32_from_object($input, "$symname", "$1_name", &$1)) SWIG_fail;
}
%typemap(out) int32_t "$result = PyLong_FromLong($1);"

/* int32_t FUNCTION(.., int32_t ARGUMENT, ..): a negative result means that it did not fit.
   The _global_ keeps SWIG from numbering the variable, so that the second typemap can name it. */
%define %negative_is_overflow(FUNCTION, ARGUMENT)
%typemap(in, fragment="int32_from_object") int32_t ARGUMENT (int32_t _global_##ARGUMENT) {
  if (!int32_from_object($input, "$symname", "$1_name", &_global_##ARGUMENT)) SWIG_fail;
  $1 = _global_##ARGUMENT;
}
%typemap(out) int32_t FUNCTION {
  if ($1 < 0) {
    PyErr_Format(PyExc_OverflowError, "$symname(): " #ARGUMENT " = %ld: the result does not fit in 32 bits",
                 (long) _global_##ARGUMENT);
    SWIG_fail;
  }
  $result = PyLong_FromLong($1);
}
%enddef
