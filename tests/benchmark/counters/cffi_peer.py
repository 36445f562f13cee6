"""cffi_peer.py FILE.c: writes the module counters_cffi, in API mode."""
import sys

from cffi import FFI

builder = FFI()
builder.cdef("""
    typedef struct counter counter;
    counter *counter_new(void);
    void counter_free(counter *self);
    int64_t counter_add(counter *self, int64_t number);
    size_t counter_label(counter *self, const char *text);
    uint32_t counter_feed(counter *self, const void *data, size_t size);
    int counter_fail(counter *self);
""")
builder.set_source("counters_cffi", "#include <counters.h>")
builder.emit_c_code(sys.argv[1])
