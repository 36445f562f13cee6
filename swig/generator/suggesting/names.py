"""What the names in a header tell: classes, statuses and their messages, truths."""
from __future__ import annotations

import re
from collections import Counter

from deciding.kinds import Kinds, object_type, own_type, resolve
from deciding.names import camel, snake
from model import Function, Header, Type
from suggesting.draft import Draft, parsed
from suggesting.lifetimes import DESTROYS, destroys
from writing.java.names import TAKEN

VOID = re.compile(r"void|ptr|pointer|data", re.IGNORECASE)
COUNTS = re.compile(r"_(ref|incref|retain|addref)$", re.IGNORECASE)
STATUS = re.compile(r"(status|error|err|result|ret|rc|code)(_t|_e)?$", re.IGNORECASE)
OK = re.compile(r"(^|_)(ok|success|no_?error|none)$", re.IGNORECASE)
ZERO = re.compile(r"(^|_)(ok|success|no_?error)$", re.IGNORECASE)
MESSAGE = re.compile(r"err(or)?_?(msg|message|str|string|text|name)?$|str_?err", re.IGNORECASE)
ASKS = re.compile(r"get_?([a-z]+_?)*(err|code|status)|errcode|errno", re.IGNORECASE)  # for what happened before
TRUTH = re.compile(r"(^|_)(is|has|can)_|[a-z]Is[A-Z]|_is[A-Z]")


def prefix(header: Header) -> Draft:
    """Of most functions."""
    words = Counter(match[0] for name in header.functions if (match := re.match(r"[A-Za-z0-9]+_", name)))
    [(found, count)] = words.most_common(1) or [("", 0)]
    common = f"%prefix({found})", f"{count} of {len(header.functions)} functions have it"
    return [common] if count > len(header.functions) / 2 else []


def handles(header: Header, prefixed: Draft) -> Draft:
    """A type that one function destroys."""
    start = "".join(parsed(line).arguments[0] for line, _ in prefixed).rstrip("_")
    lines, named = [], set[str]()
    for type, functions in destroyers(header).items():
        if min(map(destroys, functions)) == len(DESTROYS):
            continue
        best = min(functions, key=lambda name: (destroys(name), len(snake(name).split("_"))))
        best = next((name for name in functions if re.fullmatch(rf"{best}_v\d", name)), best)
        known = next((name for name in header.types if object_type(header, name) == type), type)
        name = class_name(start, known)
        name = name if name not in named else camel("_".join(snake(best).split("_")[:-1]))
        named.add(name)
        lines.append((f"%handle({known}, {name}, {best})", f"{best}() takes nothing else"))
    return lines


def class_name(start: str, type: str) -> str:
    """MDB_env and TSParser, of functions mdb_ and ts_, as Env and Parser."""
    bare = re.sub(r"_t$|_s$", "", type.split()[-1])
    match = re.match(rf"{start}_?(?=[A-Za-z])", bare, re.IGNORECASE) if start else None
    short = bare[match.end():] if match and (match[0].endswith("_") or bare[match.end()].isupper()) else bare
    name = camel(short.lower() if short.isupper() else short)
    return name if name not in TAKEN else camel(bare)  # git_object is GitObject: Java has an Object


def destroyers(header: Header) -> dict[str, list[str]]:
    """The functions that destroy an object of each type."""
    found: dict[str, list[str]] = {}
    for function in header.functions.values():
        own_void(header, function)
        type = destroyed(header, function)
        if type:
            found.setdefault(type, []).append(function.name)
    return found


def other_destroyers(header: Header, objects: Draft) -> Draft:
    """A method that destroys its object would do so twice."""
    chosen = {parsed(line).arguments[2] for line, _ in objects}
    return [(f"%skip({name})", "destroys the object, as close() does") for names in destroyers(header).values()
            for name in names if name not in chosen]


