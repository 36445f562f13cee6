import ctypes
import enum
import inspect
import os
import re
import sys
import threading
import types
from array import array
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import read_vectors

import square

INT32_MAX, INT32_MIN = 2**31 - 1, -(2**31)
METH_O, METH_FASTCALL = 0x8, 0x80  # CPython's methodobject.h


class Seven(enum.IntEnum):
    SEVEN = 7


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


def int32s(*numbers):
    return array("i", numbers)


# ---- square ----


def test_agrees_with_every_vector(vector):
    if vector["square"] is not None:
        assert square.square(vector["number"]) == vector["square"]
    else:
        with pytest.raises(OverflowError):
            square.square(vector["number"])


@pytest.mark.parametrize("number", [0, 1, -1, 46340, -46340])
def test_fits_up_to_the_limits(number):
    assert square.square(number) == number * number


@pytest.mark.parametrize("number", [46341, -46341, INT32_MAX, INT32_MIN])
def test_result_does_not_fit(number):
    with pytest.raises(OverflowError) as error:
        square.square(number)
    assert str(error.value) == f"square(): number = {number}: the result does not fit in 32 bits"


class Printed(int):
    """Python 3.9 gives it to C as it is, with what prints it."""

    def __repr__(self):
        return "mine"

    __str__ = bit_length = __repr__


@pytest.mark.parametrize("number", [INT32_MAX + 1, INT32_MIN - 1, 10**100, Index(2**64), Printed(2**31)])
def test_argument_does_not_fit(number):
    with pytest.raises(OverflowError) as error:
        square.square(number)
    value = number if isinstance(number, int) else number.value
    assert str(error.value) == f"square(): number = {int.__repr__(value)}: the value does not fit in 32 bits"


@pytest.mark.parametrize("kind", [int, Printed])
def test_argument_that_python_refuses_to_print(kind):
    with pytest.raises(OverflowError, match=r"^square\(\): number = an integer of 16610 bits: the value does not fit"):
        square.square(kind(10**5000))


@pytest.mark.parametrize("number", [True, Seven.SEVEN, Index(7)])
def test_accepts_integers_of_every_kind(number):
    assert square.square(number) == number.__index__() ** 2


def test_accepts_numpy_integers():
    numpy = pytest.importorskip("numpy")
    for kind in numpy.int8, numpy.uint8, numpy.int32, numpy.int64, numpy.uint64:
        assert square.square(kind(7)) == 49
    with pytest.raises(TypeError, match="not numpy.float64"):
        square.square(numpy.float64(7))


@pytest.mark.parametrize("number", [7.0, "7", b"7", None, Fraction(7), Decimal(7), 7 + 0j, [7]])
def test_refuses_what_is_no_integer(number):
    with pytest.raises(TypeError) as error:
        square.square(number)
    name = type(number).__name__
    assert str(error.value).replace("decimal.", "") == f"square(): number: an integer is required, not {name}"


def test_what_index_raises_comes_through():
    with pytest.raises(ZeroDivisionError, match="mine"):
        square.square(Index(ZeroDivisionError("mine")))
    with pytest.raises(TypeError, match="__index__ returned non-int"):
        square.square(Index("7"))


@pytest.mark.parametrize("arguments, keywords", [((), {}), ((1, 2), {}), ((), {"number": 7})])
def test_takes_one_positional_argument(arguments, keywords):
    with pytest.raises(TypeError, match="argument"):
        square.square(*arguments, **keywords)


# ---- square_array ----


def test_array_all_fit():
    squares = int32s(0, 0, 0)
    assert square.square_array(int32s(0, 7, -46340), squares) is None
    assert squares == int32s(0, 49, 2147395600)


@pytest.mark.parametrize("first", range(5))
def test_array_names_the_first_that_does_not_fit(first):
    numbers = int32s(7, 7, 7, 7, 46341)
    numbers[first] = -46341
    with pytest.raises(OverflowError) as error:
        square.square_array(numbers, int32s(0, 0, 0, 0, 0))
    assert str(error.value) == f"square_array(): numbers[{first}]: the result does not fit in 32 bits"


def test_array_is_complete_after_a_failure():
    squares = int32s(0, 0, 0)
    with pytest.raises(OverflowError):
        square.square_array(int32s(3, 46341, -4), squares)
    assert squares == int32s(9, -1, 16)


