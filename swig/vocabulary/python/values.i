/* How structs cross: as named tuples, whose members are converted one by one. */

%fragment("border_value", "header", fragment="border_arena,shown") %{
typedef struct {
  const char *name, *doc;
} member;

/* What errors call a member: argument.member. */
typedef struct {
  size_t prefix;
  char text[256];
} member_path;

static inline void start_path(member_path *path, const char *argument) {
  path->prefix = strlen(argument);
  if (path->prefix > sizeof path->text / 2) path->prefix = sizeof path->text / 2;
  memcpy(path->text, argument, path->prefix);
  path->text[path->prefix++] = '.';
}

static inline const char *path_to(member_path *path, const char *name) {
  size_t size = strlen(name) + 1, room = sizeof path->text - path->prefix;
  memcpy(path->text + path->prefix, name, size < room ? size : room);
  path->text[sizeof path->text - 1] = 0;
  return path->text;
}

static inline const char *path_to_item(char (*path)[300], const char *argument, Py_ssize_t index) {
  snprintf(*path, sizeof *path, "%s[%zd]", argument, index);
  return *path;
}

/* `defaults` may be NULL, or a tuple, which becomes the caller's no more. */
static PyTypeObject *new_value_type(PyObject *module, const char *name, const char *doc, const member *members, PyObject *defaults) {
  PyObject *names = PyList_New(0), *library = PyImport_ImportModule("collections"), *type = NULL;
  for (const member *each = members; names && each->name; each++) {
    PyObject *text = PyUnicode_FromString(each->name);
    if (!text || PyList_Append(names, text) < 0) Py_CLEAR(names);
    Py_XDECREF(text);
  }
  PyObject *maker = library ? PyObject_GetAttrString(library, "namedtuple") : NULL;
  PyObject *place = PyModule_GetNameObject(module);
  PyObject *arguments = names && !PyErr_Occurred() ? Py_BuildValue("(sO)", name, names) : NULL;
  PyObject *keywords = place ? Py_BuildValue("{sOsO}", "module", place, "defaults", defaults ? defaults : Py_None) : NULL;
  if (maker && arguments && keywords) type = PyObject_Call(maker, arguments, keywords);
  PyObject *text = type ? PyUnicode_FromString(doc) : NULL;
  if (!text || PyObject_SetAttrString(type, "__doc__", text) < 0 || PyModule_AddObjectRef(module, name, type) < 0) Py_CLEAR(type);
  for (const member *each = members; type && each->name; each++) {
    PyObject *field = PyObject_GetAttrString(type, each->name), *said = PyUnicode_FromString(each->doc);
    if (!field || !said || PyObject_SetAttrString(field, "__doc__", said) < 0) Py_CLEAR(type);
    Py_XDECREF(field);
    Py_XDECREF(said);
  }
  PyObject *made[] = {names, library, maker, place, arguments, keywords, text, defaults};
  for (size_t i = 0; i < sizeof made / sizeof *made; i++) Py_XDECREF(made[i]);
  return (PyTypeObject *) type;
}

static inline PyObject *const *items_of_value(PyObject *object, PyTypeObject *type, const char *name, const char *function, const char *argument) {
  if (PyObject_TypeCheck(object, type)) return ((PyTupleObject *) object)->ob_item;
  PyErr_Format(PyExc_TypeError, "%s(): %s: a %s is required, not %.200s", shown(function), argument, name, Py_TYPE(object)->tp_name);
  return NULL;
}

/* Takes the items, of which one is missing if it could not be made. */
static inline PyObject *value_from_items(PyTypeObject *type, PyObject *items) {
  PyObject *arguments = items && !PyErr_Occurred() ? PyTuple_Pack(1, items) : NULL;
  PyObject *value = arguments ? PyTuple_Type.tp_new(type, arguments, NULL) : NULL;
  Py_XDECREF(arguments);
  Py_XDECREF(items);
  return value;
}

static inline int copy_text(border_arena *arena, const char *text, const char **copy) {
  *copy = text ? border_copy_to(arena, text, strlen(text)) : NULL;
  if (text && !*copy) PyErr_NoMemory();
  return !text || *copy;
}

static inline int fits(size_t size, size_t room, const char *unit, const char *function, const char *argument) {
  if (size <= room) return 1;
  PyErr_Format(PyExc_ValueError, "%s(): %s: at most %zu %s, not %zu", shown(function), argument, room, unit, size);
  return 0;
}

static inline int is_count(size_t count, size_t required, const char *unit, const char *function, const char *argument) {
  if (count == required) return 1;
  PyErr_Format(PyExc_ValueError, "%s(): %s: %zu %s are required, not %zu", shown(function), argument, required, unit, count);
  return 0;
}

/* A tuple of its own: another thread may change a list. */
static inline PyObject *items_of_sequence(PyObject *object, const char *name, const char *function, const char *argument) {
  PyObject *items = PySequence_Check(object) || PyIter_Check(object) ? PySequence_Tuple(object) : NULL;
  if (!items && !PyErr_Occurred())
    PyErr_Format(PyExc_TypeError, "%s(): %s: a sequence of %s is required, not %.200s", shown(function), argument, name, Py_TYPE(object)->tp_name);
  return items;
}
%}

