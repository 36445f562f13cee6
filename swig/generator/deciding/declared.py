"""Which types of the header are classes, enums and constants?"""
from __future__ import annotations

import dataclasses
import os.path
import re
from fnmatch import fnmatchcase

from deciding.construction import check_constructor
from deciding.kinds import NUMBERS, Kinds, object_type
from deciding.kinship import related
from deciding.lines import Lines
from deciding.names import camel, without_prefix
from deciding.streams import for_one_thread
from decisions import Class, Enum
from model import Header, Line, Refusal, Type

OF_LANGUAGES = {"Boolean", "Byte", "Character", "Double", "Float", "Integer", "Long", "Math", "Object", "Short", "String"}


def classes(header: Header, said: Lines) -> list[Class]:
    threads = {line.arguments[0] for line in said.all("one_thread")}
    made = []
    for line in said.all("handle"):
        type, name, destroy, prefix = (*line.arguments, "", "")[:4]
        made.append(Class(name, type, destroy, header.comments.get(type, ()), name in threads, prefix,
                          **construction(header, said, name, type)))
        refuse_no_pointer(header, line, type)
        if destroy and len(header.functions[destroy].parameters) != 1:
            raise Refusal(f"{line.where}: {destroy}() takes more than the object")
    streaming = for_one_thread(header, said, made)
    made = [dataclasses.replace(each, one_thread=each.one_thread or each.name in streaming) for each in made]
    refuse_unknown(said, made)
    refuse_doubled(header, made)
    refuse_one_name(made)
    return related(header, said, made)


def refuse_no_pointer(header: Header, line: Line, type: str) -> None:
    if type in header.types and object_type(header, type) in NUMBERS:
        raise Refusal(f"{line.where}: %handle: {type} is a number, {object_type(header, type)}, and crosses as one")


def construction(header: Header, said: Lines, name: str, type: str) -> dict[str, object]:
    line = next((line for line in said.all("constructor") if line.arguments[0] == name), None)
    if not line:
        return {}
    check_constructor(header, line, type)
    allocated = line.arguments[1] == "allocate"
    return {"create": "" if allocated else line.arguments[1], "init": line.arguments[2], "allocated": allocated}


def refuse_doubled(header: Header, made: list[Class]) -> None:
    bare = [object_type(header, each.type) for each in made if not each.prefix]
    for each in made:
        if not each.prefix and bare.count(object_type(header, each.type)) > 1:
            raise Refusal(f"{each.type} is of two classes. Say %handle({each.type}, {each.name}, {each.destroy}, PREFIX), "
                          "PREFIX being that of its functions")


def refuse_one_name(made: list[Class]) -> None:
    names: dict[str, str] = {}
    for each in made:
        if each.name in names:
            raise Refusal(f"{each.type} and {names[each.name]} are both called {each.name}. "
                          f"Say %handle({each.type}, ANOTHER, {each.destroy})")
        names[each.name] = each.type


def refuse_unknown(said: Lines, made: list[Class]) -> None:
    for about in ("one_thread", "constructor", "sequence", "is_a"):
        for line in said.all(about):
            if line.arguments[0] not in {each.name for each in made}:
                raise Refusal(f"{line.where}: %{about}({line.arguments[0]}): no %handle has that name")


def enums(header: Header, said: Lines, taken: set[str]) -> dict[str, Enum]:
    """By a short name, unless a class has it, or a language: git_object_t is GitObjectT."""
    flags = {line.arguments[0].split()[-1] for line in said.all("flags")}
    made = {}
    for type, items in header.enums.items():
        bare = type.split()[-1]
        name = camel(re.sub(r"_[te]$", "", without_prefix(said, bare)))
        name = camel(bare) if name in taken | OF_LANGUAGES else name
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
    """Macros, enumerators, and functions without arguments that always give the same."""
    made = []
    for line in said.all("constants"):
        for pattern in line.arguments[0].split():
            names = [name for name in [*header.macros, *header.enumerators] if fnmatchcase(name, pattern)]
            functions = constant_functions(header, said, pattern)
            if not names and not functions:
                raise Refusal(f"{line.where}: the header has no constant {pattern}")
            made += [(without_prefix(said, name), name, constant_kind(header, name, line)) for name in names] + functions
    return made


def constant_functions(header: Header, said: Lines, pattern: str) -> list[tuple[str, str, str]]:
    found = [function for name, function in header.functions.items() if fnmatchcase(name, pattern) and not function.parameters]
    kinds = Kinds(header, [], {})
    return [(without_prefix(said, each.name).upper(), f"{each.name}()", kind) for each in found
            if (kind := result_kind(kinds, each.result))]


def result_kind(kinds: Kinds, type: Type) -> str:
    number = kinds.number(type)
    if kinds.is_text(type):
        return "text"
    if not number or number.name in ("bool", "char"):
        return ""
    if number.name in ("float", "double"):
        return "double"
    return "unsigned" if number.name in ("uint64_t", "size_t", "unsigned long") else "integer"


def constant_kind(header: Header, name: str, line: Line) -> str:
    value = header.macros.get(name, "0")
    seen = set()
    while value in header.macros and value not in seen:
        seen.add(value)
        value = header.macros[value]
    if value.startswith('"'):
        return "text"
    return "double" if re.fullmatch(r"\(?[-+]?(\d+\.\d*|\.\d+|\d+[eE])[\deE+-]*[fFlL]?\)?", value) else "int64_t"
