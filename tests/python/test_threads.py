"""Arrays in several threads: each in a process of its own, which must end well and say nothing."""
import subprocess
import sys
import textwrap

import pytest

CALL_BOTH = """
import threading
from array import array

import square

def call_both(count=100_000):
    numbers = array("i", [7]) * count
    square.square_array(numbers, numbers)
    return square.square(7), numbers[-1]
"""


def run(script):
    script = CALL_BOTH + textwrap.dedent(script)
    result = subprocess.run([sys.executable, "-X", "dev", "-c", script], capture_output=True, text=True, timeout=300)
    assert (result.returncode, result.stderr, result.stdout) == (0, "", "")


def test_first_call_in_many_threads():
    run("""
        import sys
        sys.setswitchinterval(1e-6)
        barrier, results = threading.Barrier(32), []
        def call():
            barrier.wait()
            results.append(call_both())
        threads = [threading.Thread(target=call) for _ in range(32)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        assert results == [(49, 49)] * 32
    """)


def test_array_that_is_resized_while_it_is_read():
    """The thread that resizes gets a BufferError, and the one that squares at most an array that is longer than the other."""
    run("""
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
        run(f"""
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
