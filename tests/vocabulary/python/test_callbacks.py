"""Callbacks: what they are given, what they answer, and where their exceptions go."""
import array
import gc
import subprocess
import sys
import threading
import time
import weakref

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
    with pytest.raises(OverflowError, match=r"^Block\(\): the result = 9223372036854775808: the value does not fit in 64"):
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


# Callbacks that an object keeps.

@pytest.fixture(autouse=True)
def nothing_is_left():
    gc.collect()
    before = calls.alive()
    yield
    gc.collect()
    wait_until(lambda: calls.alive() == before)


def wait_until(condition):
    for _ in range(500):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("it does not happen")


def test_an_object_keeps_a_callback_and_gives_itself():
    seen = []
    with calls.Clock() as clock:
        clock.on_tick(lambda *values: seen.append(values), False)
        assert clock.run(2) == 2
        assert seen == [(clock, 0), (clock, 1)]
        clock.on_tick(lambda clock, number: number == 4, False)
        assert clock.run(10) == 2
        clock.on_tick(None, False)
        assert clock.run(3) == 3
        assert len(seen) == 2


def test_an_object_that_is_a_kind_of_another_gives_itself():
    with calls.Timer(60) as timer:
        timer.on_tick(lambda own, number: own is timer and own.seconds() == 60, False)
        assert timer.run(10) == 0


def test_what_c_refused_is_not_kept():
    clock, seen = calls.Clock(), []
    clock.on_tick(lambda clock, number: seen.append(number), False)
    refused = lambda *_: seen.append("refused")  # noqa: E731
    with pytest.raises(calls.Error, match="^it was cancelled$"):
        clock.on_tick(refused, True)
    assert sys.getrefcount(refused) == 2
    clock.run(2)
    assert seen == [0, 1]


def test_an_exception_of_a_kept_callback():
    clock, seen = calls.Clock(), []
    clock.on_tick(lambda clock, number: seen.append(number) or {}[number], False)
    with pytest.raises(KeyError, match="^0$"):
        clock.run(5)
    with pytest.raises(KeyError, match="^1$"):
        clock.run(5)
    assert seen == [0, 1]


def test_a_callback_replaces_itself():
    clock, seen = calls.Clock(), []

    def first(clock, number):
        clock.on_tick(second, False)
        seen.append(("first", number))

    def second(clock, number):
        clock.on_tick(first, False)
        seen.append(("second", number))
    clock.on_tick(first, False)
    assert clock.run(4) == 4
    assert seen == [("first", 0), ("second", 1), ("first", 2), ("second", 3)]
    clock.close()


def test_a_callback_closes_its_object():
    clock, seen = calls.Clock(), []

    def tick(own, number):
        own.close()
        with pytest.raises(ValueError, match="the Clock is closed"):
            own.run(1)
        seen.append(number)
    clock.on_tick(tick, False)
    assert clock.run(3) == 3 and seen == [0, 1, 2]
    with pytest.raises(ValueError, match="the Clock is closed"):
        clock.run(1)


def test_threads_of_the_librarys_call_what_an_object_keeps(monkeypatch):
    reported, seen = [], []
    monkeypatch.setattr(sys, "unraisablehook", lambda what: reported.append(str(what.exc_value)))
    clock = calls.Clock()
    clock.on_tick(lambda clock, number: seen.append(threading.get_ident()) or {}[number], False)
    clock.start()
    wait_until(lambda: len(reported) > 10)
    clock.stop()
    assert reported == [str(number) for number in range(len(reported))] and len(set(seen)) == 1


def test_a_callback_in_a_thread_of_the_librarys_closes_its_object():
    before = calls.alive()
    for _ in range(20):
        clock, seen = calls.Clock(), []
        clock.on_tick(lambda clock, number: seen.append(number) or clock.close(), False)
        clock.start()
        wait_until(lambda: seen and calls.alive() == before)


def test_replaced_while_a_thread_calls():
    with calls.Clock() as clock:
        clock.on_tick(lambda *_: None, False)
        clock.start()
        for _ in range(2000):
            clock.on_tick(lambda *_: None, False)


