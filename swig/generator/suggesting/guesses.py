"""Answers to what the rules refuse: what the refusal suggests, if that is plausible; or else the function is left out."""
from __future__ import annotations

import re

from deciding.kinds import resolve
from model import Function, Header, Refusal
from suggesting.draft import Draft, parsed

CREATES = re.compile(r"new|create|dup|copy|clone|open|init|parse|from|prepare|alloc|load|read", re.IGNORECASE)
SHOWN = re.compile(r"(^|_)(get|next|prev(ious)?|parent|first|last|child|root|find|lookup|at|db_handle)(_|$)")
VISITS = re.compile(r"each|iter|walk|visit|sort|scan|traverse", re.IGNORECASE)
WRITES = re.compile(r"render|dump|print|_to_|format|dup|copy|expand|encode|serialize", re.IGNORECASE)
KEEPS = re.compile(r"(^|_|[a-z])(ref|attach|keep|no_?copy|reference)", re.IGNORECASE)
PLACEHOLDER = re.compile(r"\b(NAME|DESTROY|LENGTH|COUNT|VALUE|FREE|ANOTHER|PARAMETER)\b")


def answers(header: Header, lines: Draft, refusals: list[str]) -> Draft:
    """One for each function; what has not helped is not tried again."""
    tried, given = {line for line, _ in lines}, {}
    for refusal in refusals:
        about = re.match(r"\w+", refusal)[0]
        for name in [about] if about in header.functions else takers(header, about):
            line, reason = answer(header, header.functions[name], refusal)
            given[name] = (line, reason) if line not in tried and name == about else left_out(name, refusal)
    if not given:
        raise Refusal(f"no draft was found: {refusals[0]}")
    return list(given.values())


def takers(header: Header, callback: str) -> list[str]:
    """The functions that are given such a callback."""
    named = re.compile(rf"\b{re.escape(callback)}\b")
    return [each.name for each in header.functions.values() if any(named.search(str(p.type)) for p in each.parameters)]


def answer(header: Header, function: Function, refusal: str) -> tuple[str, str]:
    name = function.name
    if "who destroys the result" in refusal and (CREATES.search(name) or SHOWN.search(name)):
        return f"%{'creates' if CREATES.search(name) else 'borrowed'}({name})", "guessed by its name"
    if f"%owned({name}" in refusal and owned_text(header, function):
        return f"%owned({name}, {freeing(header)})", "guessed: not const, so the caller's"
    said = re.findall(r"%\w+\([^()]*\)", refusal.partition("Say ")[2])
    line = next((each for each in said if not PLACEHOLDER.search(each) and "%skip" not in each), None)
    return (line, "guessed") if line and is_plausible(line, function) else left_out(name, refusal)


def left_out(function: str, refusal: str) -> tuple[str, str]:
    return f"%skip({function})", refusal.partition(": ")[2].partition(" Say ")[0].rstrip(".")


def is_plausible(line: str, function: Function) -> bool:
    """What would write into memory, call what is gone, or free what is in use, if it were wrong, is not guessed."""
    said = parsed(line)
    if said.name in ("bytes", "array"):
        parameter = next(each for each in function.parameters if said.arguments[0] == f"{function.name}::{each.name}")
        return parameter.type.of is not None and parameter.type.of.const and not KEEPS.search(function.name)
    if said.name == "scope":
        return VISITS.search(function.name) is not None
    return said.name not in ("creates", "borrowed", "texts")


def owned_text(header: Header, function: Function) -> bool:
    result = resolve(header, function.result)
    writes = WRITES.search(function.name) and result.shape == "pointer" and not result.of.const
    return bool(writes) and resolve(header, result.of).name == "char"


def freeing(header: Header) -> str:
    """The library's own function for it, if there is one."""
    own = [each.name for each in header.functions.values() if re.search(r"(^|_)free$", each.name)
           and [str(resolve(header, parameter.type)) for parameter in each.parameters] == ["void *"]]
    return own[0] if len(own) == 1 else "free"
