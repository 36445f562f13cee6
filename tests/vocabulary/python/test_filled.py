"""Memory that C fills: as much as there is, by each way in which C says how much that is."""
import pytest

import _kinds as kinds


@pytest.mark.parametrize("number", [0, 1, 58, 59, 60, 61, 62, 63, 64, 1000])
def test_as_snprintf(number):
    assert kinds.describe(number) == f"{number:0{number}d} €"


def test_a_negative_result_says_how_much_is_needed():
    for text in ("", "abc", "x" * 64, "x" * 65, "x" * 10_000):
        assert kinds.characters(text).tolist() == [ord(c) for c in text]


def test_of_a_size_that_is_known():
    assert kinds.save(5) == b"\5" * 5 and kinds.save(0) == b""


def test_within_a_bound():
    assert kinds.pack(b"abc") == b"abc"
    with pytest.raises(kinds.Error, match="it is broken"):
        kinds.pack(b"")


def test_a_first_call_asks():
    assert kinds.list(5).tolist() == [0, 0.5, 1, 1.5, 2] and kinds.list(0).tolist() == []


def test_until_it_fits():
    for size in (0, 1, 4096, 4097, 1_000_000):
        assert kinds.expand(size) == b"x" * size
    with pytest.raises(kinds.Error) as failure:
        kinds.expand(-1)
    assert failure.value.code == 2


def test_a_failure_is_documented_as_one():
    with pytest.raises(kinds.Error, match="a negative number"):
        kinds.describe(-1)
