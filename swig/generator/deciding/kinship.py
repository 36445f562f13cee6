"""Which handles are a kind of another? A class has all that its base has, and hides none of it."""
from __future__ import annotations

import dataclasses

from deciding.kinds import object_type, resolve
from deciding.lines import Lines
from decisions import Class, Crossing, Decisions
from model import Header, Refusal, Type


def related(header: Header, said: Lines, classes: list[Class]) -> list[Class]:
    """With their bases, which come first."""
    bases = {line.arguments[0]: line for line in said.all("is_a")}
    if len(bases) < len(said.all("is_a")):
        raise Refusal(f"{said.all('is_a')[-1].where}: a class is a kind of one other at most")
    left, done = list(classes), []
    while left:
        known = {each.name for each in done}
        ready = [each for each in left if each.name not in bases or bases[each.name].arguments[1] in known]
        if not ready:
            line = bases[left[0].name]
            raise Refusal(f"{line.where}: %is_a({', '.join(line.arguments)}): no %handle has the name {line.arguments[1]}, "
                          "or it is a kind of itself")
        done += [kind_of(header, each, bases[each.name].arguments, classes) if each.name in bases else each for each in ready]
        left = [each for each in left if each not in ready]
    return done


def kind_of(header: Header, derived: Class, said: tuple[str, ...], classes: list[Class]) -> Class:
    pointer = derived.type if resolve(header, Type(name=derived.type)).shape == "pointer" else f"{derived.type} *"
    cast = f"{said[2]}(({pointer}) {{}})" if len(said) > 2 else ""
    return dataclasses.replace(derived, base=said[1], cast=cast, destroyed_as=destroyed_as(header, derived, classes))


def destroyed_as(header: Header, derived: Class, classes: list[Class]) -> str:
    """The class of what the function takes: it may be the base's."""
    if not derived.destroy:
        return ""
    pointer = resolve(header, header.functions[derived.destroy].parameters[0].type)
    taken = resolve(header, pointer.of).name if pointer.of else ""
    return next((each.name for each in classes if object_type(header, each.type) == taken), "")


def hidden(decisions: Decisions) -> list[str]:
    """Functions that two classes have of which one is a kind of the other."""
    return [f"{each.function.name} would hide {other.function.name}, which a {each.owner} has as a {base.name}. "
            f"Say %name({each.function.name}, ANOTHER), or %skip({each.function.name})"
            for each in decisions.crossings for base in decisions.line_of(each.owner)[1:] for other in decisions.of(base.name)
            if hides(each, other)]


def hides(one: Crossing, other: Crossing) -> bool:
    same = one.name == other.name or one.protocol and one.protocol == other.protocol
    return bool(same) and "constructor" not in (one.role, other.role)
