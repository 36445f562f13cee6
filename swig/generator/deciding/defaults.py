"""What is passed where the user passes nothing?"""
from __future__ import annotations

import ast
import dataclasses
import re

from deciding.building import Building
from model import Parameter

NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")


def default(building: Building, parameter: Parameter, taken: int) -> None:
    """Of the argument that a rule has just taken, or of none: then those before it have none, either."""
    line = building.line("default", parameter)
    if not building.arguments or building.arguments[-1].name != parameter.name:
        if line:
            raise building.refuse(f"%default: {parameter.name} is not what users pass")
        return
    argument = building.arguments[-1]
    if line:
        check(building, line.arguments[1])
        building.arguments[-1] = dataclasses.replace(argument, default=line.arguments[1])
    elif len(building.arguments) > 1 and building.arguments[-2].default:
        raise building.refuse(f"{argument.name} comes after a default, and has none. "
                              f"Say %default({building.function.name}::{argument.name}, VALUE)")


def check(building: Building, value: str) -> None:
    argument = building.arguments[-1]
    kind = argument.kind
    if value == "NULL":
        fits = argument.nullable
    elif kind.name in ("float", "double"):
        fits = NUMBER.fullmatch(value)
    elif kind.file == "text":
        fits = is_text(value)
    else:
        fits = kind.file in ("numbers", "enums")
    if not fits:
        kinds = {"text": "a text in quotes", "numbers": "a number"}.get(kind.file, "NULL")
        null = ", or NULL, and %nullable" if kind.file == "text" and not argument.nullable else ""
        raise building.refuse(f"%default: {value} cannot be {argument.name}, which can be {kinds}{null}")


def is_text(value: str) -> bool:
    try:
        return value.startswith('"') and isinstance(ast.literal_eval(value), str)
    except (SyntaxError, ValueError):
        return False
