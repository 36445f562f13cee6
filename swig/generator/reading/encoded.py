"""SWIG's spelling of C types: p.q(const).char is const char *, f(int,p.void).p.int a function that returns int *."""
from __future__ import annotations

import dataclasses

from model import Type


def decode(encoded: str) -> Type:
    if encoded.startswith("p."):
        return Type("pointer", of=decode(encoded[2:]))
    if encoded.startswith("q("):
        qualifiers, rest = split(encoded)
        return dataclasses.replace(decode(rest), const="const" in qualifiers)
    if encoded.startswith("a("):
        size, rest = split(encoded)
        return Type("array", size, of=decode(rest))
    if encoded.startswith("f("):
        parameters, rest = split(encoded)
        return Type("function", of=decode(rest), parameters=tuple(map(decode, parted(parameters))))
    return Type(name=encoded)


def split(encoded: str) -> tuple[str, str]:
    """x(inside).rest as inside and rest."""
    depth = 0
    for index, character in enumerate(encoded):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0 and character == ")":
            return encoded[2:index], encoded[index + 1:].lstrip(".")
    raise ValueError(encoded)


def parted(text: str) -> list[str]:
    """By the commas that are in no parentheses."""
    parts, depth = [""], 0
    for character in text:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in parts if part not in ("", "void")]
