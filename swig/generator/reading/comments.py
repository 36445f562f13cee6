"""A Doxygen comment as its sections."""
from __future__ import annotations

import re

from model import Section

TAG = re.compile(r"[@\\](\w+)(?:\[[\w, ]*\])?\s*(.*)")
WITHIN_A_LINE = re.compile(r"(?<=\S)\s+(?=[@\\](?:param|returns?|result|retval|note|warning|see|sa|since|throws?|exception)\s)")
OF_A_WORD = re.compile(r"(?<!\w)[@\\](?:a|b|c|e|em|p|ref)\s+(?=\S)")  # how it looks
SAME = {"returns": "return", "result": "return"}


def clean(comment: str) -> list[str]:
    """The lines without the asterisks in front of them."""
    lines = [re.sub(r"^\s*\*? ?", "", line).rstrip() for line in comment.strip("\n").split("\n")]
    lines = [part for line in lines for part in parts(OF_A_WORD.sub("", line))]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def parts(line: str) -> list[str]:
    """One for each command; a line that holds in C only is left as it is."""
    return [line] if line.lstrip()[1:].startswith("conly") else WITHIN_A_LINE.split(line)


def sections(comment: str) -> tuple[Section, ...]:
    found: list[tuple[str, str, list[str]]] = []
    within = False  # a section, which an empty line ends
    for line in clean(comment):
        tag = TAG.match(line.lstrip())
        if tag and tag[1] == "conly":
            within = False
        elif tag:
            argument, text = re.match(r"(\w*)\s*(.*)", tag[2]).groups() if tag[1] == "param" else ("", tag[2])
            found.append((SAME.get(tag[1], tag[1]), argument, [text]))
            within = True
        elif line and within:
            found[-1][2].append(line)
        elif line:
            found.append(("", "", [line]))
            within = True
        else:
            within = False
    if found and found[0][0] == "":
        found[0] = ("brief", "", found[0][2])  # what comes first is the summary, marked or not
    return tuple(Section(tag, argument, tuple(lines)) for tag, argument, lines in found)
