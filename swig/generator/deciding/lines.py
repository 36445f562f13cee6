"""What the author's lines say, by what they are about. A line that names what the header lacks is an error."""
from __future__ import annotations

import dataclasses
import re
from fnmatch import fnmatchcase
from itertools import zip_longest

from deciding.kinds import NUMBERS
from model import Function, Header, Line, Parameter, Refusal

# How a line is written, as the errors show it; [..] may be left out. FUNCTION and TYPE must be in the header; FUNCTIONS are
# names or patterns, and each must have a function. So must WHERE: FUNCTION::PARAMETERS, or a parameter as the header writes it,
# with or without a name, wherever it occurs.
FORMS = {
    "headers": "(HEADERS)",
    "parameters": "(FUNCTIONS, NAMES)",
    "prefix": "(PREFIXES)",
    "functions": "(FUNCTIONS)",
    "skip": "(FUNCTIONS)",
    "name": "(FUNCTION_OR_CALLABLE, NAME)",
    "negative_is_overflow": "(FUNCTION, ARGUMENT)",
    "index_of_first_overflow": "(FUNCTION, INPUT, COUNT, OUTPUT)",
    "library_version": "(FUNCTION, MACRO)",
    "handle": "(TYPE, NAME, [DESTROY], [PREFIX])",
    "status": "(TYPE, OK, [MESSAGE])",
    "message": "(TYPE, MESSAGE)",
    "no_status": "(FUNCTIONS)",
    "is_status": "(FUNCTIONS)",
    "truth": "(FUNCTIONS, [TRUE], [FALSE])",
    "fails_if": "(FUNCTION, CONDITION, [MESSAGE])",
    "absent": "(FUNCTION, STATUS)",
    "nullable": "(WHERE)",
    "sized_text": "(WHERE, SIZE)",
    "terminated_text": "(WHERE)",
    "texts": "(WHERE, COUNT)",
    "error_text": "(WHERE, FREE)",
    "bytes": "(WHERE, SIZE)",
    "array": "(WHERE, COUNT)",
    "same": "(FUNCTION, COUNT, ARRAYS)",
    "fill": "(WHERE, CAPACITY, PROTOCOL, [KIND])",
    "view": "(FUNCTION, LENGTH, [KIND])",
    "owned": "(WHERE, FREE, [LENGTH])",
    "stream": "(FUNCTIONS, IN, OUT, END, [NO_FAILURES])",
    "out": "(WHERE)",
    "inout": "(WHERE)",
    "pass": "(WHERE, VALUE)",
    "default": "(WHERE, VALUE)",
    "is": "(WHERE, TYPE_OR_POINTER)",
    "flags": "(TYPE)",
    "constants": "(PATTERNS)",
    "creates": "(FUNCTIONS)",
    "borrowed": "(FUNCTIONS)",
    "independent": "(FUNCTIONS)",
    "consumes": "(WHERE)",
    "keeps": "(WHERE)",
    "refcounted": "(TYPE, REF)",
    "is_a": "(NAME, BASE, [CAST])",
    "one_thread": "(NAME)",
    "constructor": "(NAME, CREATE, INIT)",
    "copies": "(FUNCTIONS)",
    "iterates": "(FUNCTION, END)",
    "sequence": "(NAME, LENGTH, AT)",
    "blocking": "(FUNCTIONS)",
    "library": "(INIT, [CLEANUP])",
    "callable": "(CALLABLE, STOP, [NAMES])",
    "scope": "(FUNCTIONS, HOW_LONG)",
    "never_calls_back": "(FUNCTIONS)",
    "user_data": "(WHERE_OR_CALLABLE, [EXPRESSION])",
    "value": "(TYPE, NAME, [DEFAULTS], [LEFT_ALONE])",
    "list": "(WHERE, COUNT)",
    "as_bytes": "(TYPE)",
}
OF_SWIG = {"module", "include", "import", "rename", "ignore", "feature", "typemap", "apply", "clear", "constant", "pragma",
           "insert"}


