/* How numbers cross. */

%fragment("raise_overflow", "header", fragment="shown") %{
static void raise_overflow(const char *function, const char *argument, PyObject *value, const char *range) {
  PyObject *digits = PyLong_Type.tp_repr(value); /* not that of a subclass, which Python 3.9 has here */
  if (!digits) { /* CPython refuses to print an integer of more than 4300 digits. */
    PyErr_Clear();
    PyObject *bits = PyObject_CallMethod((PyObject *) &PyLong_Type, "bit_length", "O", value);
    digits = bits ? PyUnicode_FromFormat("an integer of %S bits", bits) : NULL;
    Py_XDECREF(bits);
  }
  if (digits)
    PyErr_Format(PyExc_OverflowError, "%s(): %s = %U: the value does not fit in %s", shown(function), argument, digits, range);
  Py_XDECREF(digits);
}

static PyObject *integer_from_object(PyObject *object, const char *function, const char *argument) {
  if (PyLong_CheckExact(object)) return Py_INCREF(object), object;
  if (PyIndex_Check(object)) return PyNumber_Index(object);
  PyErr_Format(PyExc_TypeError, "%s(): %s: an integer is required, not %.200s", shown(function), argument,
               Py_TYPE(object)->tp_name);
  return NULL;
}
%}

%fragment("int32_from_object", "header", fragment="raise_overflow") %{
static int int32_from_int(PyObject *integer, const char *function, const char *argument, int32_t *value) {
  int overflow;
  long long number = PyLong_AsLongLongAndOverflow(integer, &overflow);
  if (overflow || number < INT32_MIN || number > INT32_MAX) {
    raise_overflow(function, argument, integer, "32 bits");
    return 0;
  }
  *value = (int32_t) number;
  return 1;
}

static int int32_from_object(PyObject *object, const char *function, const char *argument, int32_t *value) {
  if (PyLong_CheckExact(object)) return int32_from_int(object, function, argument, value);
  PyObject *integer = integer_from_object(object, function, argument);
  if (!integer) return 0; /* what __index__ raised, too */
  int ok = int32_from_int(integer, function, argument, value);
  Py_DECREF(integer);
  return ok;
}
%}

%typemap(in, fragment="int32_from_object") int32_t {
  if (!int32_from_object($input, "$symname", "$1_name", &$1)) SWIG_fail;
}
%typemap(out) int32_t "$result = PyLong_FromLong($1);"

