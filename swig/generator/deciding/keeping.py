"""What does C keep after the call? A copy, which lives as long as the object or until the next call of the same function."""
from __future__ import annotations

from deciding.building import Building
from deciding.kinds import object_type
from decisions import Class, Keeper, Kept
from model import Parameter


def keep(building: Building, parameter: Parameter, taken: int) -> None:
    """Gives C a copy of the argument that a rule has just taken."""
    if not building.line("keeps", parameter):
        return
    if parameter.name in building.arenas:
        keep_arena(building, parameter.name)
        return
    name, kind = parameter.name, building.arguments[-1].kind if building.arguments else None
    if not kind or building.arguments[-1].name != name or kind.file not in ("text", "bytes", "arrays"):
        raise building.refuse(f"%keeps: {name} is no text, bytes or array")
    if building.arguments[-1].writable:
        raise building.refuse(f"%keeps: C would write into a copy of {name}")
    data, size = memory(name, kind.file, kind.name)
    building.kept.append(Kept(name, data, size, f"{building.function.name}::{name}"))
    building.values[-taken] = f"({parameter.type.spell().replace('[]', '*')}) border_copy_{name}->data"


def keep_arena(building: Building, name: str) -> None:
    building.kept.append(Kept(name, "", "", f"{building.function.name}::{name}"))


def keep_with_made(building: Building) -> None:
    """What is made from a struct may look at what that points to as long as it lives."""
    if any(each.given.how == "object" for each in building.outputs) and not building.has("borrowed"):
        for name in building.arenas:
            if name not in [each.name for each in building.kept]:
                keep_arena(building, name)


def memory(name: str, file: str, kind: str) -> tuple[str, str]:
    """Where an argument is in memory, and how large it is."""
    if file == "arrays":
        return f"{name}.data", f"{name}.count * sizeof *{name}.data"
    if file == "bytes" or kind == "sized":
        return f"{name}.data", f"{name}.size"
    return name, f"{name} ? strlen({name}) + 1 : 0"


def keeper(building: Building) -> Keeper | None:
    """What the function makes, or else its object."""
    if not building.kept:
        return None
    if building.made and not building.has("borrowed"):
        if any(each.data for each in building.kept):
            refuse_counted(building, building.made[0][1])
        made = next(each.name for each in building.outputs if each.kind.file == "handles")
        return Keeper(f"border_result.{made}" if len(building.outputs) > 1 else "border_result", "NULL", False)
    if not building.receiver:
        raise building.refuse("%keeps: there is no object to keep it")
    refuse_counted(building, building.kinds.handle(building.receiver.type))
    return Keeper(f"border_keeper(border_cell_{building.receiver.name})", building.receiver.name, True)


def refuse_counted(building: Building, owner: Class) -> None:
    header = building.kinds.header
    counted = [object_type(header, line.arguments[0]) for line in building.said.all("refcounted")]
    if object_type(header, owner.type) in counted:
        raise building.refuse(f"%keeps: a {owner.name} is counted, so nothing says when C lets go of what it keeps")