MACROS = {"negative_is_overflow", "index_of_first_overflow", "library_version"}


def for_the_generator() -> list[str]:
    """The lines that mean nothing to SWIG."""
    return [name for name in FORMS if name not in MACROS]


class Lines:
    def __init__(self, header: Header, lines: list[Line]):
        self.header, self.by_name = header, dict[str, list[Line]]()
        name_parameters(header, lines)
        for line in lines:
            if line.name not in OF_SWIG:
                check(header, line)
                self.by_name.setdefault(line.name, []).append(expanded(header, line))

    def all(self, name: str) -> list[Line]:
        return self.by_name.get(name, [])

    def about(self, name: str, function: str) -> Line | None:
        """The line %name(function, ..)."""
        return next((line for line in self.all(name) if function in line.arguments[0].split()), None)

    def at(self, name: str, function: Function, parameter: Parameter) -> Line | None:
        """The line %name(function::parameter, ..) or %name(type parameter, ..)."""
        return next((line for line in self.all(name) if is_at(line.arguments[0], function, parameter)
                     and is_followed(self.header, line, function, parameter)), None)

    def of_member(self, name: str, struct: str, member: str) -> Line | None:
        """The line %name(struct::member, ..)."""
        return next((line for line in self.all(name) if line.arguments[0].partition("::")[0] == struct
                     and member in line.arguments[0].partition("::")[2].split()), None)


def expanded(header: Header, line: Line) -> Line:
    """With the functions in the place of their patterns."""
    if not FORMS[line.name].startswith("(FUNCTIONS"):
        return line
    names = [name for pattern in line.arguments[0].split() for name in matching(header, pattern)]
    return dataclasses.replace(line, arguments=(" ".join(names), *line.arguments[1:]))


def matching(header: Header, pattern: str) -> list[str]:
    """The functions; or a member of a struct, as it is."""
    struct, _, member = pattern.partition("::")
    if pattern in header.functions or member and are_members(header, struct, member):
        return [pattern]
    return [name for name in header.functions if fnmatchcase(name, pattern)]


def name_parameters(header: Header, lines: list[Line]) -> None:
    """Foreign headers leave names out; those that the author gives are used from here on."""
    for line in lines:
        place = {"parameters": 1, "callable": 2}.get(line.name, 9)
        if len(line.arguments) <= place:
            continue
        check(header, line)
        if line.name == "callable":
            rename(header.callbacks, header.callbacks[line.arguments[0]], line, line.arguments[2])
            continue
        for name in expanded(header, line).arguments[0].split():
            rename_callbacks(header, name, rename(header.functions, header.functions[name], line, line.arguments[1]))


def rename(functions: dict[str, Function], function: Function, line: Line, names_text: str) -> dict[str, str]:
    """All parameters of one function; of several functions, those that have no name."""
    names = [f"-{index}" if name == "-" else name for index, name in enumerate(names_text.split())]
    one = line.arguments[0] == function.name
    if one and len(names) != len(function.parameters):
        raise Refusal(f"{line.where}: {len(names)} names, but {function.name}() has {len(function.parameters)} parameters")
    given = zip_longest(function.parameters, names[:len(function.parameters)])
    named = tuple(Parameter(name, each.type) if name and (one or each.unnamed) else each for each, name in given)
    functions[function.name] = dataclasses.replace(function, parameters=named)
    return {before.name: after.name for before, after in zip(function.parameters, named)}


def rename_callbacks(header: Header, function: str, names: dict[str, str]) -> None:
    """Those that are known by the function's parameter."""
    for before, after in names.items():
        callback = header.callbacks.pop(f"{function}::{before}", None)
        if callback:
            name = f"{function}::{after}"
            header.callbacks[name] = dataclasses.replace(callback, name=name)