/* The other integers. */
%define %integer(TYPE, NAME, FITS, RANGE, NUMBER, FROM_INT, TO_INT)
%fragment(#NAME, "header", fragment="raise_overflow") %{
static int NAME##_from_object(PyObject *object, const char *function, const char *argument, TYPE *value) {
  PyObject *integer = integer_from_object(object, function, argument);
  if (!integer) return 0;
  NUMBER number = FROM_INT(integer);
  int fits = (number != (NUMBER) -1 || !PyErr_Occurred()) && FITS;
  if (!fits) {
    PyErr_Clear();
    raise_overflow(function, argument, integer, RANGE);
  }
  Py_DECREF(integer);
  *value = (TYPE) number;
  return fits;
}
%}
%typemap(in, fragment=#NAME) TYPE {
  if (!NAME##_from_object($input, "$symname", "$1_name", &$1)) SWIG_fail;
}
%typemap(out) TYPE "$result = TO_INT($1);"
%enddef
%integer(int8_t, int8, number >= INT8_MIN && number <= INT8_MAX, "8 bits", long long, PyLong_AsLongLong, PyLong_FromLong)
%integer(uint8_t, uint8, number >= 0 && number <= UINT8_MAX, "8 bits without a sign", long long, PyLong_AsLongLong, PyLong_FromLong)
%integer(int16_t, int16, number >= INT16_MIN && number <= INT16_MAX, "16 bits", long long, PyLong_AsLongLong, PyLong_FromLong)
%integer(uint16_t, uint16, number >= 0 && number <= UINT16_MAX, "16 bits without a sign", long long, PyLong_AsLongLong, PyLong_FromLong)
%integer(uint32_t, uint32, number >= 0 && number <= UINT32_MAX, "32 bits without a sign", long long, PyLong_AsLongLong, PyLong_FromUnsignedLong)
%integer(int64_t, int64, number >= INT64_MIN && number <= INT64_MAX, "64 bits", long long, PyLong_AsLongLong, PyLong_FromLongLong)
%integer(long, long, number >= LONG_MIN && number <= LONG_MAX, "a long", long long, PyLong_AsLongLong, PyLong_FromLong)
%integer(ptrdiff_t, ptrdiff, number >= PTRDIFF_MIN && number <= PTRDIFF_MAX, "a ptrdiff_t", long long, PyLong_AsLongLong, PyLong_FromLongLong)
%integer(unsigned long, ulong, number <= ULONG_MAX, "an unsigned long", unsigned long long, PyLong_AsUnsignedLongLong, PyLong_FromUnsignedLong)
%integer(uint64_t, uint64, number <= UINT64_MAX, "64 bits without a sign", unsigned long long, PyLong_AsUnsignedLongLong, PyLong_FromUnsignedLongLong)
%integer(size_t, size, number <= SIZE_MAX, "a size_t", unsigned long long, PyLong_AsUnsignedLongLong, PyLong_FromSize_t)

%fragment("float_from_object", "header", fragment="shown") %{
static inline int float_from_object(PyObject *object, const char *function, const char *argument, double *value) {
  *value = PyFloat_AsDouble(object);
  if (*value != -1 || !PyErr_Occurred()) return 1;
  if (PyErr_ExceptionMatches(PyExc_TypeError)) /* else what the object raised, or an integer too large for a double */
    PyErr_Format(PyExc_TypeError, "%s(): %s: a float is required, not %.200s", shown(function), argument, Py_TYPE(object)->tp_name);
  return 0;
}

static inline int float32_from_object(PyObject *object, const char *function, const char *argument, float *value) {
  double wide;
  if (!float_from_object(object, function, argument, &wide)) return 0;
  *value = (float) wide;
  if (!Py_IS_INFINITY((double) *value) || Py_IS_INFINITY(wide)) return 1;
  PyErr_Format(PyExc_OverflowError, "%s(): %s = %R: the value does not fit in a float", shown(function), argument, object);
  return 0;
}
%}
%typemap(in, fragment="float_from_object") double {
  if (!float_from_object($input, "$symname", "$1_name", &$1)) SWIG_fail;
}
%typemap(in, fragment="float_from_object") float {
  if (!float32_from_object($input, "$symname", "$1_name", &$1)) SWIG_fail;
}
%typemap(out) double, float "$result = PyFloat_FromDouble($1);"

%fragment("bool_from_object", "header", fragment="shown") %{
static int bool_from_object(PyObject *object, const char *function, const char *argument, bool *value) {
  *value = object == Py_True;
  if (PyBool_Check(object)) return 1;
  PyErr_Format(PyExc_TypeError, "%s(): %s: a bool is required, not %.200s", shown(function), argument, Py_TYPE(object)->tp_name);
  return 0;
}
%}
%typemap(in, fragment="bool_from_object") bool {
  if (!bool_from_object($input, "$symname", "$1_name", &$1)) SWIG_fail;
}
%typemap(out) bool "$result = PyBool_FromLong($1);"

/* A character of C is one of ASCII: others have several bytes. */
%fragment("char_from_object", "header", fragment="shown") %{
static int char_from_object(PyObject *object, const char *function, const char *argument, char *value) {
  Py_UCS4 character = PyUnicode_Check(object) && PyUnicode_GetLength(object) == 1 ? PyUnicode_ReadChar(object, 0) : 128;
  *value = (char) character;
  if (character < 128) return 1;
  PyErr_Format(PyUnicode_Check(object) ? PyExc_ValueError : PyExc_TypeError, "%s(): %s: a str of one ASCII character is required",
               shown(function), argument);
  return 0;
}
%}
%typemap(in, fragment="char_from_object") char {
  if (!char_from_object($input, "$symname", "$1_name", &$1)) SWIG_fail;
}
%fragment("ascii_from_char", "header") %{
static inline PyObject *ascii_from_char(char character) { return PyUnicode_DecodeASCII(&character, 1, "strict"); }
%}
%typemap(out, fragment="ascii_from_char") char {
  $result = ascii_from_char($1);
  if (!$result) SWIG_fail;
}

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

/* A number that may be missing, as None. TO_OBJECT makes a Python object of its value. */
%define %optional_kind(NAME, TO_OBJECT)
%typemap(out) border_optional_##NAME {
  $result = $1.present ? TO_OBJECT($1.value) : SWIG_Py_Void();
  if (!$result) SWIG_fail;
}
%enddef
