"""What a library in C++ throws is an exception of Python's, and nothing is left behind."""
import gc

import pytest

import _thrower as thrower


def raises(message, call, *arguments):
    with pytest.raises(thrower.Error) as failure:
        call(*arguments)
    assert str(failure.value) == message and failure.value.code == 0


def test_what_is_thrown_is_raised():
    assert thrower.divide(7, 2) == 3
    raises("division by zero ✗", thrower.divide, 1, 0)
    assert thrower.divide(7, 2) == 3
    assert thrower.throw(0) is None
    raises("thrown", thrower.throw, 1)
    raises("the library threw what is no std::exception", thrower.throw, 3)
    assert thrower.name(True) == "known"
    raises("no name", thrower.name, False)


def test_no_memory_is_a_memory_error():
    with pytest.raises(MemoryError):
        thrower.throw(2)


def test_objects():
    raises("a capacity below 0", thrower.Store, -1)
    with thrower.Store(1) as store:
        store.put(5)
        with pytest.raises(thrower.Error, match="^it is full$") as failure:
            store.put(6)
        assert failure.value.code == 1
        assert store.at(0) == 5 and store.text() == "5"
        with pytest.raises(thrower.Error, match="range"):
            store.at(1)


def test_what_a_destructor_throws_is_not_another_calls():
    thrower.Store(1).close()
    assert thrower.divide(4, 2) == 2


def test_what_was_made_before_is_not_destroyed_twice():
    gc.collect()
    alive = thrower.alive()
    with thrower.Store(1) as store:
        raises("nothing to copy", store.clone)
        raises("no text", store.text)
        store.put(1)
        with store.clone() as copy:
            assert copy.at(0) == 1
    assert thrower.alive() == alive


def test_in_a_callback():
    with thrower.Store(3) as store:
        for number in range(3):
            store.put(number)
        raises("it was stopped", store.each, lambda number: False)
        seen = []
        store.each(lambda number: bool(seen.append(store.at(number)) or True))
        assert seen == [0, 1, 2]
        with pytest.raises(ZeroDivisionError):  # not that the library was stopped by it
            store.each(lambda number: 1 // 0)
        raises("division by zero ✗", store.each, lambda number: thrower.divide(1, number) > 0)
        assert store.at(2) == 2
