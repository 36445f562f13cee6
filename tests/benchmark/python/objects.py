"""Objects: ours, by hand, and what people would pick instead. Each can be closed, checks what it is given, and raises."""
import ctypes

import counters
import counters_by_hand
import counters_cffi
import counters_pybind11

TEXT, BYTES = "sixteen letters.", bytes(1000)


def with_ctypes(library):
    library = ctypes.CDLL(library)
    signatures = {"new": (ctypes.c_void_p,), "free": (None, ctypes.c_void_p),
                  "add": (ctypes.c_int64, ctypes.c_void_p, ctypes.c_int64),
                  "label": (ctypes.c_size_t, ctypes.c_void_p, ctypes.c_char_p),
                  "feed": (ctypes.c_uint32, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t),
                  "fail": (ctypes.c_int, ctypes.c_void_p)}
    functions = {name: library[f"counter_{name}"] for name in signatures}
    for name, (result, *arguments) in signatures.items():
        functions[name].restype, functions[name].argtypes = result, arguments
    return written_around(functions.__getitem__, bytes)


def written_around(function, buffer):
    new, free, add, label, feed, fail = map(function, ("new", "free", "add", "label", "feed", "fail"))

    class Counter:
        def __init__(self):
            self.counter = new()

        def close(self):
            if self.counter:
                free(self.counter)
                self.counter = None

        __del__ = close

        def opened(self):
            if not self.counter:
                raise ValueError("Counter is closed")
            return self.counter

        def add(self, number):
            return add(self.opened(), number)

        def label(self, text):
            return label(self.opened(), text.encode())

        def feed(self, data):
            return feed(self.opened(), buffer(data), len(data))

        def fail(self):
            if status := fail(self.opened()):
                raise RuntimeError(f"fail(): failed with {status}")

    return Counter


def measure_objects(measure, library):
    cffi = written_around(lambda name: getattr(counters_cffi.lib, f"counter_{name}"), counters_cffi.ffi.from_buffer)
    classes = {
        "ours": ("ours", counters.Counter),
        "a type by hand": ("limit", counters_by_hand.Counter),
        "pybind11": ("peer", counters_pybind11.Counter),
        "cffi, API mode": ("peer", cffi),
        "ctypes": ("peer", with_ctypes(library)),
    }
    objects = {name: (role, kind()) for name, (role, kind) in classes.items()}
    for group, statement in (("method", "f.add(7)"), ("text", "f.label(a)"), ("1 kB of bytes", "f.feed(b)"),
                             ("failing method", "try:\n f.fail()\nexcept Exception:\n pass")):
        measure(group, 1, {name: (*one, statement) for name, one in objects.items()}, repeat=10, arrays=(TEXT, BYTES))
    measure("create and close", 1, {name: (*one, "f().close()") for name, one in classes.items()}, repeat=10)
