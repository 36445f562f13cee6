"""How many instructions a call takes, which no other program can disturb. A call that became slower mostly shows here."""
import os
import re
import subprocess
import sys

import pytest

# The counts of gcc 12 with AVX2 (valgrind has no AVX-512) and of CPython 3.11, each with its loop, and some more for others.
C = {("square",): 12 + 4, ("square_array", 0): 22 + 6, ("square_array", 16): 80 + 16, ("square_array", 1000): 1433 + 200}
PYTHON = {"square(7)": 684 + 300, "square_array(a, b)": 1726 + 600}
LOOP = """
import sys
from array import array
from square import *
a = b = array("i", [1] * 16)
for _ in range(int(sys.argv[1])): """


def instructions(*command):
    callgrind = [os.environ["VALGRIND"], "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    log = subprocess.run(callgrind, env=environment, stderr=subprocess.PIPE, text=True, check=True).stderr
    return int(re.search(r"Collected : (\d+)", log)[1])


def per_call(times, command):
    """What the process does besides falls out."""
    once, twice = (instructions(*command(str(n))) for n in (times, 2 * times))
    return (twice - once) / times


@pytest.mark.parametrize("call", C)
def test_c(call):
    assert per_call(100, lambda times: [os.environ["CALLS"], times, *map(str, call[1:])]) <= C[call]


@pytest.mark.parametrize("call", PYTHON)
def test_python(call):
    assert per_call(1000, lambda times: [sys.executable, "-S", "-c", LOOP + call, times]) <= PYTHON[call]
