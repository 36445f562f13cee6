"""The lines of a draft, and what makes them few."""
from __future__ import annotations

import re

from model import Line

Draft = list[tuple[str, str]]  # lines, and why each is there

OF_FUNCTIONS = {"skip", "no_status", "is_status", "truth", "creates", "borrowed", "scope"}
OF_PARAMETERS = {"out", "inout", "pass"}
WIDTH = 128


def parsed(line: str) -> Line:
    name, arguments = re.fullmatch(r"%(\w+)\((.*)\)", line).groups()
    return Line(name, tuple(part.strip() for part in arguments.split(", ")), "draft")


def tidy(lines: Draft) -> Draft:
    """Nothing about functions that are left out; one line for all that differ in the function, or in the parameter, only."""
    skipped = {parsed(line).arguments[0] for line, _ in lines if line.startswith("%skip")}
    groups: dict[tuple[str, str, str], list[str]] = {}
    for line, reason in lines:
        said = parsed(line)
        function, separator, parameter = said.arguments[0].partition("::")
        start, word, end = f"%{said.name}(", said.arguments[0], ", ".join(["", *said.arguments[1:]]) + ")"
        if said.name in OF_PARAMETERS and separator:
            start, word = start + function + separator, parameter
        elif said.name not in OF_FUNCTIONS:
            start, word, end = line, "", ""
        if said.name == "skip" or function not in skipped:
            groups.setdefault((start, end, reason), []).append(word)
    return [(start + words + end, reason) for (start, end, reason), group in groups.items()
            for words in wrapped(group, WIDTH - len(start + end))]


def wrapped(words: list[str], width: int) -> list[str]:
    """As many of the words as fit in a line."""
    lines: list[str] = []
    for word in dict.fromkeys(words):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
