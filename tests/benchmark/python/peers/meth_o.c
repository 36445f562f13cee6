/* What an expert writes by hand: the limit. It looks at less than ours: not at alignment, and not for overlap. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <square.h>

static PyObject *call_square(PyObject *module, PyObject *argument) {
    int overflow;
    long number = PyLong_AsLongAndOverflow(argument, &overflow);
    if (number == -1 && !overflow && PyErr_Occurred())
        return NULL;
    if (overflow || number < INT32_MIN || number > INT32_MAX)
        return PyErr_Format(PyExc_OverflowError, "square(): number = %S: the value does not fit in 32 bits", argument);
    int32_t result = square((int32_t)number);
    if (result < 0)
        return PyErr_Format(PyExc_OverflowError, "square(): number = %ld: the result does not fit in 32 bits", number);
    return PyLong_FromLong(result);
}

static int get_buffer(PyObject *object, Py_buffer *view, int flags) {
    if (PyObject_GetBuffer(object, view, flags | PyBUF_FORMAT | PyBUF_ND) < 0)
        return 0;
    int ok = view->ndim == 1 && !strcmp(view->format, "i");
    if (!ok)
        PyErr_SetString(PyExc_TypeError, "square_array(): one dimension of int32 is required");
    return ok;
}

static PyObject *call_square_array(PyObject *module, PyObject *const *arguments, Py_ssize_t count) {
    Py_buffer in = {0}, out = {0};
    PyObject *result = NULL;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "square_array(): 2 arguments are required");
    } else if (get_buffer(arguments[0], &in, 0) && get_buffer(arguments[1], &out, PyBUF_WRITABLE)) {
        size_t n = (size_t)in.shape[0], index;
        if (in.len != out.len)
            PyErr_SetString(PyExc_ValueError, "square_array(): the lengths differ");
        else if ((index = square_array(in.buf, n, out.buf)) < n)
            PyErr_Format(PyExc_OverflowError, "square_array(): numbers[%zu]: the result does not fit in 32 bits",
                         index);
        else
            Py_INCREF(result = Py_None);
    }
    PyBuffer_Release(&out);
    PyBuffer_Release(&in);
    return result;
}

static PyMethodDef methods[] = {
    {"square", call_square, METH_O, NULL},
    {"square_array", (PyCFunction)(void (*)(void))call_square_array, METH_FASTCALL, NULL},
    {NULL},
};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "meth_o", .m_size = -1, .m_methods = methods};
PyMODINIT_FUNC PyInit_meth_o(void) { return PyModule_Create(&definition); }
