"""What the names tell of how long things live: what destroys, what C keeps, what it takes over."""
from __future__ import annotations

import re

from deciding.kinds import Kinds, object_type, resolve
from deciding.names import snake
from model import Function, Header, Type
from suggesting.draft import Draft, parsed

# The surest first: one that closes a part, or ends a file, may leave the object.
DESTROYS = [re.compile(pattern) for pattern in (
    r"(free|destroy|delete|dispose|unref|decref|release|_done)(_v\d|_all)?$|_(free|destroy|done)_[a-z]+$",
    r"(close|finali[sz]e|finish|cleanup|_exit|shutdown)(_v\d)?$",
    r"_end(_v\d)?$",
    r"_(discard|abandon)$")]
LOOKED_AT_LATER = re.compile(r"(^|_)(open|new|creat\w*|init|reset|set|use|attach|from|for|load|with)(_|$)")
KEEPS = re.compile(r"(^|_)(reference|ref|no_?copy|static|borrow)(_|$)")
ADDS = re.compile(r"(^|_)(add|append|insert|attach|push|prepend|replace|link|set|put|register|take|give)(_|$)")


def destroys(name: str) -> int:
    """How sure the name is: the lower the surer, and 0 if it tells nothing of the kind."""
    words = f"_{snake(name).removeprefix('_')}"
    return next((index for index, pattern in enumerate(DESTROYS, 1) if pattern.search(words)), 0)


def object_types(header: Header, lines: Draft) -> set[str]:
    return {object_type(header, parsed(line).arguments[0]) for line, _ in lines if line.startswith("%handle(")}


def points_to_object(header: Header, type: Type, objects: set[str]) -> bool:
    pointer = resolve(header, type)
    while pointer.of:
        pointer = resolve(header, pointer.of)
    return pointer.name in objects


def is_kept(header: Header, function: Function, objects: set[str]) -> bool:
    """What an object is given to begin with, and not to work on at once."""
    types = [function.result, *(each.type for each in function.parameters)]
    return any(points_to_object(header, each, objects) for each in types) and bool(LOOKED_AT_LATER.search(snake(function.name)))


def kept_texts(header: Header, lines: Draft) -> Draft:
    objects, kinds = object_types(header, lines), Kinds(header, [], {})
    return [(f"%keeps({function.name}::{each.name})", "by its name") for function in header.functions.values()
            if KEEPS.search(snake(function.name)) and points_to_object(header, function.result, objects)
            for each in function.parameters if kinds.is_text(each.type)]


def taken_over(header: Header, lines: Draft) -> Draft:
    """One object that is added to another would be destroyed twice, if C takes it over and nobody says so."""
    objects, found = object_types(header, lines), []
    for function in header.functions.values():
        given = [each for each in function.parameters if points_to_object(header, each.type, objects)]
        items = [each for each in given[1:] if not resolve(header, each.type).of.const]
        if items and ADDS.search(snake(function.name)):
            found.append((f"%skip({function.name})", "does C take over the object that is added? If so, say %consumes instead"))
    return found
