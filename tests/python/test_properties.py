"""Objects and buffers of every kind: the result is right or the exception is the documented one, and nothing is kept."""
import ctypes
import math
import operator
import os
import struct
import sys
from array import array
from dataclasses import dataclass

import numpy as np
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import square

settings.register_profile("square", max_examples=int(os.environ.get("EXAMPLES", 300)), database=None,
                          deadline=None, suppress_health_check=[HealthCheck.too_slow])  # no time is asserted
settings.load_profile("square")
CALLS = 20


def outcome(function, *arguments):
    """What a call returned, or its exception as type and text, which keep nothing alive."""
    try:
        return function(*arguments)
    except Exception as error:
        return type(error), str(error)


def fits(number):
    return -(2**31) <= number < 2**31


def counts(arguments):
    return [sys.getallocatedblocks(), *map(sys.getrefcount, arguments)]


def assert_nothing_is_kept(function, *arguments):
    """What a call keeps is there as often as it was called; the interpreter itself keeps some, of small integers too."""
    before = counts(arguments)
    for _ in range(CALLS):
        outcome(function, *arguments)
    assert max(map(operator.sub, counts(arguments), before)) < CALLS


# ---- square: operator.index() and Python's integers are the model ----


class Integer(int):
    pass


class Index:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Index({self.value!r})"

    def __index__(self):
        if isinstance(self.value, type) and issubclass(self.value, Exception):
            raise self.value("mine")
        return self.value


LIMITS = [limit + step for limit in (-(2**63), -(2**31), -46340, 0, 46340, 2**31, 2**63) for step in (-1, 0, 1)]
INT32S = st.integers(-(2**31), 2**31 - 1) | st.integers(-46340, 46340) | st.sampled_from([n for n in LIMITS if fits(n)])
INTEGERS = INT32S | st.integers() | st.sampled_from(LIMITS) | st.integers(0, 4200).map(lambda digits: -(10**digits))
NO_BUFFERS = st.one_of(st.booleans(), INTEGERS.map(Integer), st.floats(), st.complex_numbers(), st.decimals(), st.fractions(),
                       st.text(), st.none(), st.lists(st.integers()), st.sampled_from([int, Index, object()]))
NUMPY = [kind(7) for kind in (np.int8, np.uint8, np.int32, np.uint32, np.int64, np.uint64, np.bool_, np.float32)]
OTHERS = NO_BUFFERS | st.binary() | st.sampled_from([*NUMPY, np.datetime64(7, "s"), np.zeros((), int), np.ones((1, 1), int)])
ERRORS = st.sampled_from([ValueError, OverflowError, TypeError, StopIteration, MemoryError])
OBJECTS = INTEGERS | OTHERS | st.builds(Index, INTEGERS | OTHERS | ERRORS)


def expected_square(value):
    if not hasattr(type(value), "__index__"):
        type_name = outcome(operator.index, value)[1].split("'")[1]
        raise TypeError(f"square(): number: an integer is required, not {type_name}")
    number = operator.index(value)
    if not fits(number):
        raise OverflowError(f"square(): number = {number:d}: the value does not fit in 32 bits")
    if not fits(number * number):
        raise OverflowError(f"square(): number = {number:d}: the result does not fit in 32 bits")
    return number * number


@given(OBJECTS)
def test_square_of_any_object(value):
    result = outcome(square.square, value)
    assert result == outcome(expected_square, value)
    assert type(result) in (int, tuple)
    assert_nothing_is_kept(square.square, value)


# ---- square_array: memoryview and Python's integers are the model ----


def in_ctypes(piece, format, shape):
    kind = CTYPES[format]
    for length in reversed(shape):
        kind *= length
    return kind.from_buffer(piece)


NATIVE = "bBhHiIlLqQfd?"
CTYPES = {"<i": ctypes.c_int32.__ctype_le__, ">i": ctypes.c_int32.__ctype_be__, "i": ctypes.c_int32, "H": ctypes.c_uint16,
          "I": ctypes.c_uint32, "q": ctypes.c_int64, "f": ctypes.c_float}
EMPTY = memoryview(array("i"))  # which no cast can make
KINDS = {  # how to look at a piece of memory, and the formats that can be
    "memoryview": (lambda piece, format, shape: piece.cast(format, shape) if piece else EMPTY, [*NATIVE, "@i", "c"]),
    "numpy": (lambda piece, format, shape: np.ndarray(shape, format, piece), [*NATIVE, "<i", ">i", "=i"]),
    "ctypes": (in_ctypes, list(CTYPES)),
    "array": (lambda piece, format, shape: array(format, piece.tobytes()), [*NATIVE.rstrip("?")]),
}


