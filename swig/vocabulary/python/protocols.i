/* How a class is iterated and indexed: by slots of its type, which call the wrappers of its functions. */
%fragment("border_protocols", "header", fragment="border_handle") %{
static inline PyObject *step(PyCFunction next, PyObject *self) {
  PyObject *item = next(NULL, self);
  if (item == Py_None) Py_CLEAR(item); /* the end */
  return item;
}

static inline Py_ssize_t length_of(PyCFunction count, PyObject *self) {
  PyObject *number = count(NULL, self);
  Py_ssize_t length = number ? PyLong_AsSsize_t(number) : -1;
  Py_XDECREF(number);
  return length;
}

/* CPython has added the length to an index that was negative. */
static inline PyObject *item_at(PyCFunction count, PyCFunction at, PyObject *self, Py_ssize_t index) {
  Py_ssize_t length = length_of(count, self);
  if (length < 0) return NULL;
  if (index < 0 || index >= length) {
    PyErr_Format(PyExc_IndexError, "index %zd, but the length is %zd", index < 0 ? index - length : index, length);
    return NULL;
  }
  PyObject *number = PyLong_FromSsize_t(index);
  PyObject *item = number ? at(NULL, (PyObject *) &(Arguments){self, &number, 1}) : NULL;
  Py_XDECREF(number);
  return item;
}
%}
