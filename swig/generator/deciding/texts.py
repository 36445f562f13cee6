"""Lists of texts, texts that C makes for the caller, and the text by which it says what has failed."""
from __future__ import annotations

import re

from deciding.building import Building
from deciding.kinds import resolve
from decisions import Given, Kind, Output
from model import Parameter, Type

VIEW = Kind("texts", "view", "border_texts_view")


def texts(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """A list that is passed, or that C gives through a pointer."""
    line = building.line("texts", parameter)
    if not line:
        return 0
    depth = stars(building, parameter.type)
    if depth == 3:
        give_list(building, parameter, line.arguments[1])
    elif depth == 2:
        take_list(building, parameter, line.arguments[1])
    else:
        raise building.refuse(f"%texts: {parameter.type.spell(parameter.name)} is no list of texts")
    return 1


def stars(building: Building, type: Type) -> int:
    """How many pointers lead to a char; 0 if none do."""
    count = 0
    type = resolve(building.kinds.header, type)
    while type.shape in ("pointer", "array"):
        count, type = count + 1, resolve(building.kinds.header, type.of)
    return count if type.name == "char" else 0


def take_list(building: Building, parameter: Parameter, count: str) -> None:
    name, nullable = parameter.name, bool(building.line("nullable", parameter))
    building.take(parameter, Kind("texts", "texts", f"border_{'nullable_' * nullable}texts"), nullable=nullable)
    building.values.append(f"({parameter.type.spell().replace('[]', '*')}) {name}.data")
    if count != "NULL" and count not in (each.name for each in building.function.parameters):
        building.require(f"{name}.count == (size_t) ({count})", name, "%zu texts are required, not %zu", f"(size_t) ({count})",
                         f"{name}.count")


def give_list(building: Building, parameter: Parameter, count: str) -> None:
    local = out_local(building, parameter)
    given = Given(local, "texts", "" if count == "NULL" else building.expression(count))
    building.outputs.append(Output(parameter.name, VIEW, given, bool(building.line("nullable", parameter))))
    free_afterwards(building, building.line("owned", parameter), local)


def result_list(building: Building) -> bool:
    """A list that C returns."""
    line = building.said.about("texts", building.function.name)
    if not line:
        return False
    if stars(building, building.function.result) != 2:
        raise building.refuse(f"%texts: the result {building.function.result} is no list of texts")
    length = "" if line.arguments[1] == "NULL" else building.expression(line.arguments[1])
    building.give("result", VIEW, Given("border_returned", "texts", length), first=True)
    free_afterwards(building, building.said.about("owned", building.function.name), "border_returned")
    return True


def free_afterwards(building: Building, line, list: str) -> None:
    """The texts have been copied by then."""
    if line:
        building.always.append(f"if ({list}) {line.arguments[1]}((void *) {list});")


def count(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """How many texts a list has: the caller's own business, or C's."""
    name, header = parameter.name, building.kinds.header
    for each in building.function.parameters:
        line = building.line("texts", each)
        if line and line.arguments[1] == name and stars(building, each.type) == 2:
            building.require_fits(f"{each.name}.count", parameter.type, each.name)
            building.values.append(f"({parameter.type}) {each.name}.count")
            return 1
    if name not in building.lengths or resolve(header, parameter.type).shape != "pointer":
        return 0
    out_local(building, parameter)
    return 1


def lengths(building: Building) -> set[str]:
    """The parameters through which C says how long its result is, or what it gives through another one."""
    pointers = {each.name for each in building.function.parameters
                if resolve(building.kinds.header, each.type).shape == "pointer"}
    found = set()
    for name in ("texts", "view", "owned"):
        lines = [building.said.about(name, building.function.name),
                 *(building.line(name, each) for each in building.function.parameters)]
        found |= {re.sub(r"\W", "", line.arguments[-1]) for line in lines if line}
    return found & pointers


def owned_text(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """char **: a text that the caller frees, or why the function has failed."""
    error, owned = building.line("error_text", parameter), building.line("owned", parameter)
    if not (error or owned) or stars(building, parameter.type) != 2:
        return 0
    local = out_local(building, parameter)
    if error:
        building.error = local
        free_afterwards(building, error, local)
        return 1
    free = owned.arguments[1]
    how = "view" if len(owned.arguments) > 2 else "text"
    length = building.expression(owned.arguments[2]) if how == "view" else ""
    kind, nullable = Kind("text", "view", "border_text_view"), bool(building.line("nullable", parameter))
    building.outputs.append(Output(parameter.name, kind, Given(local, how, length, free), nullable))
    return 1


def out_local(building: Building, parameter: Parameter) -> str:
    """Where C gives a value."""
    pointed, local = resolve(building.kinds.header, parameter.type).of, f"border_out_{parameter.name}"
    zero = "NULL" if resolve(building.kinds.header, pointed).shape == "pointer" else "0"
    building.locals.append(f"{pointed.spell(local)} = {zero}")
    building.values.append(f"&{local}")
    return local


def of_texts(building: Building, parameter: Parameter, length: str) -> str:
    """The line that a pointer to pointers to char may want."""
    depth, where = stars(building, parameter.type), f"{building.function.name}::{parameter.name}"
    if depth not in (2, 3):
        return ""
    if length != "LENGTH":
        return f"%texts({where}, {length}), or %texts({where}, NULL)"
    pointed = resolve(building.kinds.header, resolve(building.kinds.header, parameter.type).of)
    if depth == 2 and not pointed.const and not pointed.of.const:
        return f"%owned({where}, FREE), or %error_text({where}, FREE), or %texts({where}, NULL)"
    return f"%texts({where}, NULL), or %texts({where}, COUNT)"
