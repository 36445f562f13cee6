"""What the header gives to those who include it."""
import os
import subprocess
from pathlib import Path

NAME = os.environ["LIBRARY_NAME"]
HEADER = Path(__file__).parents[2] / f"core/include/{NAME}.h"


def macros(source):
    command = [os.environ["CC"], "-std=c11", "-x", "c", "-I", HEADER.parent, "-dM", "-E", "-"]
    return {line.split()[1] for line in subprocess.check_output(command, input=source, text=True).splitlines()}


def test_defines_no_macro_without_the_prefix():
    system = [line for line in HEADER.read_text(encoding="utf-8").splitlines() if line.startswith("#include <")]
    new = macros(f'#include "{HEADER.name}"\n') - macros("\n".join(system) + "\n")
    assert new
    assert {name for name in new if not name.lower().startswith(f"{NAME.lower()}_")} == set()
