"""Input that C keeps after the call: the object has a copy, until the next call of the same function."""
import array
import gc

import pytest

import _kinds as kinds
from resident import grows_by, only_linux


def text(number):
    return f"label {number} " + "x" * 100  # of its own: nobody else has it


def use_memory():
    """Memory that the copies would be in, if they were freed too early."""
    for size in range(1, 300):
        kinds.twice("y" * size)


def test_it_lives_as_long_as_the_object():
    shelf = kinds.Shelf(text(1))
    numbers, data = array.array("i", [1, 2, 3]), bytearray(b"\1\2")
    shelf.set_label(text(2))
    shelf.set_numbers(numbers)
    shelf.set_data(data)
    numbers[0], data[0] = 100, 100  # C has a copy
    data.clear()
    del numbers
    gc.collect()
    use_memory()
    assert (shelf.name(), shelf.label(), shelf.total(), shelf.sum()) == (text(1), text(2), 6, 3)


def test_it_is_replaced_by_the_next_call_only():
    shelf = kinds.Shelf("s")
    for number in range(1000):
        shelf.set_label(text(number))
        shelf.set_numbers(array.array("i", range(number + 1)))
    use_memory()
    assert shelf.label() == text(999) and shelf.total() == 999 * 1000 // 2
    shelf.set_label(None)
    assert shelf.label() is None


def test_what_c_refuses_does_not_replace_it():
    shelf = kinds.Shelf("s")
    shelf.set_label(text(1))
    shelf.set_numbers(array.array("i", [5]))
    with pytest.raises(kinds.Error):
        shelf.set_label("x" * 1000)
    with pytest.raises(kinds.Error):
        shelf.set_numbers(array.array("i"))
    use_memory()
    assert shelf.label() == text(1) and shelf.total() == 5


def test_a_constructor_that_fails_keeps_nothing():
    with pytest.raises(kinds.Error):
        kinds.Shelf("")


def test_what_a_borrowed_object_keeps_its_owner_keeps():
    shelf = kinds.Shelf("s")
    for number in range(10):
        upper = shelf.upper()
        upper.set_label(text(number))
        upper.close()
    shelf.set_label(text(10))
    use_memory()
    assert shelf.upper().label() == text(9) and shelf.label() == text(10)


@only_linux
def test_nothing_is_leaked():
    def keep():
        shelf = kinds.Shelf("s")
        shelf.set_data(bytes(10_000))
        shelf.set_data(bytes(10_000))

    assert grows_by(keep, 10_000) < 1000
