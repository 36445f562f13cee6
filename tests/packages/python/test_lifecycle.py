"""Threads, forks, interpreters and the end of them: each in a process of its own, which must end well and say nothing."""
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

CANARY = f"""
import sys
sys.path.append({str(Path(__file__).parent)!r})
from canary import EXPECTED, hello
"""
THREADS = """
import threading

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
    script = "\n".join(map(textwrap.dedent, (CANARY, *parts)))
    result = subprocess.run([sys.executable, "-X", "dev", "-c", script], capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stderr, result.stdout) == (0, "", "")


# ---- Threads ----


def test_first_import_in_many_threads():
    run(THREADS, "assert together(hello) == [EXPECTED] * 32")


def test_first_call_in_many_threads():
    run(THREADS, f"import {os.environ['PYTHON_PACKAGE']}", "assert together(hello) == [EXPECTED] * 32")


def test_interpreter_ends_while_threads_call():
    for _ in range(5):
        run("""
            import threading
            called = threading.Semaphore(0)
            assert hello() == EXPECTED
            def call():
                while hello() == EXPECTED:
                    called.release()
            for _ in range(8):
                threading.Thread(target=call, daemon=True).start()
            for _ in range(16):
                called.acquire()
        """)


# ---- Processes ----


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_fork_after_import():
    run("""
        import os
        hello()
        child = os.fork()
        if child == 0:
            os._exit(hello() != EXPECTED)
        assert os.waitpid(child, 0)[1] == 0
        assert hello() == EXPECTED
    """)


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_pool_of_processes(method):
    run(f"""
        import multiprocessing
        if "{method}" in multiprocessing.get_all_start_methods():
            hello()
            with multiprocessing.get_context("{method}").Pool(2) as pool:
                assert pool.map(hello, range(100)) == [EXPECTED] * 100
                pool.close()
                pool.join()
    """)


# ---- Interpreters ----


@pytest.mark.parametrize("before", ["", "hello()"], ids=["first", "after the main one"])
def test_subinterpreters(before):
    run(before, INTERPRETERS, f"""
        for _ in range(3):
            assert run({CANARY + "assert hello() == EXPECTED"!r}, isolated=False) is None
        assert hello() == EXPECTED
    """)


if sys.version_info >= (3, 12):

    def test_interpreter_with_its_own_lock_is_refused():
        run(INTERPRETERS, f"""
            for _ in range(3):
                assert "does not support loading in subinterpreters" in run({CANARY + "hello()"!r}, isolated=True)
            assert hello() == EXPECTED
        """)
