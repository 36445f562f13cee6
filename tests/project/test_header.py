"""What the header gives to those who include it."""
import os
import subprocess
from pathlib import Path

HEADER = Path(__file__).parents[2] / "core" / "include" / "square.h"


def macros(source):
    command = [os.environ["CC"], "-std=c11", "-x", "c", "-dM", "-E", "-"]
    return set(subprocess.check_output(command, input=source, text=True).splitlines())


def test_defines_no_macro_without_the_prefix():
    new = macros(HEADER.read_text()) - macros("#include <stddef.h>\n#include <stdint.h>\n")
    assert new
    assert all(line.startswith("#define SQUARE_") for line in new)
