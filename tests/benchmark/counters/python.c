/* By hand: what an expert of CPython writes for the same class. It looks at less than ours: not at who is in the object
 * while another thread closes it, because no call here lets another thread run. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <counters.h>
#include <stddef.h>
#include <structmember.h>

typedef struct {
    PyObject_HEAD counter *counter;
    PyObject *weak_references;
} Object;

static PyObject *error;

static counter *opened(Object *self) {
    if (!self->counter)
        PyErr_SetString(PyExc_ValueError, "Counter is closed");
    return self->counter;
}

static int initialize(Object *self, PyObject *arguments, PyObject *keywords) {
    if (PyTuple_GET_SIZE(arguments) || keywords || self->counter) {
        PyErr_SetString(PyExc_TypeError, "Counter() takes no arguments");
        return -1;
    }
    if (!(self->counter = counter_new()))
        PyErr_NoMemory();
    return self->counter ? 0 : -1;
}

static PyObject *close_object(Object *self, PyObject *none) {
    (void)none;
    counter_free(self->counter);
    self->counter = NULL;
    Py_RETURN_NONE;
}

static void deallocate(Object *self) {
    PyTypeObject *type = Py_TYPE(self);
    if (self->weak_references)
        PyObject_ClearWeakRefs((PyObject *)self);
    counter_free(self->counter);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *add(Object *self, PyObject *argument) {
    if (!opened(self))
        return NULL;
    if (!PyLong_Check(argument))
        return PyErr_Format(PyExc_TypeError, "add(): number: int is required, not %.100s", Py_TYPE(argument)->tp_name);
    int overflow;
    long long number = PyLong_AsLongLongAndOverflow(argument, &overflow);
    if (overflow)
        return PyErr_Format(PyExc_OverflowError, "add(): number = %S: does not fit in 64 bits", argument);
    return PyLong_FromLongLong(counter_add(self->counter, number));
}

static PyObject *label(Object *self, PyObject *argument) {
    if (!opened(self))
        return NULL;
    if (!PyUnicode_Check(argument))
        return PyErr_Format(PyExc_TypeError, "label(): text: str is required, not %.100s", Py_TYPE(argument)->tp_name);
    Py_ssize_t size;
    const char *text = PyUnicode_AsUTF8AndSize(argument, &size);
    if (text && strlen(text) != (size_t)size)
        return PyErr_Format(PyExc_ValueError, "label(): text: embedded null character");
    return text ? PyLong_FromSize_t(counter_label(self->counter, text)) : NULL;
}

static PyObject *feed(Object *self, PyObject *argument) {
    Py_buffer view;
    if (!opened(self) || PyObject_GetBuffer(argument, &view, PyBUF_SIMPLE) < 0)
        return NULL;
    uint32_t result = counter_feed(self->counter, view.buf, (size_t)view.len);
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(result);
}

static PyObject *fail(Object *self, PyObject *none) {
    (void)none;
    if (!opened(self))
        return NULL;
    counter_status status = counter_fail(self->counter);
    if (status == COUNTER_OK)
        Py_RETURN_NONE;
    PyObject *exception = PyObject_CallFunction(error, "s", "fail(): failed with 1");
    PyObject *code = PyLong_FromLong(status);
    if (exception && code && PyObject_SetAttrString(exception, "code", code) == 0)
        PyErr_SetObject(error, exception);
    Py_XDECREF(code);
    Py_XDECREF(exception);
    return NULL;
}

static PyMethodDef methods[] = {
    {"add", (PyCFunction)add, METH_O, NULL},
    {"label", (PyCFunction)label, METH_O, NULL},
    {"feed", (PyCFunction)feed, METH_O, NULL},
    {"fail", (PyCFunction)fail, METH_NOARGS, NULL},
    {"close", (PyCFunction)close_object, METH_NOARGS, NULL},
    {NULL},
};
static PyMemberDef members[] = {
    {"__weaklistoffset__", T_PYSSIZET, offsetof(Object, weak_references), READONLY, NULL},
    {NULL},
};
static PyType_Slot slots[] = {{Py_tp_init, initialize}, {Py_tp_new, PyType_GenericNew}, {Py_tp_dealloc, deallocate},
                              {Py_tp_methods, methods}, {Py_tp_members, members},       {0, NULL}};
static PyType_Spec spec = {"counters_by_hand.Counter", sizeof(Object), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
                           slots};

static int execute(PyObject *module) {
    error = PyErr_NewException("counters_by_hand.Error", PyExc_RuntimeError, NULL);
    PyObject *type = PyType_FromSpec(&spec);
    return error && type && !PyModule_AddObject(module, "Error", error) && !PyModule_AddObject(module, "Counter", type)
               ? 0
               : -1;
}

static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, execute}, {0, NULL}};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "counters_by_hand", .m_slots = module_slots};
PyMODINIT_FUNC PyInit_counters_by_hand(void) { return PyModuleDef_Init(&definition); }
