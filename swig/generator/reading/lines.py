"""The author's lines: %name(argument, ..) at the start of a line of NAME.i, as SWIG also takes them."""
from __future__ import annotations

import re
from pathlib import Path

from model import Line, Refusal
from reading.encoded import parted


def read_lines(path: Path) -> list[Line]:
    text = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), path.read_text("utf-8"), flags=re.DOTALL)
    return [line for number, each in enumerate(text.splitlines(), 1) if (line := read_line(each, number, path.name))]


def read_line(text: str, number: int, file: str) -> Line | None:
    start = re.match(r"%(\w+)\((.*)\)\s*(?://.*)?$", text)
    if not start:
        if re.match(r"%\w+\(", text):
            raise Refusal(f"{file}:{number}: the line has no closing parenthesis: {text}")
        return None
    return Line(start[1], tuple(part.strip() for part in split(start[2])), f"{file}:{number}")


def split(arguments: str) -> list[str]:
    return parted(arguments) if arguments.strip() else []
