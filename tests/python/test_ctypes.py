"""The way of the blog post, unchanged: no binding, only the shared library and ctypes."""
import ctypes
import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "docs/examples"


def test_the_blog_post(capsys):
    library = ctypes.CDLL(os.environ["LIBRARY"])
    library.square.argtypes = [ctypes.c_int32]
    library.square.restype = ctypes.c_int32
    number = ctypes.c_int32(7)
    result = library.square(number)
    print(f"The square of {number.value} is {result}.")
    print(type(number))
    print(type(result))
    assert capsys.readouterr().out.splitlines() == [
        "The square of 7 is 49.",
        "<class 'ctypes.c_int'>",
        "<class 'int'>",
    ]


def test_the_example():
    command = [sys.executable, EXAMPLES / "hello_ctypes.py", os.environ["LIBRARY"]]
    assert subprocess.check_output(command, text=True) == (EXAMPLES / "expected.txt").read_text()
