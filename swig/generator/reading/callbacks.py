"""The names of a function pointer's parameters, which SWIG reads over."""
from __future__ import annotations

import re

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
POINTER = re.compile(r"\(\s*\w*\s*\*\s*(?:const\s+)?(\w+)\s*\)\s*\(")
FUNCTION = re.compile(r"\b(\w+)\s*\((?!\s*\*)")
NAME = re.compile(r"(?:\w[\w\s]*[\s*]|.*[*\s)])(\w+)\s*(?:\[[^\]]*\]\s*)?|.*\(\s*\*\s*(\w+)\s*\)\s*\(.*", re.DOTALL)
OF_TYPES = {"void", "char", "short", "int", "long", "float", "double", "signed", "unsigned", "const", "bool", "_Bool"}


def callback_names(text: str) -> dict[str, tuple[str, ...]]:
    """Of every `(*pointer)(type name, ..)` in the header; "" where there is no name. A pointer that is a parameter is
    function::pointer."""
    text, found = COMMENT.sub(" ", text), {}
    for pointer in POINTER.finditer(text):
        start = max(text.rfind(end, 0, pointer.start()) for end in ";{}") + 1
        function = FUNCTION.search(text, start, pointer.start())
        names = tuple(map(parameter_name, parted(text[pointer.end():closing(text, pointer.end())])))
        found[f"{function[1]}::{pointer[1]}" if function else pointer[1]] = names
    return found


def closing(text: str, start: int) -> int:
    """Where the parenthesis that is open at `start` closes."""
    depth = 1
    for index in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if depth == 0:
            return index
    return len(text)


def parted(parameters: str) -> list[str]:
    parts, depth = [""], 0
    for character in parameters:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def parameter_name(declaration: str) -> str:
    named = NAME.fullmatch(declaration)
    name = named and (named[1] or named[2]) or ""
    return "" if name in OF_TYPES or declaration == f"struct {name}" or declaration == f"enum {name}" else name