def destroyed(header: Header, function: Function) -> str:
    """Not what only the user has: a struct whose members the header shows, and which no function makes. What gives something
    back, such as a result at the end, does not only destroy; nor does what ends a part of the object."""
    sure = destroys(function.name)
    if len(function.parameters) != 1 or not sure:
        return ""
    pointer = resolve(header, function.parameters[0].type)
    type = resolve(header, pointer.of).name if pointer.shape == "pointer" and not pointer.of.const else ""
    result = resolve(header, function.result)
    gives = result.shape != "name" and not (sure == 1 and result == pointer)
    shown = type in header.structs and not is_made(header, type)
    part = sure > 1 and len({*snake(function.name).split("_")[:-1]} - words(type)) > 1
    opaque = type.startswith(("struct ", "union ", "void /")) or "$unnamed" in header.types.get(type, Type()).name
    return type if opaque and not (gives or shown or part) else ""


def own_void(header: Header, function: Function) -> None:
    """typedef void T, or typedef void *T, that such a function takes, is no memory but an object."""
    if len(function.parameters) == 1 and destroys(function.name) and not VOID.search(str(function.parameters[0].type)):
        type = function.parameters[0].type
        own_type(header, (type.of or type).name)


def words(type: str) -> set[str]:
    return {*snake(re.findall(r"\w+", type)[-1]).lower().split("_")} if type else set()


def is_made(header: Header, type: str) -> bool:
    """Returned, or given through a pointer."""
    results = [resolve(header, each.result) for each in header.functions.values()]
    outputs = [resolve(header, parameter.type) for each in header.functions.values() for parameter in each.parameters]
    results += [resolve(header, each.of) for each in outputs if each.of and not each.of.const]
    return any(each.of and not each.of.const and resolve(header, each.of).name == type for each in results)


def counted(header: Header, objects: Draft) -> Draft:
    types = types_of(header, objects)
    return [(f"%refcounted({types[type]}, {each.name})", "by its name") for each in header.functions.values()
            if COUNTS.search(each.name) and (type := only_object(header, each)) in types]


def types_of(header: Header, objects: Draft) -> dict[str, str]:
    """What the lines call the type of an object."""
    said = [parsed(line).arguments[0] for line, _ in objects]
    return {object_type(header, type): type for type in said}


def only_object(header: Header, function: Function) -> str:
    """The type of the object that is the only parameter."""
    types = [resolve(header, each.type) for each in function.parameters]
    return resolve(header, types[0].of).name if len(types) == 1 and types[0].shape == "pointer" else ""


def statuses(header: Header) -> Draft:
    """A type that functions return, and that is called like a status; or int, where something called OK is 0."""
    results = {function.result.name for function in header.functions.values() if function.result.shape == "name"}
    found = {name: (ok, "by its name") for name in sorted(filter(STATUS.search, results)) if (ok := success(header, name))}
    zeros = [name for name, value in header.macros.items() if ZERO.search(name) and value.strip("() ") == "0"]
    if not found and len(zeros) == 1:
        found = {"int": (zeros[0], "by the name of 0")}
    lines = [(f"%status({name}, {ok}{message(header, name)})", reason) for name, (ok, reason) in found.items()]
    values = [each.name for each in header.functions.values() if each.result.name in found and ASKS.search(each.name)]
    return lines + [(f"%no_status({each})", "by its name") for each in values]


def success(header: Header, type: str) -> str:
    """The enumerator that is no failure; of a number 0."""
    items = header.enums.get(resolve(header, Type(name=type)).name)
    return next(filter(OK.search, items), "") if items else "0"


def message(header: Header, status: str) -> str:
    """The function that has a text for every status."""
    for each in texts(header):
        if MESSAGE.search(each.name) and [parameter.type.spell() for parameter in each.parameters] == [status]:
            return f", {each.name}(status)"
    return ""


def messages(header: Header, objects: Draft) -> Draft:
    """The function that has a text for the last error of an object."""
    types = types_of(header, objects) if statuses(header) else {}
    return [(f"%message({types[type]}, {each.name}(self))", "by its name") for each in texts(header)
            if MESSAGE.search(each.name) and (type := only_object(header, each)) in types]


def texts(header: Header) -> list[Function]:
    kinds = Kinds(header, [], {})
    return [each for each in header.functions.values() if kinds.is_text(each.result)]


def truths(header: Header) -> Draft:
    names = [each.name for each in header.functions.values() if each.result.name == "int" and TRUTH.search(each.name)]
    return [(f"%truth({name})", "by their names") for name in names]
