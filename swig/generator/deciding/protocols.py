"""What is not called by its name, but by what each language has for it: a step, a length, an element, a copy."""
from __future__ import annotations

from deciding.building import Building
from deciding.kinds import INTEGERS
from decisions import Class, Output


def protocol(building: Building) -> str:
    name = building.function.name
    for line in building.said.all("sequence"):
        if name in line.arguments[1:]:
            return "count" if line.arguments[1] == name else "at"
    return "next" if building.has("iterates") else "copy" if building.has("copies") else ""


def check_protocol(building: Building, role: str, owner: Class | None, outputs: tuple[Output, ...]) -> str:
    """And whether the function can do that."""
    found = protocol(building)
    if not found:
        return ""
    arguments = [each.kind.name for each in building.arguments]
    fits = role == "method" and len(outputs) == 1 and (
        len(arguments) == 1 and arguments[0] in INTEGERS if found == "at" else not arguments)
    if found == "count":
        fits = fits and outputs[0].kind.name in INTEGERS and not outputs[0].nullable
    if found == "copy":
        fits = fits and outputs[0].kind.name == owner.name
    if not fits:
        raise building.refuse(f"%{LINES[found]}: it is no method that {NEEDS[found]}")
    named = next((line.arguments[0] for line in building.said.all("sequence")
                  if building.function.name in line.arguments[1:]), owner.name)
    if named != owner.name:
        raise building.refuse(f"%sequence({named}, ..): it is a method of {owner.name}")
    return found


LINES = {"next": "iterates", "count": "sequence", "at": "sequence", "copy": "copies"}
NEEDS = {"next": "gives one value and takes none", "count": "gives an integer and takes nothing",
         "at": "gives one value and takes one integer", "copy": "gives an object of its class and takes nothing"}
