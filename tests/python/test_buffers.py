"""Buffers that no module of Python's makes, and when other threads may run meanwhile."""
import ctypes
import sys
import threading
from array import array

import pytest

import square

LONG = 16384  # elements, from which on the interpreter is let go of


class Buffer(ctypes.Structure):
    """CPython's Py_buffer."""
    _fields_ = [("buf", ctypes.c_void_p), ("obj", ctypes.py_object), ("len", ctypes.c_ssize_t),
                ("itemsize", ctypes.c_ssize_t), ("readonly", ctypes.c_int), ("ndim", ctypes.c_int),
                ("format", ctypes.c_char_p), ("shape", ctypes.POINTER(ctypes.c_ssize_t)),
                ("strides", ctypes.POINTER(ctypes.c_ssize_t)), ("suboffsets", ctypes.POINTER(ctypes.c_ssize_t)),
                ("internal", ctypes.c_void_p)]


def view(numbers, format=b"i", itemsize=4, suboffset=None, address=None):
    """The array as an exporter would show it that has these properties."""
    from_buffer = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.POINTER(Buffer))(("PyMemoryView_FromBuffer", ctypes.pythonapi))
    start, count = numbers.buffer_info()
    buffer = Buffer(buf=address or start, len=count * itemsize, itemsize=itemsize, ndim=1, format=format,
                    shape=(ctypes.c_ssize_t * 1)(count), strides=(ctypes.c_ssize_t * 1)(itemsize))
    if suboffset is not None:
        buffer.suboffsets = (ctypes.c_ssize_t * 1)(suboffset)
    return from_buffer(buffer)


NATIVE, OTHER = (b"<", b">") if sys.byteorder == "little" else (b">", b"<")


@pytest.mark.parametrize("format", [b"i", b"l", b"@i", b"@l", b"=i", b"=l", NATIVE + b"i", NATIVE + b"l"])
def test_takes_every_name_of_int32(format):
    numbers, squares = array("i", [3, 4]), array("i", [0, 0])
    square.square_array(view(numbers, format), view(squares, format))
    assert squares == array("i", [9, 16])


@pytest.mark.parametrize("format, itemsize", [(OTHER + b"i", 4), (b"!i", 4), (b"ii", 4), (b"", 4),
                                              (b"I", 4), (b"L", 4), (b"f", 4), (b"l", 8), (b"i", 8), (b"i", 2), (b"<", 4)])
def test_refuses_what_only_looks_like_int32(format, itemsize):
    numbers = array("i", [3, 4])
    for arguments in (view(numbers, format, itemsize), numbers), (numbers, view(numbers, format, itemsize)):
        with pytest.raises(TypeError, match=r"elements of format 'i' \(int32\) are required, not "):
            square.square_array(*arguments)


def test_buffer_without_a_format_holds_bytes():
    with pytest.raises(TypeError, match="not 'B'"):
        square.square_array(view(array("i", [3, 4]), None, 1), array("i", [0, 0]))


def test_takes_what_is_contiguous_though_its_strides_do_not_say_so():
    squares = array("i", [0])
    for numbers in (ctypes.c_int32 * 1)(3), memoryview(array("i", range(3, 7)))[::4]:
        square.square_array(numbers, squares)
        assert squares == array("i", [9])


def test_takes_an_empty_buffer_anywhere():
    odd = memoryview(bytearray(9))[1:].cast("i")
    address, empty = ctypes.c_char.from_buffer(odd), array("i")
    assert ctypes.addressof(address) % 4
    square.square_array(view(empty, address=ctypes.addressof(address)), empty)


@pytest.mark.parametrize("offset", [1, 2, 3])
def test_refuses_what_is_not_aligned(offset):
    with pytest.raises(ValueError, match="numbers: a buffer aligned to 4 bytes is required"):
        square.square_array(memoryview(bytearray(8))[offset:offset + 4].cast("i"), array("i", [0]))


def test_what_the_exporter_raises_comes_through():
    released = memoryview(array("i", [3]))
    released.release()
    with pytest.raises(ValueError, match="released memoryview"):
        square.square_array(released, array("i", [0]))


@pytest.mark.parametrize("suboffset", [0, 8])
def test_refuses_elements_behind_pointers(suboffset):
    with pytest.raises(ValueError, match=r"numbers: a contiguous buffer is required"):
        square.square_array(view(array("i", [3]), suboffset=suboffset), array("i", [0]))


@pytest.mark.parametrize("count, others_run", [(LONG, True), (LONG - 1, False)])
def test_other_threads_run_during_long_calls_only(count, others_run):
    """While the interpreter never takes the lock away, another thread gets it only from who lets go of it."""
    numbers, go, ran = array("i", [7]) * count, threading.Event(), []
    squares = array("i", numbers)
    thread = threading.Thread(target=lambda: go.wait() and ran.append(True))
    thread.start()
    before = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    try:
        go.set()
        for _ in range(20_000 if others_run else 2000):
            square.square_array(numbers, squares)
            if ran:
                break
        assert ran == [True] * others_run
    finally:
        sys.setswitchinterval(before)
        thread.join()