def is_at(where: str, function: Function, parameter: Parameter) -> bool:
    name, separator, parameters = where.rpartition("::")
    if separator:
        return name == function.name and parameter.name in parameters.split()
    return spelled(where) in (spelled(parameter.type.spell()), spelled(parameter.type.spell(parameter.name)))


def is_followed(header: Header, line: Line, function: Function, parameter: Parameter) -> bool:
    """%bytes(const void *, int) is about those that an int follows."""
    size = line.arguments[1] if line.name in ("sized_text", "bytes", "array") else ""
    if size not in header.types and size not in NUMBERS:
        return True
    following = function.parameters[function.parameters.index(parameter) + 1:]
    return bool(following) and following[0].type.spell() == size


def spelled(declaration: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\s*([*\[\]])\s*", r"\1", declaration)).strip()


def check(header: Header, line: Line) -> None:
    form = FORMS.get(line.name)
    if not form:
        raise Refusal(f"{line.where}: there is no %{line.name}; docs/vocabulary.md lists what a line can say")
    names = form.strip("()").split(", ")
    if not len([name for name in names if name[0] != "["]) <= len(line.arguments) <= len(names):
        raise Refusal(f"{line.where}: {len(line.arguments)} arguments, but it is written %{line.name}{form}")
    for name, argument in zip(names, line.arguments):
        if name in CHECKS:
            CHECKS[name](header, line, argument)


def check_functions(header: Header, line: Line, names: str) -> None:
    for name in names.split():
        if not matching(header, name):
            raise Refusal(f"{line.where}: the header has no function {name}")


def check_function(header: Header, line: Line, name: str) -> None:
    if name not in header.functions:
        raise Refusal(f"{line.where}: the header has no function {name}")


def check_type(header: Header, line: Line, name: str) -> None:
    known = name in header.types or name in header.structs or name in header.enums or name in NUMBERS
    if not known and not re.fullmatch(r"(struct|union|enum) \w+", name):
        raise Refusal(f"{line.where}: the header has no type {name}")


def check_type_or_pointer(header: Header, line: Line, name: str) -> None:
    check_type(header, line, re.sub(r"^const | ?\*$", "", name))


def check_callable(header: Header, line: Line, name: str) -> None:
    if name not in header.callbacks:
        raise Refusal(f"{line.where}: the header has no function pointer {name}: it is a type, or function::parameter")


def check_where_or_callable(header: Header, line: Line, where: str) -> None:
    if where not in header.callbacks or len(line.arguments) == 1:
        check_where(header, line, where)


def check_function_or_callable(header: Header, line: Line, name: str) -> None:
    if name not in header.callbacks:
        check_function(header, line, name)


def are_members(header: Header, struct: str, names: str) -> bool:
    return any(each.c.split()[-1] == struct and {*names.split()} <= {member.name for member in each.members}
               for each in header.structs.values())


def check_where(header: Header, line: Line, where: str) -> None:
    name, separator, parameters = where.rpartition("::")
    if are_members(header, name, parameters):
        return
    if re.fullmatch(r"\w+", where):
        check_functions(header, line, where)
        return
    if separator and name not in header.callbacks:
        check_function(header, line, name)
    every = {**header.functions, **header.callbacks}
    functions = [every[name]] if separator else every.values()
    for each in [f"{name}::{parameter}" for parameter in parameters.split()] if separator else [where]:
        if not any(is_at(each, function, parameter) for function in functions for parameter in function.parameters):
            raise Refusal(f"{line.where}: the header has no parameter {each}")


CHECKS = {"CALLABLE": check_callable, "FUNCTION_OR_CALLABLE": check_function_or_callable,
          "WHERE_OR_CALLABLE": check_where_or_callable, "FUNCTION": check_function, "FUNCTIONS": check_functions,
          "TYPE": check_type, "TYPE_OR_POINTER": check_type_or_pointer, "WHERE": check_where,
          "DESTROY": check_function, "REF": check_function, "INIT": check_function, "[CLEANUP]": check_function,
          "AT": check_function}