@dataclass
class View:
    """Every `step`th of `count` items from byte `start` of a memory on."""
    kind: str
    format: str
    start: int
    count: int
    step: int
    dimensions: int
    readonly: bool

    def of(self, memory):
        make, formats = KINDS[self.kind]
        format = self.format if self.format in formats else "i"
        size = struct.calcsize(format)
        count = min(self.count, (len(memory) - self.start) // size)
        shape = [(), (count,), (count // 2, 2)][self.dimensions if count >= 2 else 1]
        view = make(memoryview(memory)[self.start:self.start + size * math.prod(shape)], format, shape)
        if self.step != 1 and len(shape) == 1:
            view = memoryview(view)[::self.step]
        return memoryview(view).toreadonly() if self.readonly else view


# Each is mostly what is accepted: else hardly any call would get as far as the next check.
VIEWS = st.builds(View, st.sampled_from(list(KINDS)), st.sampled_from(["i"] * 40 + [*NATIVE, "@i", "<i", ">i", "=i", "c"]),
                  start=st.sampled_from([0] * 6 + [4] * 3 + [8, 12, 1, 2]), count=st.sampled_from([4] * 9 + [0, 1, 2, 8]),
                  step=st.sampled_from([1] * 20 + [2, -1, -2, 5]), dimensions=st.sampled_from([1] * 20 + [0, 2]),
                  readonly=st.sampled_from([False] * 9 + [True]))
MEMORY = st.lists(INT32S, min_size=8, max_size=12).map(lambda numbers: bytearray(array("i", numbers).tobytes()))


def address(view):
    return np.asarray(view).__array_interface__["data"][0]


def int32s(name, value, writable):
    view = memoryview(value)
    if view.itemsize != 4 or view.format.lstrip("@=<") not in ("i", "l"):
        raise TypeError(f"square_array(): {name}: elements of format 'i' (int32) are required, not '{view.format}'")
    if writable and view.readonly:
        raise TypeError(f"square_array(): {name}: a writable buffer is required")
    if view.ndim != 1:
        raise ValueError(f"square_array(): {name}: 1 dimension is required, not {view.ndim}")
    if view.nbytes and not view.c_contiguous:
        raise ValueError(f"square_array(): {name}: a contiguous buffer is required")
    if view.nbytes and address(view) % 4:
        raise ValueError(f"square_array(): {name}: a buffer aligned to 4 bytes is required")
    return view


def expected_squares(numbers, squares):
    """-1 where it does not fit."""
    source, target = int32s("numbers", numbers, False), int32s("squares", squares, True)
    if len(source) != len(target):
        raise ValueError(f"square_array(): squares: {len(target)} elements, but numbers has {len(source)}")
    if 0 < abs(address(source) - address(target)) < source.nbytes:
        raise ValueError("square_array(): squares: overlaps numbers without being the same")
    return [number * number if fits(number * number) else -1 for number in array("i", source.tobytes())]


def call_and_compare(numbers, squares, memory):
    """The squares look at `memory`, unless they are an array of their own: nothing else of it may change."""
    expected, raised = outcome(expected_squares, numbers, squares), None
    output, offset = memoryview(squares).tobytes(), address(squares) - address(memory)
    if isinstance(expected, tuple):
        raised = expected
        event(expected[1].split(": ")[2].split(",")[0])
    else:
        output = array("i", expected).tobytes()
        if -1 in expected:
            raised = OverflowError, f"square_array(): numbers[{expected.index(-1)}]: the result does not fit in 32 bits"
    after = bytearray(memory)
    if isinstance(expected, list) and 0 <= offset < len(memory):
        after[offset:offset + len(output)] = output
    assert outcome(square.square_array, numbers, squares) == raised
    assert memoryview(squares).tobytes() == output
    assert memory == after
    assert_nothing_is_kept(square.square_array, numbers, squares)


@given(MEMORY, VIEWS, VIEWS, st.sampled_from(["elsewhere", "in place", "same memory", "same memory"]))
def test_array_of_any_buffers(memory, numbers, squares, where):
    other = bytearray(memory) if where == "elsewhere" else memory
    source = numbers.of(memory)
    target = source if where == "in place" else squares.of(other)
    before = bytes(memory)
    call_and_compare(source, target, other)
    assert memory == before or memory is other
    del source, target
    memory.append(0)  # BufferError while somebody holds it
    other.append(0)


RELEASED = memoryview(b"")
RELEASED.release()


@given(NO_BUFFERS | st.sampled_from([RELEASED, np.zeros(2, "M8[s]"), array]), st.booleans())
def test_array_of_no_buffer(value, first):
    int32s = array("i", [7, 7])
    arguments = (value, int32s) if first else (int32s, value)
    kind, message = outcome(memoryview, value)
    if kind is TypeError:
        name = "numbers" if first else "squares"
        message = f"square_array(): {name}: a buffer of int32 is required, not {message.split(chr(39))[-2]}"
    assert outcome(square.square_array, *arguments) == (kind, message)
    assert_nothing_is_kept(square.square_array, *arguments)
    int32s.append(7)  # BufferError while somebody holds it