def test_array_in_place():
    numbers = int32s(3, 46341, -4)
    with pytest.raises(OverflowError, match=r"numbers\[1\]"):
        square.square_array(numbers, numbers)
    assert numbers == int32s(9, -1, 16)


@pytest.mark.parametrize("source, target", [(slice(0, 3), slice(1, 4)), (slice(1, 4), slice(0, 3))])
def test_array_refuses_partial_overlap(source, target):
    numbers = int32s(1, 2, 3, 4)
    view = memoryview(numbers)
    with pytest.raises(ValueError) as error:
        square.square_array(view[source], view[target])
    assert str(error.value) == "square_array(): squares: overlaps numbers without being the same"
    assert numbers == int32s(1, 2, 3, 4)


def test_array_takes_neighbours():
    view = memoryview(int32s(1, 2, 3, 0, 0, 0))
    square.square_array(view[:3], view[3:])
    assert view.tolist() == [1, 2, 3, 1, 4, 9]
    square.square_array(view[3:], view[:3])
    assert view.tolist() == [1, 16, 81, 1, 4, 9]


def test_array_empty():
    square.square_array(int32s(), int32s())


@pytest.mark.parametrize("length", [2, 4, 0])
def test_array_lengths_differ(length):
    with pytest.raises(ValueError) as error:
        square.square_array(int32s(1, 2, 3), int32s(*range(length)))
    assert str(error.value) == f"square_array(): squares: {length} elements, but numbers has 3"


WRONG = [
    (None, TypeError, "a buffer of int32 is required, not NoneType"),
    ([1, 2], TypeError, "a buffer of int32 is required, not list"),
    (b"12345678", TypeError, "elements of format 'i' (int32) are required, not 'B'"),
    (array("d", [1, 2]), TypeError, "elements of format 'i' (int32) are required, not 'd'"),
    (array("q", [1, 2]), TypeError, "elements of format 'i' (int32) are required, not 'q'"),
    (array("I", [1, 2]), TypeError, "elements of format 'i' (int32) are required, not 'I'"),
    (array("f", [1, 2]), TypeError, "elements of format 'i' (int32) are required, not 'f'"),
    (memoryview(array("i", range(4)))[::2], ValueError, "a contiguous buffer is required"),
    (memoryview(array("i", range(2)))[::-1], ValueError, "a contiguous buffer is required"),
    (memoryview(bytearray(16)).cast("i", (2, 2)), ValueError, "1 dimension is required, not 2"),
    (memoryview(bytearray(4)).cast("i", ()), ValueError, "1 dimension is required, not 0"),
    (memoryview(bytearray(9))[1:].cast("i"), ValueError, "a buffer aligned to 4 bytes is required"),
]


@pytest.mark.parametrize("wrong, kind, message", WRONG)
def test_array_refuses_wrong_buffers(wrong, kind, message):
    for name, arguments in ("numbers", (wrong, int32s(0, 0))), ("squares", (int32s(0, 0), wrong)):
        if name == "squares" and isinstance(wrong, bytes):
            continue
        with pytest.raises(kind) as error:
            square.square_array(*arguments)
        assert str(error.value) == f"square_array(): {name}: {message}"


def test_array_refuses_read_only_output():
    square.square_array(memoryview(int32s(7)).toreadonly(), int32s(0))
    with pytest.raises(TypeError) as error:
        square.square_array(int32s(7), memoryview(int32s(0)).toreadonly())
    assert str(error.value) == "square_array(): squares: a writable buffer is required"


