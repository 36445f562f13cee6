"""Answers to what the rules refuse: what the refusal suggests, if that is plausible; or else the function is left out."""
from __future__ import annotations

import re

from deciding.kinds import resolve
from deciding.names import snake
from model import Function, Header, Parameter, Refusal
from suggesting.draft import Draft, parsed
from suggesting.lifetimes import is_kept, object_types

CREATES = re.compile(r"(^|_)(new|creat|dup|copy|copies|clone|f?open|init|parse|from|prepare|alloc|load|read(_|$)|detach)")
COPIES = re.compile(r"(^|_)(dup|copy|clone|detach|creat)")  # of one's own class
SHOWN = re.compile(r"(^|_)(get|next|prev(ious)?|parent|first|last|child|root|find|lookup|at|db_handle)(_|$)")
CHANGES = re.compile(r"(^|_)(set|add|put|write|send|support|enable|disable|append|insert|remove|open|close|init)(_|$)")
RAW = re.compile(r"(.*_)?(data|buf(fer)?|bytes|blob|input|in|src|source|mem(ory)?|chunk|payload|filedata)", re.IGNORECASE)
ONLY_WRITTEN = re.compile(r"(.*_)?(out(put)?|dst|dest|res(ult)?|ret|info|stat|to)|p[a-z]?time", re.IGNORECASE)
READ_TOO = re.compile(r"(.*_)?(state|cursor|pos(ition)?|offset|iter(ator)?|inout|io)", re.IGNORECASE)
FREES = re.compile(r"(^|_)(free|destroy|delete|release)(_|$)")
VISITS = re.compile(r"each|iter|walk|visit|sort|scan|traverse", re.IGNORECASE)
WRITES = re.compile(r"render|dump|print|_to_|format|dup|copy|expand|encode|serialize", re.IGNORECASE)
KEEPS = re.compile(r"(^|_|[a-z])(ref|attach|keep|no_?copy|reference)", re.IGNORECASE)
PLACEHOLDER = re.compile(r"\b(NAME|DESTROY|LENGTH|COUNT|VALUE|FREE|ANOTHER|PARAMETER|PROTOCOL)\b")


def answers(header: Header, lines: Draft, refusals: list[str]) -> Draft:
    """One for each function; what has not helped is not tried again."""
    tried, given = {line for line, _ in lines}, {}
    objects = object_types(header, lines)
    for refusal in refusals:
        about = re.match(r"\w+", refusal)[0]
        for name in [about] if about in header.functions else takers(header, about):
            function = header.functions[name]
            line, reason = answer(header, function, refusal)
            if line in tried or name != about:
                line, reason = left_out(name, refusal)
            given[name] = [(line, reason), *also_kept(header, function, line, objects)]
    if not given:
        raise Refusal(f"no draft was found: {refusals[0]}")
    return [each for several in given.values() for each in several]


def takers(header: Header, callback: str) -> list[str]:
    """The functions that are given such a callback."""
    named = re.compile(rf"\b{re.escape(callback)}\b")
    return [each.name for each in header.functions.values() if any(named.search(str(p.type)) for p in each.parameters)]


def answer(header: Header, function: Function, refusal: str) -> tuple[str, str]:
    name = function.name
    if "who destroys the result" in refusal:
        return whose(header, function, refusal)
    if "a status or a value" in refusal and CHANGES.search(snake(name)):
        return f"%is_status({name})", "by its name"
    if f"%owned({name}" in refusal and owned_text(header, function):
        return f"%owned({name}, {freeing(header, function)})", "guessed: not const, so the caller's"
    said = re.findall(r"%\w+\([^()]*\)", refusal.partition("Say ")[2])
    possible = [each for each in said if not PLACEHOLDER.search(each) and "%skip" not in each]
    line = likeliest(function, possible)
    return (line, "guessed") if line and is_plausible(line, function, refusal) else left_out(name, refusal)


def likeliest(function: Function, lines: list[str]) -> str:
    """Of two that fit, by what the parameter is called: bytes or text, only written or read too."""
    called = parsed(lines[0]).arguments[0].partition("::")[2] if lines else ""
    if lines and lines[0].startswith("%out(") and READ_TOO.fullmatch(called):
        return lines[0].replace("%out(", "%inout(")
    second = next((each for each in lines[1:] if each.startswith(("%bytes", "%inout"))), "")
    if second:
        wants_second = RAW.fullmatch(called) if second.startswith("%bytes") else not ONLY_WRITTEN.fullmatch(called)
        return second if wants_second else lines[0]
    return lines[0] if lines else ""


def whose(header: Header, function: Function, refusal: str) -> tuple[str, str]:
    """One's own parent or child is no new one; a wrong guess would free what is in use."""
    name, words = function.name, snake(function.name)
    result = str(resolve(header, function.result)).removeprefix("const ")
    of_its_own = str(resolve(header, function.parameters[0].type)).removeprefix("const ") == result
    if (COPIES if of_its_own else CREATES).search(words):
        return f"%creates({name})", "guessed by its name"
    return (f"%borrowed({name})", "guessed by its name") if SHOWN.search(words) else left_out(name, refusal)


def also_kept(header: Header, function: Function, line: str, objects: set[str]) -> Draft:
    """C may look at what it is given to begin with as long as the object lives: a copy is never wrong."""
    said = parsed(line)
    if said.name not in ("bytes", "sized_text", "array") or not is_kept(header, function, objects):
        return []
    return [(f"%keeps({said.arguments[0]})", "guessed: C may look at it later")]


def left_out(function: str, refusal: str) -> tuple[str, str]:
    return f"%skip({function})", refusal.partition(": ")[2].partition(" Say ")[0].rstrip(".")


def is_plausible(line: str, function: Function, refusal: str) -> bool:
    """What would write into memory, call what is gone, or free what is in use, if it were wrong, is not guessed."""
    said = parsed(line)
    if said.name in ("bytes", "array", "sized_text"):
        parameter = written_about(function, said.arguments[0])
        return parameter.type.of is not None and parameter.type.of.const and not KEEPS.search(function.name)
    if said.name == "scope":
        return VISITS.search(function.name) is not None
    if said.name in ("out", "inout"):
        several = f"%array({said.arguments[0]}" in refusal or f"%bytes({said.arguments[0]}" in refusal
        return not several and not written_about(function, said.arguments[0]).unnamed and not FREES.search(snake(function.name))
    return said.name not in ("creates", "borrowed", "texts") and (said.name != "view" or function.result.of.const)


def written_about(function: Function, where: str) -> Parameter:
    return next(each for each in function.parameters if where == f"{function.name}::{each.name}")


def owned_text(header: Header, function: Function) -> bool:
    result = resolve(header, function.result)
    writes = WRITES.search(function.name) and result.shape == "pointer" and not result.of.const
    return bool(writes) and resolve(header, result.of).name == "char"


def freeing(header: Header, function: Function) -> str:
    """The library's own function for it, if there is one."""
    start = re.match(r"[A-Za-z0-9]*", function.name)[0]
    own = [each.name for each in header.functions.values() if re.fullmatch(rf"{start}_?free", each.name, re.IGNORECASE)
           and [str(resolve(header, parameter.type)) for parameter in each.parameters] == ["void *"]]
    return own[0] if len(own) == 1 else "free"
