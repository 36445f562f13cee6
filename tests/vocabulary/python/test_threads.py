"""32 threads at once, which nothing holds up where the interpreter has no lock."""
import gc
import os
import sys
import sysconfig
import threading
import time

import pytest

import _calls as calls
import _kinds as kinds

THREADS, ROUNDS = 32, 200
# CPython 3.13 without its lock may not be given a bytearray by one thread that another one resizes.
LOCKS_BUFFERS = not sysconfig.get_config_var("Py_GIL_DISABLED") or sys.version_info >= (3, 14)


@pytest.fixture(autouse=True)
def nothing_is_left():
    gc.collect()
    before = kinds.alive(), calls.alive()
    yield
    gc.collect()
    ends = time.monotonic() + 10  # an object that C is in is destroyed when C has left it
    while (kinds.alive(), calls.alive()) != before and time.monotonic() < ends:
        time.sleep(0.01)
    assert (kinds.alive(), calls.alive()) == before


def at_once(work):
    """What each of the threads has returned, or raised."""
    results, start = [None] * THREADS, threading.Barrier(THREADS)

    def run(index):
        start.wait()
        try:
            results[index] = work(index)
        except Exception as error:
            results[index] = error

    threads = [threading.Thread(target=run, args=(index,)) for index in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def raised(results):
    return {type(result) for result in results if isinstance(result, Exception)}


@pytest.mark.skipif(not sysconfig.get_config_var("Py_GIL_DISABLED"), reason="this interpreter has its lock always")
def test_the_module_leaves_the_lock_off_if_swig_can_say_so():
    assert sys._is_gil_enabled() == (os.environ["NEEDS_LOCK"] == "1")


def test_objects_of_their_own():
    def work(index):
        for _ in range(ROUNDS):
            with kinds.Stack(3) as stack:
                for number in range(3):
                    stack.push(index * number)
                assert stack.pop() == 2 * index and stack.size() == 2
                stack.set_title(str(index))
                assert stack.title() == str(index)
        return index
    assert at_once(work) == list(range(THREADS))


def test_one_object_that_one_of_them_closes():
    for _ in range(ROUNDS // 20):
        stack = kinds.Stack(3)
        stack.push(1)

        def work(index):
            if index == THREADS // 2:
                stack.close()
            return [stack.size() for _ in range(10)]
        assert raised(at_once(work)) <= {ValueError}


def test_one_init_of_several_at_once_is_the_objects():
    together = threading.Barrier(THREADS)

    class Limit:
        def __index__(self):
            together.wait()
            return 3
    stack = kinds.Stack.__new__(kinds.Stack)
    results = at_once(lambda index: stack.__init__(Limit()))
    assert results.count(None) == 1 and raised(results) == {TypeError}
    assert stack.size() == 0


def test_one_owner_of_several_at_once_takes_an_object_over():
    for _ in range(5):
        owners, stack = [kinds.Stack(1) for _ in range(THREADS)], kinds.Stack(1)
        results = at_once(lambda index: owners[index].adopt(stack))
        assert results.count(None) == 1 and raised(results) <= {ValueError, RuntimeError}


def test_what_is_passed_is_held_while_another_thread_changes_it():
    data, texts, series, text = bytearray(100), ["a"] * 100, [kinds.Series(0, 3)] * 16, "ä" * 100

    def work(index):
        for round in range(ROUNDS):
            try:
                if index % 4 == 0:
                    if LOCKS_BUFFERS:
                        data.extend(bytes(100 * (round % 7)))
                        del data[100:]
                    texts[:] = ["a"] * (round % 100)
                    series[:] = [kinds.Series(0, 2) for _ in range(1 + round % 5)]
                elif index % 4 == 1:
                    kinds.count_up(data) if LOCKS_BUFFERS else kinds.sum(data)
                elif index % 4 == 2:
                    assert kinds.count_texts(texts) <= 200 and kinds.text_bytes(text) == 200
                else:
                    with kinds.Series(0, 1) as own:
                        own.extend(series)
            except BufferError:  # it is in use
                pass
    assert raised(at_once(work)) == set()


def test_callbacks_are_set_and_called_by_all_of_them():
    clock = calls.Clock()
    seen = [0] * THREADS
    clock.start()

    def work(index):
        def tick(clock, number):
            seen[index] += 1
        for _ in range(ROUNDS):
            try:
                clock.on_tick(tick, False)
            except RuntimeError as error:
                assert "sets the same callback" in str(error)
    assert raised(at_once(work)) == set()
    clock.close()


def test_objects_go_while_c_gives_them_to_their_callbacks():
    def work(index):
        for _ in range(ROUNDS // 20):
            clock = calls.Clock()
            clock.on_tick(lambda clock, number: clock is None, False)
            clock.start()
            del clock
    assert raised(at_once(work)) == set()


def test_a_callback_of_a_call_is_called_in_each_thread():
    def work(index):
        seen = []
        for _ in range(ROUNDS // 10):
            assert calls.each_thread(3, 2, lambda number, *_: seen.append(number) or True)
        return sorted(seen) == sorted(list(range(3)) * 2 * (ROUNDS // 10))
    assert at_once(work) == [True] * THREADS
