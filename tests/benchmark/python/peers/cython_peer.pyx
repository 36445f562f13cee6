# cython: language_level=3
from libc.stdint cimport int32_t

cdef extern from "square.h":
    int32_t c_square "square"(int32_t number)

def square(int32_t number):
    return c_square(number)
