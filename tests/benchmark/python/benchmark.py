"""benchmark.py LIBSQUARE LIBCOUNTERS PEERS --rounds N FILE. Debian has no pyperf, so this is timeit, interleaved."""
import ctypes
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Thread
from timeit import Timer, default_timer

library, counters_library, peers, _, rounds, results = sys.argv[1:]
sys.path += peers.split(os.pathsep)

import cffi_peer
import cython_peer
import meth_o
import numpy as np
import pybind11_peer
import square
import swig_peer
from objects import measure_objects

ROUNDS = range(int(rounds))
FAILING = "try:\n f(46341)\nexcept OverflowError:\n pass"


def write(group, n, variant, role, ns):
    row = {"language": "Python", "group": group, "n": n, "variant": variant, "role": role, "ns": ns}
    with open(results, "a") as file:
        print(json.dumps(row), file=file)


def calls_in_2_ms(timer):
    calls = 1
    while timer.timeit(calls) < 0.001:
        calls *= 2
    return calls


def measure(group, n, variants, repeat=1, arrays=(None, None)):
    """Round by round, so that what disturbs the machine for long disturbs all variants alike; in each, the least of
    five measurements: the others were disturbed for a moment. What is called is a local variable, f."""
    print(f"  {group}, n = {n}", flush=True)
    timers = []
    for variant, (role, function, statement) in variants.items():
        timer = Timer("\n".join([statement] * repeat), "f, a, b = F, *AB", globals={"F": function, "AB": arrays})
        timers.append((variant, role, timer, calls_in_2_ms(timer)))
    for _ in ROUNDS:
        for variant, role, timer, calls in timers:
            write(group, n, variant, role, min(timer.repeat(5, calls)) / calls / repeat * 1e9)


def with_ctypes(name, result, *arguments):
    function = ctypes.CDLL(library)[name]
    function.restype, function.argtypes = result, arguments
    return function


def array_with_cffi(numbers, squares, from_buffer=cffi_peer.ffi.from_buffer, square_array=cffi_peer.lib.square_array):
    square_array(from_buffer("int32_t[]", numbers), len(numbers), from_buffer("int32_t[]", squares))


def measure_scalar():
    functions = {
        "ours": ("ours", square.square),
        "METH_O by hand": ("limit", meth_o.square),
        "Cython": ("peer", cython_peer.square),
        "Python lambda": ("peer", lambda number: number * number),
        "SWIG's defaults": ("peer", swig_peer.square),
        "cffi, API mode": ("peer", cffi_peer.lib.square),
        "pybind11": ("peer", pybind11_peer.square),
        "ctypes": ("peer", with_ctypes("square", ctypes.c_int32, ctypes.c_int32)),
    }
    measure("scalar", 1, {name: (*variant, "f(7)") for name, variant in functions.items()}, repeat=10)
    raising = {name: (*functions[name], FAILING) for name in ("ours", "METH_O by hand")}
    measure("failing", 1, raising, repeat=10)


def measure_array(n):
    size_t, int32s = ctypes.c_size_t, np.ctypeslib.ndpointer(np.int32, 1, flags="C")
    numbers, squares = np.full(n, 7, np.int32), np.zeros(n, np.int32)
    measure("array", n, {
        "ours": ("ours", square.square_array, "f(a, b)"),
        "METH_FASTCALL by hand": ("limit", meth_o.square_array, "f(a, b)"),
        "memcpy": ("peer", np.copyto, "f(b, a)"),
        "np.square(out=)": ("peer", np.square, "f(a, b)"),
        "np.multiply(out=)": ("peer", np.multiply, "f(a, a, b)"),
        "np.square": ("peer", np.square, "f(a)"),
        "cffi": ("peer", array_with_cffi, "f(a, b)"),
        "ctypes": ("peer", with_ctypes("square_array", size_t, int32s, size_t, int32s), "f(a, len(a), b)"),
    }, arrays=(numbers, squares))


def measure_threads(n, times):
    """One thread, and two, each with arrays of its own: the nanoseconds are those of one array."""
    print(f"  threads, n = {n}", flush=True)
    arrays = [(np.full(n, 7, np.int32), np.zeros(n, np.int32)) for _ in range(2)]

    def ns(count):
        threads = [Thread(target=lambda a, b: [square.square_array(a, b) for _ in range(times)], args=pair)
                   for pair in arrays[:count]]
        start = default_timer()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return (default_timer() - start) / (count * times) * 1e9

    for _ in ROUNDS:
        for count, variant in (1, "one thread"), (2, "two threads"):
            write("threads", n, variant, "ours", min(ns(count) for _ in range(3)))


def measure_import():
    """Both in one process, after a module of the standard library, so that the folders have been listed before."""
    print("  import", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "empty.py").touch()
        path = [folder, str(Path(square.__file__).parents[1])]
        command = [sys.executable, "-X", "importtime", "-X", f"pycache_prefix={folder}", "-c",
                   f"import sys; sys.path[:0] = {path}; import colorsys, empty, square"]
        for warm_up in (True, *[False] * len(ROUNDS)):
            times = subprocess.run(command, env={}, stderr=subprocess.PIPE, text=True, check=True).stderr
            for variant, role, module in ("ours", "ours", "square"), ("an empty module", "limit", "empty"):
                [us] = re.findall(rf"(\d+) \| {module}$", times, re.MULTILINE)
                if not warm_up:
                    write("import", 1, variant, role, int(us) * 1000)


measure_scalar()
measure_objects(measure, counters_library)
for n in 0, 16, 1000, 100_000, 10_000_000:
    measure_array(n)
measure_threads(100_000, 500)
measure_threads(10_000_000, 5)
measure_import()