%define %value_kind(NAME)
%header %{
static PyTypeObject *NAME##_type;
%}
%typemap(in) border_given_##NAME (border_arena memory = {0}) {
  memset(&$1, 0, sizeof $1);
  $1.present = true;
  $1.arena = &memory;
  if (!NAME##_from_object($input, "$symname", "$1_name", &$1.value, &memory)) SWIG_fail;
}
%typemap(in) border_nullable_given_##NAME (border_arena memory = {0}) {
  memset(&$1, 0, sizeof $1);
  $1.present = $input != Py_None;
  $1.arena = &memory;
  if ($1.present && !NAME##_from_object($input, "$symname", "$1_name", &$1.value, &memory)) SWIG_fail;
}
%typemap(in) border_list_##NAME (border_arena memory = {0}) {
  memset(&$1, 0, sizeof $1);
  $1.arena = &memory;
  if (!NAME##_list_from_object($input, "$symname", "$1_name", &$1)) SWIG_fail;
}
%typemap(freearg) border_given_##NAME, border_nullable_given_##NAME, border_list_##NAME "border_free_blocks(&memory$argnum);"
%typemap(out) border_made_##NAME, border_nullable_made_##NAME {
  $result = NAME##_from_made($1);
  if (!$result) SWIG_fail;
}
%typemap(out) border_list_view_##NAME, border_nullable_list_view_##NAME {
  $result = NAME##_list_from_view($1);
  if (!$result) SWIG_fail;
}
%enddef

/* What goes around NAME##_from_object() and NAME##_items(), which the generator writes. */
%define %value_functions(NAME, TYPE)
%header %{
static inline PyObject *NAME##_from_value(const TYPE *value) { return value_from_items(NAME##_type, NAME##_items(value)); }

static inline PyObject *NAME##_from_made(border_made_##NAME made) {
  PyObject *object = made.kept.data ? NAME##_from_value(&made.value) : SWIG_Py_Void();
  border_release(&made.kept);
  return object;
}

static inline int NAME##_list_from_object(PyObject *object, const char *function, const char *argument, border_list_##NAME *list) {
  PyObject *items = items_of_sequence(object, #NAME, function, argument);
  Py_ssize_t count = items ? PyTuple_GET_SIZE(items) : 0, done = 0;
  TYPE *values = items ? border_new_array(list->arena, (size_t) count, sizeof *values) : NULL;
  if (items && !values) PyErr_NoMemory();
  char path[300];
  while (values && done < count &&
         NAME##_from_object(PyTuple_GET_ITEM(items, done), function, path_to_item(&path, argument, done), &values[done], list->arena))
    done++;
  Py_XDECREF(items);
  list->data = values;
  list->count = (size_t) count;
  return values && done == count;
}

static inline PyObject *NAME##_list_from_view(border_view view) {
  const TYPE *values = view.data;
  PyObject *list = values ? PyList_New((Py_ssize_t) view.count) : SWIG_Py_Void();
  for (size_t i = 0; values && list && i < view.count; i++) {
    PyObject *item = NAME##_from_value(&values[i]);
    if (item)
      PyList_SET_ITEM(list, (Py_ssize_t) i, item);
    else
      Py_CLEAR(list);
  }
  border_release(&view);
  return list;
}
%}
%enddef
