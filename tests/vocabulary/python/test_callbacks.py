"""Callbacks: what they are given, what they answer, and where their exceptions go."""
import array
import gc
import sys
import threading

import pytest

import _calls as calls


def test_a_callback_is_given_what_c_gives():
    seen = []
    assert calls.each(4, lambda *values: seen.append(values)) is True
    assert seen == [(0, 0.0, "grün 😀", 0), (1, 0.25, None, calls.Color.RED), (2, 0.5, "grün 😀", calls.Color.GREEN),
                    (3, 0.75, None, calls.Color.BLUE)]
    assert type(seen[1][3]) is calls.Color


def test_numbers_of_every_width():
    seen = []
    calls.extremes(lambda *values: seen.append(values))
    least, most = seen
    assert least[:8] == (-2**7, 0, -2**15, 0, -2**31, 0, -2**63, 0)
    assert most[:8] == (2**7 - 1, 2**8 - 1, 2**15 - 1, 2**16 - 1, 2**31 - 1, 2**32 - 1, 2**63 - 1, 2**64 - 1)
    assert least[8:12] == (-1.5, -2.5, False, "a") and most[8:12] == (1.5, 2.5, True, "z")
    assert least[12] == 0 and most[12] == 2 * sys.maxsize + 1 and most[13] == sys.maxsize == -least[13] - 1
    assert most[14] == -least[14] - 1 and most[15] == 2 * most[14] + 1


def test_arrays_and_bytes():
    seen = []
    assert calls.blocks(3, lambda data: seen.append(data) or (sum(data) if data else 0)) == 5
    assert seen == [None, array.array("i", [1, 2, -1]), array.array("i", [2, 3, -2])]
    assert calls.judged(lambda index, data: data == bytes([index, 0, 255]) and calls.Verdict.GO_ON, 3) == 3


def test_the_answer_stops():
    assert calls.each(5, lambda index, *_: index < 2) is False
    verdicts = [calls.Verdict.GO_ON, calls.Verdict.SKIP, 0, calls.Verdict.STOP, calls.Verdict.GO_ON]
    assert calls.judged(lambda index, data: verdicts[index], 5) == 2


def test_none_goes_on():
    assert calls.each(2, lambda *_: None) is True
    assert calls.blocks(2, lambda data: None) == 0
    assert calls.judged(lambda *_: None, 4) == 4


def test_an_answer_of_another_type():
    with pytest.raises(TypeError, match=r"^Step\(\): the result: a bool is required, not str$"):
        calls.each(1, lambda *_: "yes")
    with pytest.raises(OverflowError, match=r"^Block\(\): the result = 9223372036854775808: the value does not fit in 64 bits$"):
        calls.blocks(1, lambda data: 2**63)
    with pytest.raises(ValueError, match="77 is not a valid Verdict"):
        calls.judged(lambda *_: 77, 1)
    with pytest.raises(TypeError, match="takes 0 positional arguments but 4 were given"):
        calls.each(1, lambda: True)


def test_an_exception_arrives_where_the_call_returns():
    error, seen = LookupError("mine"), []

    def step(index, *_):
        seen.append(index)
        if index == 2:
            raise error
        return True
    with pytest.raises(LookupError) as raised:
        calls.each(5, step)
    assert raised.value is error and seen == [0, 1, 2]
    assert raised.traceback[-1].name == "step"


def test_an_exception_wins_over_the_librarys_error():
    assert calls.search(3, lambda *_: True) == 3
    with pytest.raises(calls.Error, match="^it was cancelled$"):
        calls.search(3, lambda *_: False)
    with pytest.raises(ZeroDivisionError):
        calls.search(3, lambda *_: 1 / 0)


def test_after_an_exception_no_callback_is_called():
    seen = []
    with pytest.raises(KeyError):
        calls.spelled(5, lambda item: seen.append(item) or {}[item])
    assert seen == [0]


def test_no_callback():
    assert calls.maybe(3, None) == 3
    with pytest.raises(TypeError, match=r"^each\(\): step: a callable is required, not NoneType$"):
        calls.each(1, None)


def test_a_callback_may_call_the_library():
    seen = []

    def outer(index, *_):
        with pytest.raises(KeyError):
            calls.each(2, lambda *_: {}[index])
        calls.each(2, lambda inner, *_: seen.append((index, inner)))
    assert calls.each(2, outer)
    assert seen == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_threads_of_the_librarys():
    seen, mine = [], threading.get_ident()
    assert calls.each_thread(50, 32, lambda index, *_: seen.append((threading.get_ident(), index)))
    assert len(seen) == 32 * 50 and mine not in dict(seen)


def test_an_exception_in_a_thread_of_the_librarys_arrives(monkeypatch):
    reported = []
    monkeypatch.setattr(sys, "unraisablehook", reported.append)
    with pytest.raises(LookupError, match="^7$"):
        calls.each_thread(50, 1, lambda index, *_: index < 7 or (_ for _ in ()).throw(LookupError(7)))
    assert not reported


def test_no_exception_of_several_threads_is_lost(monkeypatch):
    reported, raised = [], []
    monkeypatch.setattr(sys, "unraisablehook", lambda what: reported.append(what.exc_value))

    def step(*_):
        raised.append(LookupError(len(raised)))
        raise raised[-1]
    with pytest.raises(LookupError) as error:
        calls.each_thread(50, 32, step)
    assert sorted(map(str, [error.value, *reported])) == sorted(map(str, raised))


def test_nothing_is_kept():
    def step(*_):
        raise KeyError
    before = sys.getrefcount(step)
    for _ in range(1000):
        with pytest.raises(KeyError):
            calls.each(1, step)
        calls.blocks(2, lambda data: None)
    gc.collect()
    assert sys.getrefcount(step) == before
