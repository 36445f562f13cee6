/* How objects cross: a heap type for each class, whose methods are native functions with the object as first argument. */

%fragment("border_handle", "header", fragment="border_cell,raise_failure,fastcall") %{
#include <structmember.h>

typedef struct {
  PyObject_HEAD
  border_cell *cell; /* NULL before __init__ */
  PyObject *weak_references;
} handle;

static PyMemberDef handle_members[] = {
  {"__weaklistoffset__", T_PYSSIZET, offsetof(handle, weak_references), READONLY, NULL}, {NULL, 0, 0, 0, NULL}};

static inline border_cell *cell_from_object(PyObject *object, PyTypeObject *type, const char *function, const char *argument) {
  border_cell *cell = NULL;
  if (!PyObject_TypeCheck(object, type))
    PyErr_Format(PyExc_TypeError, "%s(): %s: a %s is required, not %.200s", shown(function), argument, strrchr(type->tp_name, '.') + 1,
                 Py_TYPE(object)->tp_name);
  else if (!(cell = ((handle *) object)->cell))
    PyErr_Format(PyExc_ValueError, "%s(): the %s is not open: its __init__() was not called", shown(function),
                 strrchr(type->tp_name, '.') + 1);
  return cell;
}

static inline PyObject *object_from_cell(border_cell *cell, PyTypeObject *type) {
  if (!cell) return SWIG_Py_Void();
  PyObject *object = type->tp_alloc(type, 0);
  if (object)
    ((handle *) object)->cell = cell;
  else
    border_drop(cell);
  return object;
}

static void handle_dealloc(PyObject *self) {
  PyTypeObject *type = Py_TYPE(self);
  if (((handle *) self)->weak_references) PyObject_ClearWeakRefs(self);
  border_drop(((handle *) self)->cell);
  type->tp_free(self);
  Py_DECREF(type);
}

static PyObject *handle_close(PyObject *self, PyObject *none) {
  (void) none;
  if (((handle *) self)->cell) border_close(((handle *) self)->cell);
  Py_RETURN_NONE;
}

static PyObject *handle_exit(PyObject *self, PyObject *const *exception, Py_ssize_t count) {
  (void) exception;
  (void) count;
  return handle_close(self, NULL);
}

static PyObject *handle_enter(PyObject *self, PyObject *none) {
  (void) none;
  border_failure failed = {0};
  border_cell *cell = ((handle *) self)->cell;
  if (cell && !border_enter(cell, &failed)) {
    raise_failure(&failed, "__enter__");
    border_forget(&failed);
    return NULL;
  }
  if (cell) border_exit(cell);
  Py_INCREF(self);
  return self;
}

/* What __init__ has made, as an object of its own, is the object's. */
static inline int handle_init(PyObject *self, PyObject *made) {
  if (!made) return -1;
  ((handle *) self)->cell = ((handle *) made)->cell;
  ((handle *) made)->cell = NULL;
  Py_DECREF(made);
  return 0;
}

static inline int can_init(PyObject *self, PyObject *keywords) {
  if (!((handle *) self)->cell && (!keywords || !PyDict_GET_SIZE(keywords))) return 1;
  PyErr_SetString(PyExc_TypeError, ((handle *) self)->cell ? "__init__() was called before" : "it takes no keyword arguments");
  return 0;
}

static inline int no_init(PyObject *self, PyObject *arguments, PyObject *keywords) {
  (void) arguments;
  (void) keywords;
  PyErr_Format(PyExc_TypeError, "a %.200s is made by another object's method", Py_TYPE(self)->tp_name);
  return -1;
}

/* A class whose objects only C makes. */
#ifdef Py_TPFLAGS_DISALLOW_INSTANTIATION
#define NO_INSTANTIATION Py_TPFLAGS_DISALLOW_INSTANTIATION
#define NO_INIT
#else
#define NO_INSTANTIATION 0
#define NO_INIT {Py_tp_init, (void *) no_init},
#endif

#define CLOSE_DOC "close($self, /)\n--\n\nDestroys the object, unless a call is in it or what it made lives on. Closing twice does nothing."
#define HANDLE_METHODS                                                  \
  {"close", handle_close, METH_NOARGS, CLOSE_DOC},                       \
  {"__enter__", handle_enter, METH_NOARGS, NULL},                        \
  {"__exit__", (PyCFunction) (void (*)(void)) handle_exit, METH_FASTCALL, NULL}, \
  {NULL, NULL, 0, NULL}

/* The native functions behind methods leave the module; a method has the documentation of its own. */
static void take_methods(PyObject *module, PyMethodDef *functions, PyMethodDef *methods, const char *prefix) {
  size_t length = strlen(prefix);
  for (PyMethodDef *function = functions; function->ml_name; function++) {
    if (strncmp(function->ml_name, prefix, length)) continue;
    for (PyMethodDef *method = methods; method->ml_name; method++)
      if (!strcmp(function->ml_name + length, method->ml_name)) method->ml_doc = function->ml_doc;
    if (PyObject_DelAttrString(module, function->ml_name) < 0) PyErr_Clear();
  }
}

static PyTypeObject *new_handle_type(PyObject *module, const char *name, PyType_Spec *spec) {
  PyObject *type = PyType_FromSpec(spec);
  if (!type || PyModule_AddObjectRef(module, name, type) < 0) return NULL;
  return (PyTypeObject *) type;
}
%}

%define %handle_kind(NAME)
%fragment("border_handle");
%header %{
static PyTypeObject *NAME##_type;
%}
%typemap(in) border_##NAME * {
  if (!($1 = cell_from_object($input, NAME##_type, "$symname", "$1_name"))) SWIG_fail;
}
%typemap(in) border_nullable_##NAME * {
  if ($input == Py_None)
    $1 = NULL;
  else if (!($1 = cell_from_object($input, NAME##_type, "$symname", "$1_name")))
    SWIG_fail;
}
%typemap(out) border_##NAME *, border_nullable_##NAME * {
  $result = object_from_cell($1, NAME##_type);
  if (!$result) SWIG_fail;
}
%enddef
