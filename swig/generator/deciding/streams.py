"""Objects with cursors, such as z_stream: a call is given bytes, and gives all that becomes of them."""
from __future__ import annotations

import dataclasses

from deciding.building import Building
from deciding.kinds import Kinds, object_type
from deciding.lines import Lines
from decisions import Argument, Class, Given, Kind, Stream
from model import Header, Member, Section


def for_one_thread(header: Header, said: Lines, classes: list[Class]) -> set[str]:
    """The cursors are one call's: two threads in such an object would write where the other does."""
    kinds = Kinds(header, classes, {})
    functions = [header.functions[name] for line in said.all("stream") for name in line.arguments[0].split()]
    owners = [kinds.of(each.name).handle(each.parameters[0].type) for each in functions if each.parameters]
    return {each.name for each in owners if each}


def stream(building: Building) -> None:
    line = building.said.about("stream", building.function.name)
    if not line:
        return
    if not building.receiver:
        raise building.refuse("%stream is for functions of an object")
    if not building.status and not building.has("fails_if"):
        raise building.refuse(f"nothing says when it has failed. Say %status({building.function.result}, OK)")
    cursors = [member(building, name) for name in " ".join(line.arguments[1:3]).split()]
    if len(cursors) != 4:
        raise building.refuse("%stream: two members are for what goes in, and two for what comes out: where, and how much")
    building.stream = Stream(building.receiver.name, *(each.name for each in cursors), cursors[1].type.spell(),
                             cursors[3].type.spell(), line.arguments[3])
    take_and_give(building)


def member(building: Building, name: str) -> Member:
    header, type = building.kinds.header, building.kinds.handle(building.receiver.type).type
    struct = header.structs.get(object_type(header, type))
    found = next((each for each in struct.members if each.name == name), None) if struct else None
    if not found:
        raise building.refuse(f"%stream: {type} has no member {name}")
    return found


def take_and_give(building: Building) -> None:
    building.function = dataclasses.replace(building.function, sections=(
        *building.function.sections, Section("param", "data", ("What goes in.",))))
    building.arguments.insert(0, Argument("data", Kind("bytes", "bytes", "border_bytes")))
    building.require(f"data.size == (size_t) ({building.stream.in_type}) data.size", "data",
                     "it is too long for the library")
    building.locals += ["unsigned char *border_out_output = NULL", "size_t border_used = 0, border_left = 0"]
    building.give("output", Kind("bytes", "view", "border_bytes_view"),
                  Given("border_out_output", "view", "border_used", "free"))
    building.give("ended", Kind("numbers", "bool", "bool"), Given(f"border_returned == {building.stream.end}"))
    building.give("left", Kind("numbers", "size_t", "size_t"), Given("border_left"))
