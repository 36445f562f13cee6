"""Numbers of every width: limits, and nothing cut silently."""
import ctypes

import pytest

import _kinds as kinds

LONG = 8 * ctypes.sizeof(ctypes.c_long)
POINTER = 8 * ctypes.sizeof(ctypes.c_void_p)
SIGNED = {"int8": 8, "int16": 16, "int32": 32, "int64": 64, "ptrdiff": POINTER, "long": LONG}
UNSIGNED = {"uint8": 8, "uint16": 16, "uint32": 32, "uint64": 64, "size": POINTER, "ulong": LONG}
RANGES = {**{name: (-2 ** (bits - 1), 2 ** (bits - 1) - 1) for name, bits in SIGNED.items()},
          **{name: (0, 2 ** bits - 1) for name, bits in UNSIGNED.items()}}


def test_a_long_is_one_of_several_results():
    assert kinds.long_limits() == (RANGES["long"][0], RANGES["ulong"][1])


@pytest.mark.parametrize("name", RANGES)
def test_limits_cross_and_what_lies_outside_is_refused(name):
    same, (low, high) = getattr(kinds, name), RANGES[name]
    for value in (low, low + 1, 0, 1, high - 1, high):
        assert same(value) == value and type(same(value)) is int
    for value in (low - 1, high + 1, 2 ** 64, -2 ** 64, 10 ** 5000):
        with pytest.raises(OverflowError, match=rf"^{name}\(\): value = .*: the value does not fit in "):
            same(value)


@pytest.mark.parametrize("name", RANGES)
def test_an_integer_is_what_has_an_index(name):
    class Index:
        def __index__(self):
            return 7

    same = getattr(kinds, name)
    assert same(Index()) == 7 and same(True) == 1
    for value in (1.0, "1", None, b"1", [1], object()):
        with pytest.raises(TypeError, match=rf"^{name}\(\): value: an integer is required, not "):
            same(value)


def test_what_index_raises_arrives():
    class Broken:
        def __index__(self):
            raise LookupError("mine")

    for name in RANGES:
        with pytest.raises(LookupError, match="mine"):
            getattr(kinds, name)(Broken())


def test_floats():
    assert kinds.double(1 / 3) == 1 / 3 and kinds.double(3) == 3.0
    assert kinds.float(0.5) == 0.5 and kinds.float(float("inf")) == float("inf")
    assert kinds.double(float("nan")) != kinds.double(float("nan"))
    with pytest.raises(OverflowError, match=r"^float\(\): value = 1e\+300: the value does not fit in a float$"):
        kinds.float(1e300)
    with pytest.raises(OverflowError):
        kinds.double(10 ** 400)
    for value in ("1", None, 1j):
        with pytest.raises(TypeError, match=r"^double\(\): value: a float is required, not "):
            kinds.double(value)


def test_bool_is_bool_only():
    assert kinds.bool(True) is True and kinds.bool(False) is False
    for value in (1, 0, "", None):
        with pytest.raises(TypeError, match=r"^bool\(\): value: a bool is required, not "):
            kinds.bool(value)
    assert kinds.is_even(4) is True and kinds.is_even(3) is False  # C says 42


def test_char_is_one_of_ascii():
    assert [kinds.char(c) for c in "aZ0\0\x7f"] == list("aZ0\0\x7f")
    for value in ("", "ab", "ü", "😀"):
        with pytest.raises(ValueError, match="one ASCII character"):
            kinds.char(value)
    with pytest.raises(TypeError):
        kinds.char(97)


def test_several_arguments():
    assert kinds.add(2, -3) == -1
    with pytest.raises(OverflowError, match=r"^add\(\): right = 32768: the value does not fit in 16 bits$"):
        kinds.add(1, 32768)
    for arguments in ((), (1,), (1, 2, 3)):
        with pytest.raises(TypeError, match="expected 2 arguments"):
            kinds.add(*arguments)
