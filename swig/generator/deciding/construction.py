"""Objects that are made before C fills them: by a function without arguments, or as memory of the caller's."""
from __future__ import annotations

from deciding.building import Building
from deciding.kinds import object_type
from decisions import Class, Given, Kind, Make
from model import Header, Line, Parameter, Refusal


def check_constructor(header: Header, line: Line, type: str) -> None:
    """%constructor(NAME, CREATE or allocate, INIT)"""
    _, create, _ = line.arguments
    if create != "allocate" and (create not in header.functions or header.functions[create].parameters):
        raise Refusal(f"{line.where}: {create} is neither allocate nor a function of the header without arguments")
    if create == "allocate" and object_type(header, type) not in header.structs:
        raise Refusal(f"{line.where}: the header does not show how large a {type} is, so that nobody else can allocate it")


def constructs(building: Building) -> Parameter | None:
    """The parameter that is made for the function to fill: of what constructs, or of a copy's two the first."""
    name, handles = building.function.name, [each for each in building.function.parameters if building.kinds.handle(each.type)]
    if not handles:
        return None
    made = building.kinds.handle(handles[0].type)
    return handles[0] if made.init == name or building.has("copies") and len(handles) == 2 else None


def constructed(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    if parameter is not building.constructs:
        return 0
    made, name = building.kinds.handle(parameter.type), parameter.name
    building.locals.append(f"{parameter.type.spell(name)} = NULL")
    building.values.append(name)
    building.made.append((name, made))
    building.give(name, Kind("handles", made.name, f"{made.c} *"), Given(name, "object"))
    building.make = make(building, name, made)
    return 1


def make(building: Building, name: str, made: Class) -> Make:
    if made.allocated:
        return Make(name, f"calloc(1, sizeof *{name})", "BORDER_MEMORY", "free")
    if not made.create:
        raise building.refuse("who makes the object that it copies to? "
                              f"Say %constructor({made.name}, CREATE or allocate, INIT)")
    return Make(name, f"{made.create}()", "BORDER_NULL", f"border_destroy_{made.name}")
