"""Which structs cross as values, and how does each of their members?"""
from __future__ import annotations

import dataclasses
import functools
import re

from deciding.building import Building
from deciding.callbacks import callable_of, member_scope, member_user_data, pointed_by
from deciding.kinds import object_type, resolve
from deciding.names import camel, without_prefix
from decisions import Callback, Given, Kind, Member, Value
from model import Header, Line, Parameter, Refusal, Struct, Type
from model import Member as Declared


def value(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """A struct by itself, or by its address: to read, to fill, or both."""
    pointer = resolve(building.kinds.header, parameter.type)
    made = value_of(building, pointer.of if pointer.shape == "pointer" else parameter.type)
    if not made:
        return 0
    if pointer.shape == "pointer" and not pointer.of.const:
        return filled_value(building, parameter, made)
    nullable = bool(building.line("nullable", parameter))
    take_value(building, parameter, made, nullable)
    address = f"{'&' if pointer.shape == 'pointer' else ''}{parameter.name}.value"
    building.values.append(f"{parameter.name}.present ? {address} : NULL" if nullable else address)
    return 1


def take_value(building: Building, parameter: Parameter, made: Value, nullable: bool = False) -> None:
    c = f"border_{'nullable_' * nullable}given_{made.name}"
    building.take(parameter, Kind("values", made.name, c), nullable=nullable)
    if made.pointers:
        building.arenas.append(parameter.name)
    for each in made.callbacks:
        place = f"{parameter.name}.value."
        building.callbacks.append(Callback(f"{parameter.name}_{each.name}", each.kind.name, each.scope,
                                           member=place + each.name, user_data=place + each.user_data))


def filled_value(building: Building, parameter: Parameter, made: Value) -> int:
    """One that C writes; it reads it too where the author says so."""
    both = building.line("inout", parameter)
    if not (both or building.line("out", parameter) or building.status):
        where = f"{building.function.name}::{parameter.name}"
        raise building.refuse(f"does C only write {parameter.type.spell(parameter.name)}, or read it too? "
                              f"Say %out({where}), or %inout({where})")
    if both:
        take_value(building, parameter, made)
    local = f"border_out_{parameter.name}"
    building.locals.append(f"{made.type} {local} = {f'{parameter.name}.value' if both else '{0}'}")
    building.values.append(f"&{local}")
    building.give(parameter.name, Kind("values", made.name, f"border_made_{made.name}"), Given(local, "made"))
    return 1


def value_list(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """An array of structs and its length."""
    line = building.line("list", parameter)
    if not line:
        return 0
    pointer = resolve(building.kinds.header, parameter.type)
    made = value_of(building, pointer.of) if pointer.shape in ("pointer", "array") and pointer.of.const else None
    if not made or made.callbacks:
        raise building.refuse(f"%list: {parameter.type.spell(parameter.name)} is no array of structs that C reads, "
                              "and that have no callbacks")
    if not following or following.name != line.arguments[1]:
        raise building.refuse(f"%list: {line.arguments[1]} is not the parameter after {parameter.name}")
    building.take(parameter, Kind("values", made.name, f"border_list_{made.name}"))
    building.arenas.append(parameter.name)
    building.require_fits(f"{parameter.name}.count", following.type, parameter.name)
    building.values += [f"{parameter.name}.data", f"({following.type}) {parameter.name}.count"]
    return 2


def is_bytes(building: Building, type: Type) -> bool:
    """A struct that is said to be its bytes."""
    header = building.kinds.header
    key = resolve(header, type).name if type.shape == "name" else ""
    return any(object_type(header, line.arguments[0]) == key for line in building.said.all("as_bytes"))


def as_bytes(building: Building, parameter: Parameter, following: Parameter | None) -> int:
    """Exactly as many bytes as the struct has, copied to where it may be aligned."""
    pointer = resolve(building.kinds.header, parameter.type)
    type = pointer.of if pointer.shape == "pointer" else parameter.type
    if not is_bytes(building, type):
        return 0
    name, local = parameter.name, f"border_struct_{parameter.name}"
    bare_type = dataclasses.replace(type, const=False)
    building.locals.append(f"{bare_type} {local}")
    if pointer.shape == "pointer" and not type.const:
        building.values.append(f"memset(&{local}, 0, sizeof {local})")
        building.give(name, BYTES, Given(f"&{local}", "copied", f"sizeof {local}"))
        return 1
    building.take(parameter, Kind("bytes", "bytes", "border_bytes"))
    building.require(f"{name}.size == sizeof {local}", name, "%zu bytes are required, not %zu",
                     f"sizeof {local}", f"{name}.size")
    copied = f"({bare_type} *) memcpy(&{local}, {name}.data, sizeof {local})"
    building.values.append(copied if pointer.shape == "pointer" else f"*{copied}")
    return 1


BYTES = Kind("bytes", "view", "border_bytes_view")


def value_of(building: Building, type: Type) -> Value | None:
    """The value that a struct is: said to be one, or all of whose members are plain."""
    kinds = building.kinds
    key = resolve(kinds.header, type).name if type.shape == "name" else ""
    if key not in kinds.header.structs or key in kinds.classes:
        return None
    if key not in kinds.values:
        made = decide_value(building, key, value_line(building, kinds.header.structs[key]))
        if not made:
            return None
        kinds.values[key] = made
    return kinds.values[key]


def value_line(building: Building, struct: Struct) -> Line | None:
    header = building.kinds.header
    return next((each for each in building.said.all("value")
                 if object_type(header, each.arguments[0]) == object_type(header, struct.c)), None)


def decide_value(building: Building, key: str, line: Line | None) -> Value | None:
    """None if nobody said that it is one, and a member is not plain."""
    header, struct = building.kinds.header, building.kinds.header.structs[key]
    defaults, left_alone = said_of(line)
    check_names(header, struct, line)
    hidden = left_alone | {member_user_data(building, struct, each) for each in struct.members}
    members = {each.name: member(building, struct, each, bool(defaults))
               for each in struct.members if each.name not in hidden}
    plain = members and all(found and found.form not in ("text", "callback") for found in members.values())
    if not line and not plain:
        return None
    for name, found in members.items():
        if not found:
            raise Refusal(f"{bare(struct.c)}: nothing says how the member {name} crosses. "
                          f"Say {written(line, name)}, which leaves it alone: to C it is then 0")
    return Value(
        line.arguments[1] if line else camel(re.sub(r"_[ts]$", "", without_prefix(building.said, bare(struct.c)))),
        struct.c, tuple(members.values()), any(map(functools.partial(points, building), members.values())),
        defaults, bool(defaults) and bool(header.functions[defaults].parameters), header.comments.get(bare(struct.c), ()))


def said_of(line: Line | None) -> tuple[str, set[str]]:
    """The function that gives defaults, and the members that are left alone."""
    more = " ".join(line.arguments[2:]).split() if line else []
    defaults = [each for each in more if not each.startswith("-")]
    return (defaults[0] if defaults else ""), {each[1:] for each in more if each.startswith("-")}


def check_names(header: Header, struct: Struct, line: Line | None) -> None:
    defaults, left_alone = said_of(line)
    if defaults and defaults not in header.functions:
        raise Refusal(f"{line.where}: the header has no function {defaults}")
    for name in left_alone - {each.name for each in struct.members}:
        raise Refusal(f"{line.where}: {bare(struct.c)} has no member {name}")


def written(line: Line, name: str) -> str:
    """The line, with one more member left alone."""
    separator = " " if line.arguments[-1].startswith("-") else ", "
    return f"%value({', '.join(line.arguments)}{separator}-{name})"


def bare(c: str) -> str:
    return c.split()[-1]


def points(building: Building, member: Member) -> bool:
    within = (each for each in building.kinds.values.values() if each.name == member.kind.name)
    return member.form in ("text", "callback") or member.form == "value" and any(each.pointers for each in within)


def member(building: Building, struct: Struct, declared: Declared, has_default: bool) -> Member | None:
    """A text that has a default may be missing: that is the usual one."""
    if declared.bits or declared.name.startswith("_"):
        return None
    made = next((made for rule in RULES if (made := rule(building, struct, declared))), None)
    return dataclasses.replace(made, nullable=True) if made and made.form == "text" and has_default else made


def scalar(building: Building, struct: Struct, declared: Declared) -> Member | None:
    kind = building.kinds.scalar(declared.type)
    return Member(declared.name, kind, "scalar", str(declared.type), documentation=declared.documentation) if kind else None


def nested(building: Building, struct: Struct, declared: Declared) -> Member | None:
    made = value_of(building, declared.type)
    if not made:
        return None
    if made.callbacks:
        raise building.refuse(f"{bare(struct.c)}::{declared.name} is a struct in another, and has callbacks. Leave it alone")
    return Member(declared.name, Kind("values", made.name), "value", made.type, documentation=declared.documentation)


def fixed(building: Building, struct: Struct, declared: Declared) -> Member | None:
    """char name[32] is a text, uint8_t id[16] are bytes, others are numbers."""
    array = resolve(building.kinds.header, declared.type)
    element = building.kinds.number(array.of) if array.shape == "array" else None
    if not element:
        return None
    form, kind = FIXED.get(element.name, ("numbers", element))
    at = f"(({struct.c} *) 0)->{declared.name}"
    return Member(declared.name, kind, form, str(array.of), size=f"sizeof({at}) / sizeof({at}[0])",
                  documentation=declared.documentation)


def octets(building: Building, struct: Struct, declared: Declared) -> Member | None:
    if not is_bytes(building, declared.type):
        return None
    return Member(declared.name, Kind("bytes", "fixed"), "octets", str(declared.type), size=f"sizeof({declared.type})",
                  documentation=declared.documentation)


def text(building: Building, struct: Struct, declared: Declared) -> Member | None:
    if not building.kinds.is_text(declared.type):
        return None
    nullable = building.said.of_member("nullable", bare(struct.c), declared.name) is not None
    return Member(declared.name, Kind("text", "text"), "text", "const char *", nullable, documentation=declared.documentation)


def callback(building: Building, struct: Struct, declared: Declared) -> Member | None:
    """A function of the user's. Whether there is one by itself, only a function of the library's knows."""
    where = f"{bare(struct.c)}::{declared.name}"
    pointed = pointed_by(building.kinds.header, declared.type, where)
    user, line = member_user_data(building, struct, declared), value_line(building, struct)
    if not pointed or not user or not line:
        return None
    if not said_of(line)[0]:
        raise building.refuse(f"{where} is a callback, and only a struct with defaults can have one. Leave it alone")
    made = callable_of(building, pointed)
    kind = Kind("callbacks", made.name, f"border_nullable_call_{made.name}")
    return Member(declared.name, kind, "callback", str(declared.type), True, user_data=user,
                  scope=member_scope(building, where), documentation=declared.documentation)


FIXED = {"char": ("characters", Kind("text", "fixed")), "uint8_t": ("octets", Kind("bytes", "fixed"))}
RULES = [scalar, octets, fixed, text, callback, nested]
