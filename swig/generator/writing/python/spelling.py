"""How Python spells things."""
from __future__ import annotations

import keyword

from decisions import Argument, Crossing, Kind


def name(c: str) -> str:
    return f"{c}_" if keyword.iskeyword(c) else c


FLOATS = {"float", "double"}


def public_name(crossing: Crossing) -> str:
    """The name of the native function; that of a method also names the class, and shown() takes it off."""
    return f"border_{crossing.owner}__{crossing.name}" if crossing.owner else name(crossing.name)


def given(argument: Argument) -> str:
    """The type hint of an argument."""
    if argument.kind.file == "numbers":
        return {"bool": "bool", "char": "str"}.get(argument.kind.name, "float" if argument.kind.name in FLOATS else "SupportsIndex")
    return "WriteableBuffer" if argument.writable else "ReadableBuffer"


def made(kind: Kind) -> str:
    """The type hint of a result."""
    if kind.file == "numbers":
        return {"bool": "bool", "char": "str"}.get(kind.name, "float" if kind.name in FLOATS else "int")
    return {"text": "str", "nothing": "None"}[kind.file]


def signature(crossing: Crossing) -> str:
    arguments = [f"{name(each.name)}: {given(each)}" for each in crossing.arguments]
    return ", ".join([*arguments, "/"] if arguments else [])
