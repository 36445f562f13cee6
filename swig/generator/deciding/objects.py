"""Arrays of objects: C gets an array of addresses, all of which stay valid until it returns."""
from __future__ import annotations

import dataclasses

from deciding.building import Building
from deciding.kinds import resolve
from decisions import Kind, ObjectList
from model import Parameter


def object_list(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    line = building.line("array", parameter)
    pointer = resolve(building.kinds.header, parameter.type)
    owner = building.kinds.handle(pointer.of) if line and pointer.of else None
    if not owner:
        return 0
    name, count = parameter.name, line.arguments[1]
    if building.made and not building.has("independent"):
        raise building.refuse(f"%array: nothing keeps {name} for what it makes. Say %independent({building.function.name})")
    building.lists.append(ObjectList(name, dataclasses.replace(pointer.of, const=False).spell("*"), owner.name))
    building.take(parameter, Kind("objects", owner.name, f"border_objects_{owner.name}"))
    building.values.append(f"border_list_{name}")
    if following and count.split()[-1] == following.name:
        building.require_fits(f"{name}.count", following.type, name)
        building.values.append(f"({following.type}) {name}.count")
        return 2
    building.require(f"{name}.count == (size_t) ({count})", name, "%zu objects are required, not %zu", f"(size_t) ({count})",
                     f"{name}.count")
    return 1
