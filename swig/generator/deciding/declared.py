"""Which types of the header are classes, enums and constants?"""
from __future__ import annotations

import os.path
import re
from fnmatch import fnmatchcase

from deciding.lines import Lines
from deciding.names import camel, without_prefix
from decisions import Class, Enum
from model import Header, Line, Refusal


def classes(header: Header, said: Lines) -> list[Class]:
    threads = {line.arguments[0] for line in said.all("one_thread")}
    made = []
    for line in said.all("handle"):
        type, name, destroy = (*line.arguments, "")[:3]
        made.append(Class(name, type, destroy, header.comments.get(type, ()), name in threads))
        if destroy and len(header.functions[destroy].parameters) != 1:
            raise Refusal(f"{line.where}: {destroy}() takes more than the object")
    for name in threads - {each.name for each in made}:
        raise Refusal(f"%one_thread({name}): no %handle has that name")
    return made


def enums(header: Header, said: Lines) -> dict[str, Enum]:
    flags = {line.arguments[0].split()[-1] for line in said.all("flags")}
    made = {}
    for type, items in header.enums.items():
        bare = type.split()[-1]
        name = camel(re.sub(r"_[te]$", "", without_prefix(said, bare)))
        enum = Enum(name, type, short_items(items, bare), bare in flags, header.comments.get(type, ()))
        made[type] = enum
    return made


def short_items(items: tuple[str, ...], type: str) -> tuple[tuple[str, str], ...]:
    """KIND_COLOR_RED and KIND_COLOR_BLUE as RED and BLUE."""
    common = os.path.commonprefix(items) if len(items) > 1 else re.sub(r"_t$", "", type).upper() + "_"
    common = common[:common.rfind("_") + 1]
    if any(item[len(common):][:1].isdigit() or item == common for item in items) or not items[0].startswith(common):
        common = ""
    return tuple((item[len(common):].upper(), item) for item in items)


def constants(header: Header, said: Lines) -> list[tuple[str, str, str]]:
    made = []
    for line in said.all("constants"):
        for pattern in line.arguments[0].split():
            names = [name for name in [*header.macros, *header.enumerators] if fnmatchcase(name, pattern)]
            if not names:
                raise Refusal(f"{line.where}: the header has no constant {pattern}")
            made += [(without_prefix(said, name), name, constant_kind(header, name, line)) for name in names]
    return made


def constant_kind(header: Header, name: str, line: Line) -> str:
    value = header.macros.get(name, "0")
    seen = set()
    while value in header.macros and value not in seen:
        seen.add(value)
        value = header.macros[value]
    if value.startswith('"'):
        return "text"
    return "double" if re.fullmatch(r"\(?[-+]?(\d+\.\d*|\.\d+|\d+[eE])[\deE+-]*[fFlL]?\)?", value) else "int64_t"
