"""The first draft of NAME.i for a header that nobody has described: the rules are asked until they refuse nothing any more."""
from __future__ import annotations

import os.path
import re

from deciding import decide
from deciding.kinds import object_type, resolve
from deciding.names import camel
from model import Header, Line, Refusal, Type

DESTROYS = re.compile(r"(^|_|[a-z])(free|destroy|delete|close|finalize|release|unref|dispose|end)(_v\d)?$", re.IGNORECASE)
STATUS = re.compile(r"(status|error|err|result|rc|code)(_t|_e)?$", re.IGNORECASE)
PLACEHOLDER = re.compile(r"\b(call|NAME|DESTROY|LENGTH|VALUE|FREE|ANOTHER)\b")


def suggest(header: Header) -> list[tuple[str, str]]:
    """Lines, and why each is there."""
    lines = [*prefix(header), *handles(header), *statuses(header)]
    for _ in range(100):
        refusals = refused(header, lines)
        if not refusals:
            return lines
        lines += [line for line in map(answer, refusals) if line not in lines]
    raise Refusal("no draft was found: " + refusals[0])


def refused(header: Header, lines: list[tuple[str, str]]) -> list[str]:
    try:
        decide(header, [parsed(line) for line, _ in lines])
    except Refusal as refusal:
        return str(refusal).split("\n")
    return []


def parsed(line: str) -> Line:
    name, arguments = re.fullmatch(r"%(\w+)\((.*)\)", line).groups()
    return Line(name, tuple(part.strip() for part in arguments.split(", ")), "draft")


def answer(refusal: str) -> tuple[str, str]:
    """What the refusal itself suggests, or else that the function does not cross."""
    function = re.match(r"\w+", refusal)[0]
    for line in re.findall(r"%\w+\([^()]*\)", refusal.partition("Say ")[2]):
        if not PLACEHOLDER.search(line):
            return line, "guessed" if "%skip" not in line else refusal.partition(": ")[2].partition(" Say ")[0]
    return f"%skip({function})", refusal.partition(": ")[2].partition(" Say ")[0]


def prefix(header: Header) -> list[tuple[str, str]]:
    common = os.path.commonprefix([name for name in header.functions])
    common = common[:common.rfind("_") + 1]
    return [(f"%prefix({common})", "all functions have it")] if common else []


def handles(header: Header) -> list[tuple[str, str]]:
    """A type that one function destroys."""
    found: dict[str, tuple[str, str]] = {}
    for function in header.functions.values():
        if len(function.parameters) != 1 or not DESTROYS.search(function.name):
            continue
        pointer = resolve(header, function.parameters[0].type)
        type = resolve(header, pointer.of).name if pointer.shape == "pointer" else ""
        if not type.startswith("struct ") or type.removeprefix("struct ") in header.defined:
            continue  # its members are the user's
        known = next((name for name in header.types if object_type(header, name) == type), type)
        name = camel(re.sub(r"_t$|_s$", "", known.split()[-1]))
        found[type] = (f"%handle({known}, {name}, {function.name})", f"{function.name}() takes nothing else")
    return list(found.values())


def statuses(header: Header) -> list[tuple[str, str]]:
    """A type that functions return, and that is called like a status; 0, or its first enumerator, is no failure."""
    results = {function.result.name for function in header.functions.values() if function.result.shape == "name"}
    lines = []
    for name in sorted(filter(STATUS.search, results)):
        items = header.enums.get(resolve(header, Type(name=name)).name, ("0",))
        ok = next((item for item in items if re.search(r"(ok|success|none)$", item, re.IGNORECASE)), items[0])
        lines.append((f"%status({name}, {ok})", "by its name"))
    return lines