def test_long_arrays_in_several_threads():
    numbers = int32s(*[7] * 100_000)
    outputs = [int32s(*[0] * 100_000) for _ in range(4)]
    threads = [threading.Thread(target=square.square_array, args=(numbers, output)) for output in outputs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(output == int32s(*[49] * 100_000) for output in outputs)


def test_array_lets_go_of_its_buffers():
    numbers = int32s(1, 46341)
    with pytest.raises(OverflowError):
        square.square_array(numbers, numbers)
    with pytest.raises(ValueError):
        square.square_array(numbers, int32s())
    numbers.append(7)  # BufferError while somebody holds it


def test_array_of_numpy():
    numpy = pytest.importorskip("numpy")
    numbers = numpy.arange(5, dtype=numpy.int32)
    squares = numpy.empty_like(numbers)
    square.square_array(numbers, squares)
    assert (squares == numbers * numbers).all()
    for wrong in numbers.astype(">i4"), numbers.astype("i8"), numbers.astype("f4"):
        with pytest.raises(TypeError, match="squares|numbers"):
            square.square_array(wrong, squares)
    for wrong in numpy.zeros((5, 1), numpy.int32), numpy.zeros(10, numpy.int32)[::2], numpy.int32(7).reshape(()):
        with pytest.raises(ValueError, match="numbers"):
            square.square_array(wrong, squares)


@pytest.mark.parametrize("count", [0, 1, 3, 100])
def test_array_takes_two_arguments(count):
    for call in square.square_array, square.square_array.__call__:
        with pytest.raises(TypeError) as error:
            call(*[int32s()] * count)
        assert str(error.value) == f"square_array expected 2 arguments, got {count}"


def test_array_takes_no_keywords():
    with pytest.raises(TypeError, match=r"square_array\(\) takes no keyword arguments"):
        square.square_array(numbers=int32s(), squares=int32s())


# ---- What the module is ----


def test_version_is_that_of_the_header():
    assert square.__version__ == os.environ["HEADER_VERSION"]


def test_signatures_and_documentation():
    assert str(inspect.signature(square.square)) == "(number, /)"
    assert str(inspect.signature(square.square_array)) == "(numbers, squares, /)"
    assert square.square.__doc__.startswith("Squares a number.\n")
    assert ":raises OverflowError: The square does not fit in 32 bits" in square.square.__doc__
    assert ":raises ValueError: " in square.square_array.__doc__
    assert all(":raises TypeError: " in function.__doc__ for function in (square.square, square.square_array))
    assert not any("-1 when" in function.__doc__ for function in (square.square, square.square_array))


def test_exports_what_the_stub_declares_and_nothing_else():
    stub = Path(square.__file__).with_name("_square.pyi").read_text()
    assert {name for name in vars(square) if not name.startswith("_")} == set(re.findall(r"^def (\w+)", stub, re.M))


def test_calls_go_straight_to_c():
    events = []
    sys.setprofile(lambda frame, event, argument: events.append((event, argument)))
    square.square(7)
    sys.setprofile(None)
    assert isinstance(square.square, types.BuiltinFunctionType)
    assert [event for event, argument in events if argument is not sys.setprofile] == ["c_call", "c_return"]


def test_calls_make_no_tuple():
    flags = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object)(("PyCFunction_GetFlags", ctypes.pythonapi))
    assert flags(square.square) == METH_O
    assert flags(square.square_array) == METH_FASTCALL


FAILURES = {
    "result": (OverflowError, lambda: square.square(46341)),
    "argument": (OverflowError, lambda: square.square(2**31)),
    "unprintable": (OverflowError, lambda huge=10**5000: square.square(huge)),
    "type": (TypeError, lambda: square.square("7")),
    "made by index": (OverflowError, lambda: square.square(Index(int("2147483648")))),
    "index": (ZeroDivisionError, lambda: square.square(Index(ZeroDivisionError()))),
    "element": (OverflowError, lambda a=int32s(46341), b=int32s(0): square.square_array(a, b)),
    "length": (ValueError, lambda a=int32s(1), b=int32s(): square.square_array(a, b)),
    "format": (TypeError, lambda a=int32s(1), b=array("d", [0]): square.square_array(a, b)),
    "no buffer": (TypeError, lambda a=int32s(1): square.square_array(a, [0])),
    "read-only": (TypeError, lambda a=int32s(1), b=memoryview(int32s(1)).toreadonly(): square.square_array(a, b)),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_failing_calls_leak_nothing(failure, memory):
    kind, call = FAILURES[failure]

    def fail(times):
        for _ in range(times):
            try:
                call()
            except kind:
                continue
            pytest.fail("no exception")

    fail(1000)
    before = memory()
    fail(int(os.environ.get("FAILING_CALLS", 50_000)))
    assert memory() - before < 2**20


@pytest.mark.parametrize("text", ["", "number,square\n", "a,square\n7,49\n", "number,square\n7\n", "number,square\nx,49\n",
                                  "number,square\n7,49,1\n", "number,square\n,49\n"])
def test_malformed_vectors_are_refused(text):
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_vectors(text.splitlines())
