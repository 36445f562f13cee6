"""The second part: the model becomes decisions. One file per question; what cannot be known is refused, with a line to add."""
from __future__ import annotations

from deciding.catching import caught
from deciding.declared import classes, constants, enums
from deciding.functions import decide_function
from deciding.kinds import Kinds, own_type
from deciding.kinship import hidden
from deciding.lines import Lines
from deciding.selection import select
from deciding.starting import decide_end, decide_start
from decisions import Decisions
from model import Header, Line, Refusal


def decide(header: Header, lines: list[Line], throws: bool = False) -> Decisions:
    said = Lines(header, lines)
    for line in said.all("handle"):
        own_type(header, line.arguments[0])
    handles = classes(header, said)
    every_enum = enums(header, said, {each.name for each in handles})
    kinds = Kinds(header, handles, every_enum, throws)
    named = constants(header, said)
    chosen, left_out = select(header, said, handles, [c for _, c, _ in named])
    decisions = Decisions(classes=handles, constants=named, left_out=left_out,
                          error="Error" if throws or any(map(said.all, ("status", "fails_if", "error_text"))) else "")
    decisions.start, decisions.end = decide_start(kinds, said), decide_end(said)
    decide_functions(decisions, kinds, said, chosen)
    decisions.callables = list(kinds.callables.values())
    decisions.values = list(kinds.values.values())
    used = decisions.used.get("enums", set())
    decisions.enums = [enum for enum in every_enum.values() if enum.name in used]
    decisions.caught = caught(header, decisions) if throws else []
    return decisions


def decide_functions(decisions: Decisions, kinds: Kinds, said: Lines, chosen) -> None:
    refusals, constructed = [], set()
    for function in chosen:
        try:
            crossing, record = decide_function(kinds, said, function, constructed)
            decisions.crossings.append(crossing)
            decisions.records += [record] if record else []
        except Refusal as refusal:
            refusals.append(str(refusal))
    refusals += collisions(decisions) + hidden(decisions)
    if refusals:
        raise Refusal("\n".join(dict.fromkeys(refusals)))


def collisions(decisions: Decisions) -> list[str]:
    """Two functions of one name: SWIG would only warn, and wrap one of them."""
    seen, found = {}, []
    for each in decisions.crossings:
        key = (each.owner, each.name if each.role != "constructor" else "")
        if key in seen and each.role != "version":
            called = f"{each.owner}.{each.name}" if each.owner else each.name
            found.append(f"{each.function.name} and {seen[key]} are both called {called}. "
                         f"Say %name({each.function.name}, ANOTHER)")
        seen[key] = each.function.name
    return found