def test_closed_while_threads_call():
    for _ in range(100):
        clock = calls.Clock()
        clock.on_tick(lambda *_: None, False)
        clock.start()
        clock.close()


def test_a_child_calls_what_its_parent_keeps():
    clock, seen = calls.Clock(), []
    clock.on_tick(lambda clock, number: seen.append(number), False)
    alarm = calls.Alarm.create(clock)
    del clock
    gc.collect()
    alarm.ring()
    assert seen == [0]


def test_a_callback_that_refers_to_its_own_object_is_collected():
    for _ in range(10):
        clock = calls.Clock()
        clock.on_tick(lambda _, number, clock=clock: clock.run(0), False)
        calls.Alarm.create(clock)
    del clock  # the fixture collects


def test_the_destructor_calls(monkeypatch):
    seen, reported = [], []
    monkeypatch.setattr(sys, "unraisablehook", lambda what: reported.append(what.exc_value))
    clock = calls.Clock()
    clock.on_stop(seen.append)
    clock.stop()
    clock.on_stop(None)
    clock.close()
    assert seen == ["stopped"]


def test_kept_for_ever():
    seen = []
    calls.log_set(lambda level, text: seen.append((level, text)))
    calls.log_emit(1, "grün", 0)
    calls.log_emit(2, "two", 3)
    assert seen == [(1, "grün"), *[(2, "two")] * 3]
    calls.log_set(lambda level, text: {}[level])
    with pytest.raises(KeyError):
        calls.log_emit(1, "", 0)
    calls.log_set(None)
    calls.log_emit(3, "", 1)
    assert len(seen) == 4


def test_memory_stays_flat():
    def cycle():
        clock = calls.Clock()
        clock.on_tick(lambda *_: None, False)
        clock.on_tick(lambda *_: None, False)
        clock.run(1)
        calls.log_set(lambda *_: None)

    def memory(times):
        for _ in range(times):
            cycle()
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1])
    if sys.platform == "linux":
        before = memory(20_000)
        assert memory(100_000) - before < 512  # pages
    calls.log_set(None)


@pytest.mark.parametrize("ends", ["", "os._exit(0)", "sys.exit()"])
def test_the_interpreter_ends_while_threads_call(ends):
    script = ("import _calls, sys, os, time\nclock = _calls.Clock()\nclock.on_tick(lambda *_: None, False)\nclock.start()\n"
              f"_calls.log_set(lambda *_: None)\ntime.sleep(0.05)\n{ends}")
    for _ in range(3):
        run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
        assert (run.returncode, run.stderr) == (0, "")


# Callbacks that are given several texts or objects.

def test_rows():
    seen = []
    assert calls.rows(lambda values, names: seen.append((values, names)), 2) == 2
    assert seen == [(["zero", "grün"], ["id", "text"]), (["one", None], ["id", "text"])]
    assert calls.rows(lambda values, names: 1, 2) == 0
    with pytest.raises(KeyError):
        calls.rows(lambda values, names: {}[1], 2)


def test_a_function_of_the_users():
    kept = []
    with calls.Clock() as clock:
        with pytest.raises(calls.Error, match="^there is nothing$"):
            clock.apply(6, 7)

        def multiply(context, values):
            kept.extend([context, *values])
            context.result(values[0].number() * values[1].number())
        clock.define(multiply)
        assert clock.apply(6, 7) == 42
        for each, call in zip(kept, [lambda: kept[0].result(1), kept[1].number, kept[2].number]):
            with pytest.raises(ValueError, match=f"the {type(each).__name__} is closed$"):
                call()
        clock.define(lambda context, values: {}[1])
        with pytest.raises(KeyError):
            clock.apply(6, 7)


# Callbacks that C keeps until it lets go of them.

def answering(number):
    """A function that is like no other."""
    return lambda clock, place: place == number


def test_each_is_kept_until_c_lets_go_of_it():
    clock, functions = calls.Clock(), [answering(number) for number in (0, 1, 2, 3, 9, 5)]
    for place, function in enumerate(functions):
        clock.place(place, function)
    assert [clock.call(place) for place in range(6)] == [True, True, True, True, False, True]
    gone = [weakref.ref(function) for function in functions]
    del functions, function
    for place in 1, 3:
        clock.place(place, answering(9))
    assert [place for place, function in enumerate(gone) if not function()] == [1, 3]
    assert [clock.call(place) for place in range(6)] == [True, False, True, False, False, True]
    clock.close()
    assert not any(function() for function in gone)


