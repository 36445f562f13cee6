"""How does this function cross?"""
from __future__ import annotations

from deciding.kinds import number, number_of
from deciding.lines import Lines
from decisions import NOTHING, Argument, Crossing, Kind
from model import Function, Header, Line, Parameter, Refusal

TEXT = Kind("text", "text", "const char *")


def decide_function(header: Header, said: Lines, function: Function) -> Crossing:
    for name, decide in MACROS.items():
        line = said.about(name, function.name)
        if line:
            return decide(header, function, line)
    return plain(header, function)


def plain(header: Header, function: Function, **more) -> Crossing:
    """Numbers in, a number or nothing out, or a text that belongs to the library."""
    arguments = tuple(Argument(each.name, argument_kind(header, function, each)) for each in function.parameters)
    result = NOTHING if function.result.name == "void" else number(header, function.result)
    if not result and str(function.result) == "const char *":
        result = TEXT
    if not result:
        raise Refusal(f"{function.name}: nothing says what the result {function.result} is")
    return Crossing(function, function.name, function.name, arguments, result, documentation=function.sections, **more)


def argument_kind(header: Header, function: Function, parameter: Parameter) -> Kind:
    if parameter.type.name == "v(...)":
        raise Refusal(f"{function.name}: it takes any number of arguments, which no line can describe")
    kind = number(header, parameter.type)
    if not kind:
        raise Refusal(f"{function.name}: nothing says what the parameter {parameter.type.spell(parameter.name)} is")
    return kind


def negative_is_overflow(header: Header, function: Function, line: Line) -> Crossing:
    find(function, line, line.arguments[1])
    return plain(header, function, fails="overflow")


def index_of_first_overflow(header: Header, function: Function, line: Line) -> Crossing:
    data, _, output = (find(function, line, name) for name in line.arguments[1:])
    arguments = (Argument(data.name, Kind("arrays", number_of(header, data.type))),
                 Argument(output.name, Kind("arrays", number_of(header, output.type)), writable=True))
    return Crossing(function, function.name, function.name, arguments, fails="overflow", forbids=True,
                    documentation=function.sections)


def library_version(header: Header, function: Function, line: Line) -> Crossing:
    if line.arguments[1] not in header.macros:
        raise Refusal(f"{line.where}: the header has no #define {line.arguments[1]}")
    return Crossing(function, "version", function.name, (), TEXT, role="version", documentation=function.sections)


MACROS = {"negative_is_overflow": negative_is_overflow, "index_of_first_overflow": index_of_first_overflow,
          "library_version": library_version}


def find(function: Function, line: Line, name: str) -> Parameter:
    for parameter in function.parameters:
        if parameter.name == name:
            return parameter
    raise Refusal(f"{line.where}: %{line.name}: {function.name}() has no parameter {name}")
