"""What constant expressions are, by the C compiler. What it makes may be for another machine: so nothing is run, and the digits
stand in the object file."""
from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from model import Refusal

MARK = "border_values:"
DIGITS = 20  # of 2^64


def read_values(compiler: list[str], folders: list[str], headers: list[str], expressions: list[str]) -> dict[str, int]:
    if not expressions:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "values.o")
        command = [*compiler, *(f"-I{each}" for each in folders), "-fno-lto", "-w", "-c", "-x", "c", "-", "-o", str(made)]
        run = subprocess.run(command, input=program(headers, expressions), capture_output=True, text=True)
        if run.returncode:
            raise Refusal(f"the C compiler cannot tell the values of the header's constants:\n{run.stderr}")
        found = re.search(re.escape(MARK.encode()) + rb"((?:[-+]\d+)+);", made.read_bytes())
    return dict(zip(expressions, map(int, re.findall(r"[-+]\d+", found[1].decode()))))


def program(headers: list[str], expressions: list[str]) -> str:
    includes = "".join(f'#include "{header}"\n' for header in headers)
    characters = [f"'{each}'" for each in MARK]
    for expression in expressions:
        size = f"(({expression}) < 0 ? 0 - (unsigned long long) ({expression}) : (unsigned long long) ({expression}))"
        characters.append(f"({expression}) < 0 ? '-' : '+'")
        characters += [f"'0' + (int) ({size} / {10 ** place}ull % 10)" for place in reversed(range(DIGITS))]
    return f"{includes}const char border_values[] = {{{', '.join(characters)}, ';'}};\n"
