"""The lines that are macros of SWIG: their typemaps are for the parameters' names, so that the header's function is wrapped."""
from __future__ import annotations

from deciding.kinds import Kinds
from deciding.lines import Lines
from decisions import NOTHING, Argument, Crossing, Kind
from model import Function, Line, Parameter, Refusal


def macro(kinds: Kinds, said: Lines, function: Function) -> Crossing | None:
    for name, decide in MACROS.items():
        line = said.about(name, function.name)
        if line and kinds.throws and name != "library_version":
            raise Refusal(f"{line.where}: %{name} wraps {function.name}() as it is, and lets its exceptions out")
        if line:
            return decide(kinds, function, line)
    return None


def crossing(function: Function, **more) -> Crossing:
    parameters = ", ".join(each.type.spell(each.name) for each in function.parameters) or "void"
    given = {"name": function.name, "documentation": function.sections, "symbol": function.name,
             "wrapped": function.result.spell(f"{function.name}({parameters})")}
    return Crossing(function, **{**given, **more})


def negative_is_overflow(kinds: Kinds, function: Function, line: Line) -> Crossing:
    find(function, line, line.arguments[1])
    arguments = tuple(Argument(each.name, kinds.number(each.type) or NOTHING) for each in function.parameters)
    return crossing(function, arguments=arguments, result=kinds.number(function.result) or NOTHING, fails="overflow")


def index_of_first_overflow(kinds: Kinds, function: Function, line: Line) -> Crossing:
    data, _, output = (find(function, line, name) for name in line.arguments[1:])
    kind = Kind("arrays", "int32_t")
    arguments = (Argument(data.name, kind), Argument(output.name, kind, writable=True))
    return crossing(function, arguments=arguments, fails="overflow", forbids=True)


def library_version(kinds: Kinds, function: Function, line: Line) -> Crossing:
    if line.arguments[1] not in kinds.header.macros:
        raise Refusal(f"{line.where}: the header has no #define {line.arguments[1]}")
    return crossing(function, name="version", result=Kind("text", "text"), role="version")


MACROS = {"negative_is_overflow": negative_is_overflow, "index_of_first_overflow": index_of_first_overflow,
          "library_version": library_version}


def find(function: Function, line: Line, name: str) -> Parameter:
    for parameter in function.parameters:
        if parameter.name == name:
            return parameter
    raise Refusal(f"{line.where}: {function.name}() has no parameter {name}")
