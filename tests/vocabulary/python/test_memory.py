"""Bytes and arrays: no copy on the way in, exact types and lengths."""
import array
import ctypes

import pytest

import _kinds as kinds


@pytest.mark.parametrize("make", [bytes, bytearray, memoryview, lambda data: array.array("B", data),
                                  lambda data: (ctypes.c_ubyte * len(data))(*data)])
def test_bytes_are_any_contiguous_buffer(make):
    assert kinds.sum(make(b"\1\2\xff")) == 258
    assert kinds.sum(make(b"")) == 0


def test_bytes_of_other_shapes_are_refused():
    for value in ("text", None, 3, [1, 2]):
        with pytest.raises(TypeError, match=r"^sum\(\): data: a bytes-like object is required, not "):
            kinds.sum(value)
    with pytest.raises(BufferError):
        kinds.sum(memoryview(b"123456")[::2])


def test_bytes_of_a_fixed_size():
    assert kinds.sum_key(bytes(range(16))) == 120
    for size in (0, 15, 17):
        with pytest.raises(ValueError, match=rf"^sum_key\(\): key: 16 bytes are required, not {size}$"):
            kinds.sum_key(bytes(size))


def test_no_bytes_are_none():
    assert kinds.sum_optional(None) == 0 and kinds.sum_optional(b"") == 1


def test_c_writes_into_the_callers_buffer():
    buffer = bytearray(4)
    kinds.count_up(buffer)
    assert buffer == b"\1\2\3\4"
    with pytest.raises(TypeError, match=r"^count_up\(\): buffer: a writable contiguous buffer is required$"):
        kinds.count_up(b"1234")


def test_arrays_are_read_where_they_are():
    assert kinds.mean(array.array("d", [1, 2, 6])) == 3 and kinds.mean(array.array("d")) == 0
    assert kinds.total(array.array("h", [-3, 5])) == 2
    numbers = array.array("f", [1, 2.5])
    kinds.double_all(numbers)
    assert numbers.tolist() == [2, 5]


def test_arrays_of_other_types_are_refused():
    for value in (array.array("f", [1]), array.array("q", [1]), b"12345678"):
        with pytest.raises(TypeError, match=r"^mean\(\): values: elements of format 'd' \(double\) are required, not "):
            kinds.mean(value)
    with pytest.raises(TypeError, match=r"a buffer of double is required, not list"):
        kinds.mean([1.0])
    with pytest.raises(TypeError, match="a writable buffer is required"):
        kinds.double_all(memoryview(array.array("f", [1])).toreadonly())
    with pytest.raises(ValueError, match="contiguous"):
        kinds.mean(memoryview(array.array("d", [1, 2, 3, 4]))[::2])


def test_arrays_of_one_length():
    left, right, out = (array.array("q", values) for values in ([1, 2], [3, 4], [0, 0]))
    kinds.multiply(left, right, out)
    assert out.tolist() == [3, 8]
    with pytest.raises(ValueError, match=r"^multiply\(\): out: 1 elements, but left has 2$"):
        kinds.multiply(left, right, out[:1])


def test_a_length_that_stands_elsewhere():
    assert kinds.concatenate(b"ab", b"c\0d") == "abc\0d".encode() and kinds.concatenate(b"", b"") == b""
    kinds.shift(-1, numbers := array.array("h", [3, 0]))
    assert numbers.tolist() == [2, -1]
    with pytest.raises(ValueError, match=r"^shift\(\): numbers: it is too long for the library$"):
        kinds.shift(1, array.array("h", range(256)))


def test_owned_bytes_are_freed():
    before = kinds.alive()
    assert kinds.repeat(7, 3) == b"\7\7\7" and kinds.repeat(7, 0) == b""
    assert kinds.alive() == before


def test_an_array_that_the_library_shows_is_copied():
    primes = kinds.primes()
    assert primes.typecode == "I" and primes.tolist() == [2, 3, 5, 7, 11]
    primes[0] = 0
    assert kinds.primes()[0] == 2
