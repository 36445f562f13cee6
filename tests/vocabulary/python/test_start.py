"""The library is started by the first import and ended with Python."""
import os
import subprocess
import sys

import pytest

import _kinds as kinds


def run(program, **environment):
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env={**os.environ, **environment})
    return made.returncode, made.stdout + made.stderr


def test_it_is_started_once():
    assert kinds.starts() == 1 and not hasattr(kinds, "start") and not hasattr(kinds, "end")


def test_a_start_that_fails_is_an_import_error():
    status, output = run("import _kinds", KINDS_FAIL="1")
    assert status == 1 and output.endswith("ImportError: kinds_start(): it is broken \u2717 (code 2)\n")
    program = "import os\ntry: import _kinds\nexcept ImportError: del os.environ['KINDS_FAIL']; os.unsetenv('KINDS_FAIL')\n"
    assert run(program + "import _kinds; print(_kinds.starts())", KINDS_FAIL="1") == (0, "2\n")


def test_it_is_ended_if_nothing_of_it_is_left():
    assert run("import _kinds; stack = _kinds.Stack(1)", KINDS_END="1") == (0, "the end of 1\n")
    kept = "import _kinds, ctypes; stack = _kinds.Stack(1); ctypes.pythonapi.Py_IncRef(ctypes.py_object(stack))"
    assert run(kept, KINDS_END="1") == (0, "")


@pytest.mark.skipif(sys.version_info[:2] not in ((3, 9), (3, 10), (3, 11)), reason="from 3.12 on it has another name")
def test_a_second_interpreter_does_not_start_it_again():
    program = """
import _kinds, _xxsubinterpreters as interpreters
second = interpreters.create()
interpreters.run_string(second, "import _kinds; print(_kinds.starts())")
interpreters.destroy(second)
"""
    assert run(program, KINDS_END="1") == (0, "1\nthe end of 1\n")


def test_functions_may_be_constants():
    assert (kinds.KEY_BYTES, kinds.MESSAGE_BYTES_MAX, kinds.LOWEST) == (32, 2 * sys.maxsize + 1 - 16, -5)
    assert (kinds.RATIO_OF, kinds.PRIMITIVE) == (0.25, "bläke")
    assert not hasattr(kinds, "key_bytes") and hasattr(kinds, "text_bytes")