@pytest.mark.parametrize("place", [8, 9])
def test_what_c_refused_is_let_go_of_once(place):
    function = answering(0)
    with calls.Clock() as clock:
        clock.place(0, function)
        for _ in range(10):
            with pytest.raises(calls.Error, match="^it was cancelled$"):
                clock.place(place, function)
        assert sys.getrefcount(function) == 3 and clock.call(0)
    assert sys.getrefcount(function) == 2


def test_those_that_c_lets_go_of_take_no_memory():
    with calls.Clock() as clock:
        def memory(times):
            for time_ in range(times):
                clock.place(time_ % 8, lambda *_: None)
                with pytest.raises(calls.Error):
                    clock.place(8 + time_ % 2, lambda *_: None)
            with open("/proc/self/statm") as file:
                return int(file.read().split()[1])
        if sys.platform == "linux":
            before = memory(5_000)
            assert memory(30_000) - before < 256  # pages


def test_one_that_refers_to_its_own_object_and_is_let_go_of_by_it():
    for _ in range(10):
        clock = calls.Clock()
        clock.place(1, lambda _, place, clock=clock: clock.run(0))
    del clock  # the fixture collects


def test_a_pointer_to_anything_is_what_the_author_says():
    seen = []
    calls.told(2, lambda kind, what: seen.append((kind, what)))
    assert seen == [(0, "grün"), (1, None)]


# Callbacks in structs.

def test_callbacks_in_a_struct():
    steps, ticks, ends = [], [], []
    settings = calls.Settings(count=2, step=lambda index, *_: steps.append(index),
                              tick=lambda clock, number: ticks.append(number), ended=ends.append)
    clock = calls.Clock.make(settings)
    del settings
    gc.collect()
    assert (steps, ticks, ends) == ([0, 1], [0], [2])
    assert clock.run(2) == 2 and ticks == [0, 1, 2]
    clock.change(calls.Settings(tick=lambda clock, number: number == 4), False)
    assert clock.run(5) == 1 and ends == [2, 1]
    with pytest.raises(calls.Error, match="^it was cancelled$"):
        clock.change(calls.Settings(tick=lambda *_: None), True)
    assert clock.run(5) == 5
    calls.Clock.make(calls.Settings(ended=lambda ticks: None))


def test_a_struct_without_callbacks_has_the_librarys():
    assert calls.Settings() == (1, None, None, None)
    assert calls.Clock.make(calls.Settings()).run(3) == 3


def test_an_exception_of_a_callback_in_a_struct():
    alive = calls.alive()
    with pytest.raises(ZeroDivisionError):
        calls.Clock.make(calls.Settings(step=lambda *_: 1 / 0))
    with pytest.raises(KeyError):
        calls.Clock.make(calls.Settings(tick=lambda clock, number: {}[number]))
    assert calls.alive() == alive
    with pytest.raises(TypeError, match=r"^make\(\): settings\.tick: a callable is required, not int$"):
        calls.Clock.make(calls.Settings(tick=7))
    clock = calls.Clock.make(calls.Settings())
    clock.change(calls.Settings(tick=lambda clock, number: {}[number]), False)
    with pytest.raises(KeyError):
        clock.run(1)


def test_a_callback_in_a_struct_that_refers_to_its_own_object_is_collected():
    for _ in range(10):
        clock = calls.Clock.make(calls.Settings())
        clock.change(calls.Settings(tick=lambda _, number, clock=clock: clock.run(0)), False)
    del clock  # the fixture collects


def test_a_callback_in_a_struct_goes_with_the_object():
    tick = lambda *_: None  # noqa: E731
    for _ in range(100):
        with calls.Clock.make(calls.Settings(step=tick, tick=tick)) as clock:
            clock.change(calls.Settings(step=tick, tick=tick), False)
        with pytest.raises(calls.Error):
            calls.Clock.make(calls.Settings(step=lambda *_: False, tick=tick))
    assert sys.getrefcount(tick) == 2
