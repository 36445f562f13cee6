import sys

from cffi import FFI

builder = FFI()
builder.cdef("""
    int32_t square(int32_t number);
    size_t square_array(const int32_t *numbers, size_t count, int32_t *squares);
""")
builder.set_source("cffi_peer", "#include <square.h>")
builder.emit_c_code(sys.argv[1])
