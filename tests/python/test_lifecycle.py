"""Threads, forks, interpreters and the end of them: each in a process of its own, which must end well and say nothing."""
import subprocess
import sys
import textwrap

import pytest

THREADS = """
import sys
import threading
from array import array

sys.setswitchinterval(1e-6)
barrier, results = threading.Barrier(32), []

def together(function):
    def run():
        barrier.wait()
        results.append(function())
    threads = [threading.Thread(target=run) for _ in range(barrier.parties)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    return results
"""
CALL_BOTH = """
import square
from array import array

def call_both(count=100_000):
    numbers = array("i", [7]) * count
    square.square_array(numbers, numbers)
    return square.square(7), numbers[-1]
"""
INTERPRETERS = """
try:
    import _interpreters as interpreters
except ImportError:  # before CPython 3.13
    import _xxsubinterpreters as interpreters

def run(code, isolated):
    new = sys.version_info >= (3, 13)
    interpreter = interpreters.create("isolated" if isolated else "legacy") if new else interpreters.create(isolated=isolated)
    try:
        error = interpreters.run_string(interpreter, code)
        return error and error.formatted
    except interpreters.RunFailedError as error:
        return str(error)
    finally:
        interpreters.destroy(interpreter)
"""


def run(*parts):
    script = "\n".join(map(textwrap.dedent, parts))
    result = subprocess.run([sys.executable, "-X", "dev", "-c", script], capture_output=True, text=True, timeout=300)
    assert (result.returncode, result.stderr, result.stdout) == (0, "", "")


# ---- Threads ----


def test_first_import_in_many_threads():
    run(THREADS, """
        def first():
            import square
            return square.square(7)
        assert together(first) == [49] * 32
    """)


def test_first_call_in_many_threads():
    run(THREADS, CALL_BOTH, "assert together(call_both) == [(49, 49)] * 32")


def test_array_that_is_resized_while_it_is_read():
    """The thread that resizes gets a BufferError, and the one that squares at most an array that is longer than the other."""
    run(CALL_BOTH, """
        import threading
        numbers, stop = array("i", [7]) * 1_000_000, threading.Event()
        squares = array("i", numbers)
        def call():
            while not stop.is_set():
                try:
                    square.square_array(numbers, squares)
                except ValueError as error:
                    assert "elements, but numbers has" in str(error)
        thread = threading.Thread(target=call)
        thread.start()
        refused = 0
        while refused < 100:
            try:
                numbers.append(7)
                numbers.pop()
            except BufferError:
                refused += 1
        stop.set()
        thread.join()
        numbers.extend(numbers[1_000_000:])
        assert squares == array("i", [49]) * 1_000_000
    """)


@pytest.mark.parametrize("count", [1, 1_000_000], ids=["short", "long"])
def test_interpreter_ends_while_threads_call(count):
    """Those who squared a long array meanwhile find no interpreter to come back to."""
    for _ in range(5):
        run(CALL_BOTH, f"""
            import threading
            called = threading.Semaphore(0)
            def call():
                while True:
                    call_both({count})
                    called.release()
            for _ in range(8):
                threading.Thread(target=call, daemon=True).start()
            for _ in range(16):
                called.acquire()
        """)


# ---- Processes ----


def test_fork_after_import():
    run(CALL_BOTH, """
        import os
        call_both()
        child = os.fork()
        if child == 0:
            os._exit(call_both() != (49, 49))
        assert os.waitpid(child, 0)[1] == 0
        assert call_both() == (49, 49)
    """)


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_pool_of_processes(method):
    run(f"""
        import multiprocessing
        import square
        square.square(7)
        with multiprocessing.get_context("{method}").Pool(2) as pool:
            assert pool.map(square.square, range(1000)) == [number * number for number in range(1000)]
            pool.close()
            pool.join()
    """)


# ---- Interpreters ----


@pytest.mark.parametrize("before", ["", CALL_BOTH], ids=["first", "after the main one"])
def test_subinterpreters(before):
    run(before, "import sys", INTERPRETERS, f"""
        for _ in range(3):
            assert run({CALL_BOTH + "assert call_both() == (49, 49)"!r}, isolated=False) is None
    """, CALL_BOTH, "assert call_both() == (49, 49)")


if sys.version_info >= (3, 12):

    def test_interpreter_with_its_own_lock_is_refused():
        run("import sys", INTERPRETERS, """
            for _ in range(3):
                assert "square does not support loading in subinterpreters" in run("import square", isolated=True)
        """, CALL_BOTH, "assert call_both() == (49, 49)")
