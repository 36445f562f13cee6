/* How objects cross: a heap type for each class, whose methods are native functions with the object as first argument. */

%fragment("border_handle", "header", fragment="border_cell,raise_failure,fastcall") %{
#include <structmember.h>

typedef struct {
  PyObject_HEAD
  _Atomic(border_cell *) cell; /* NULL before __init__ */
  PyObject *weak_references;
  PyObject *parents; /* whose callbacks C may call for this one, too */
} handle;

static PyMemberDef handle_members[] = {
  {"__weaklistoffset__", T_PYSSIZET, offsetof(handle, weak_references), READONLY, NULL}, {NULL, 0, 0, 0, NULL}};

static void handle_dealloc(PyObject *self);

/* The class that the object was made as: a subclass in Python may have several of these as bases. */
static inline PyTypeObject *made_as(PyObject *object) {
  PyTypeObject *type = Py_TYPE(object);
  while (type->tp_dealloc != handle_dealloc) type = type->tp_base;
  return type;
}

/* Nearly all are of the type itself, which is asked first: every call of a method comes here. */
static inline int is_made_as(PyObject *object, PyTypeObject *type) {
  return Py_TYPE(object) == type || (PyObject_TypeCheck(object, type) && PyType_IsSubtype(made_as(object), type));
}

static inline border_cell *cell_from_object(PyObject *object, PyTypeObject *type, const char *function, const char *argument) {
  border_cell *cell = NULL;
  if (!is_made_as(object, type))
    PyErr_Format(PyExc_TypeError, "%s(): %s: a %s is required, not %.200s", shown(function), argument, strrchr(type->tp_name, '.') + 1,
                 Py_TYPE(object)->tp_name);
  else if (!(cell = ((handle *) object)->cell))
    PyErr_Format(PyExc_ValueError, "%s(): the %s is not open: its __init__() was not called", shown(function),
                 strrchr(type->tp_name, '.') + 1);
  return cell;
}

/* The object of a cell, as a reference of the caller's; NULL if it is going. Without the lock of the interpreter that may be in
   another thread, so the cell has it as a weak reference. */
#if defined(Py_GIL_DISABLED) && defined(BORDER_KEEPS_CALLBACKS)
static PyMutex border_proxies;

static inline int set_proxy(border_cell *cell, PyObject *object) {
  PyObject *proxy = object ? PyWeakref_NewRef(object, NULL) : NULL;
  PyMutex_Lock(&border_proxies);
  PyObject *before = cell->proxy;
  cell->proxy = proxy;
  PyMutex_Unlock(&border_proxies);
  Py_XDECREF(before);
  return !object || proxy;
}

static inline PyObject *proxy_of(border_cell *cell) {
  PyObject *object = NULL;
  PyMutex_Lock(&border_proxies);
  if (cell->proxy) PyWeakref_GetRef(cell->proxy, &object);
  PyMutex_Unlock(&border_proxies);
  return object;
}
#else
static inline int set_proxy(border_cell *cell, PyObject *object) {
  cell->proxy = object;
  return 1;
}

static inline PyObject *proxy_of(border_cell *cell) {
  Py_XINCREF((PyObject *) cell->proxy);
  return cell->proxy;
}
#endif

/* Destructors of a library that keeps callbacks may call them, or wait for a thread that does. */
#ifdef BORDER_KEEPS_CALLBACKS
#define WITHOUT_INTERPRETER(CALL) do { PyThreadState *state = PyEval_SaveThread(); CALL; PyEval_RestoreThread(state); } while (0)
#define COLLECTED Py_TPFLAGS_HAVE_GC
#define COLLECTED_SLOTS {Py_tp_traverse, (void *) handle_traverse}, {Py_tp_clear, (void *) handle_clear},

static int border_visit_target(border_slot *slot, visitproc visit, void *arg) {
  while (atomic_flag_test_and_set(&slot->busy)) {}
  int result = slot->target ? visit(slot->target->callable.target, arg) : 0;
  atomic_flag_clear(&slot->busy);
  return result;
}

/* A callback that refers to its own object makes a circle, which the collector has to see. */
static int handle_traverse(PyObject *self, visitproc visit, void *arg) {
  handle *object = (handle *) self;
  border_registration *each = object->cell ? object->cell->registrations : NULL;
#if PY_VERSION_HEX >= 0x03090000
  Py_VISIT(Py_TYPE(self));
#endif
  Py_VISIT(object->parents);
  for (int result; each; each = each->next)
    for (int i = 0; i < 2; i++)
      if ((result = border_visit_target(&each->slots[i], visit, arg))) return result;
  return 0;
}

static int handle_clear(PyObject *self) {
  handle *object = (handle *) self;
  border_registration *each = object->cell ? object->cell->registrations : NULL;
  Py_CLEAR(object->parents);
  for (; each; each = each->next)
    for (int i = 0; i < 2; i++) border_drop_target(border_exchange_target(&each->slots[i], NULL));
  return 0;
}

/* The objects that it was made from. */
static inline int set_parents(handle *object, border_cell *cell) {
  object->parents = cell->parent_count ? PyTuple_New(cell->parent_count) : NULL;
  for (int i = 0; object->parents && i < cell->parent_count; i++) {
    PyObject *parent = proxy_of(cell->parents[i]);
    PyTuple_SET_ITEM(object->parents, i, parent ? parent : SWIG_Py_Void());
  }
  return !cell->parent_count || object->parents;
}
#else
#define WITHOUT_INTERPRETER(CALL) CALL
#define COLLECTED 0
#define COLLECTED_SLOTS
#define set_parents(OBJECT, CELL) 1
#endif

static inline PyObject *object_from_cell(border_cell *cell, PyTypeObject *type) {
  if (!cell) return SWIG_Py_Void();
  handle *object = (handle *) type->tp_alloc(type, 0);
  if (object && set_parents(object, cell) && set_proxy(cell, (PyObject *) object)) {
    object->cell = cell;
    return (PyObject *) object;
  }
  WITHOUT_INTERPRETER(border_drop(cell));
  Py_XDECREF(object);
  return NULL;
}

static void handle_dealloc(PyObject *self) {
  PyTypeObject *type = Py_TYPE(self);
  handle *object = (handle *) self;
  if (type->tp_flags & Py_TPFLAGS_HAVE_GC) PyObject_GC_UnTrack(self);
  if (object->weak_references) PyObject_ClearWeakRefs(self);
  border_cell *cell = object->cell;
  if (cell) {
    set_proxy(cell, NULL);
    WITHOUT_INTERPRETER(border_drop(cell));
  }
  Py_XDECREF(object->parents);
  type->tp_free(self);
  Py_DECREF(type);
}

static PyObject *handle_close(PyObject *self, PyObject *none) {
  (void) none;
  border_cell *cell = ((handle *) self)->cell;
  if (cell) WITHOUT_INTERPRETER(border_close(cell));
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

static inline int can_init(PyObject *self, PyObject *keywords) {
  if (!((handle *) self)->cell && (!keywords || !PyDict_GET_SIZE(keywords))) return 1;
  PyErr_SetString(PyExc_TypeError, ((handle *) self)->cell ? "__init__() was called before" : "it takes no keyword arguments");
  return 0;
}

/* What __init__ has made, as an object of its own, is the object's; unless another thread was faster. */
static inline int handle_init(PyObject *self, PyObject *made) {
  if (!made) return -1;
  if (made_as(self) != Py_TYPE(made)) { /* the __init__() of a base makes an object of the base */
    PyErr_Format(PyExc_TypeError, "a %.200s is not made as a %.200s", Py_TYPE(self)->tp_name, Py_TYPE(made)->tp_name);
    Py_DECREF(made);
    return -1;
  }
  handle *from = (handle *) made, *to = (handle *) self;
  border_cell *cell = from->cell, *none = NULL;
  int taken = set_proxy(cell, self) && atomic_compare_exchange_strong(&to->cell, &none, cell);
  if (taken) {
    to->parents = from->parents;
    from->parents = NULL;
    from->cell = NULL;
  }
  Py_DECREF(made);
  return taken || (!PyErr_Occurred() && can_init(self, NULL)) ? 0 : -1;
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

/* The base may be NULL. */
static PyTypeObject *new_handle_type(PyObject *module, const char *name, PyType_Spec *spec, PyTypeObject *base) {
  PyObject *bases = base ? PyTuple_Pack(1, base) : NULL;
  PyObject *type = base && !bases ? NULL : PyType_FromSpecWithBases(spec, bases);
  Py_XDECREF(bases);
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
