"""What a default is: a value that each language spells its own way."""
from __future__ import annotations

import ast
import dataclasses
import json
from typing import Callable

from decisions import Argument, Crossing


def value_of(argument: Argument, values: dict[str, int]) -> None | bool | int | float | str:
    if argument.default == "NULL":
        return None
    if argument.kind.file == "text":
        return ast.literal_eval(argument.default)
    if argument.kind.name in ("float", "double"):
        return float(argument.default)
    value = values[argument.default]
    return bool(value) if argument.kind.name == "bool" else chr(value % 256) if argument.kind.name == "char" else value


def literal(value: str, argument: Argument) -> str:
    """A text or a character, as languages write it that learned it from C."""
    return json.dumps(value) if argument.kind.file == "text" else f"(char) {ord(value)}"


def all_passed(crossing: Crossing, fewer: Crossing, name: Callable[[str], str], default: Callable[[Argument], str]) -> str:
    """What the method with fewer arguments passes to the one that has them all."""
    left = crossing.arguments[len(fewer.arguments):]
    return ", ".join([*(name(each.name) for each in fewer.arguments), *map(default, left)])


def left_to(crossing: Crossing, fewer: Crossing) -> str:
    """The defaults of the arguments that are not passed, as C has them."""
    return ", ".join(f"{each.name} = {each.default}" for each in crossing.arguments[len(fewer.arguments):])


def overloads(crossing: Crossing) -> list[Crossing]:
    """With fewer arguments, for a language whose functions have no defaults."""
    required = sum(not each.default for each in crossing.arguments)
    return [dataclasses.replace(crossing, arguments=crossing.arguments[:count])
            for count in range(required, len(crossing.arguments))]
