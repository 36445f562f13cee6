"""Which functions of the header cross? All, unless the author says; those that destroy an object do so by its class."""
from __future__ import annotations

from deciding.lines import Lines
from deciding.names import public
from decisions import Class
from model import Function, Header


def select(header: Header, said: Lines, classes: list[Class],
           constants: list[str]) -> tuple[list[Function], list[tuple[str, str]]]:
    wanted = {name for line in said.all("functions") for name in line.arguments[0].split()}
    wanted |= {each.init for each in classes if each.init} if wanted else set()
    skipped = {name for line in said.all("skip") for name in line.arguments[0].split()}
    internal = {each.destroy: f"close() of {each.name}" for each in classes}
    internal.update({each.create: f"makes a {each.name}" for each in classes if each.create})
    internal.update({line.arguments[1]: "makes a borrowed object the caller's" for line in said.all("refcounted")})
    internal.update({line.arguments[2]: f"makes a {line.arguments[1]} of a {line.arguments[0]}" for line in said.all("is_a")
                     if len(line.arguments) > 2})
    internal.update({line.arguments[1]: f"frees what {line.arguments[0]}() returns" for line in said.all("owned")})
    internal.update({name: f"gives the defaults of {line.arguments[1]}" for line in said.all("value")
                     for name in " ".join(line.arguments[2:]).split() if not name.startswith("-")})
    internal.update({line.arguments[1]: "frees why something has failed" for line in said.all("error_text")})
    internal.update({each.removesuffix("()"): "a constant" for each in constants})
    internal.update({name: "called when the library is loaded, or at the end" for line in said.all("library")
                     for name in line.arguments})
    chosen, left_out = [], []
    for name, function in header.functions.items():
        reason = internal.get(name) or ("%skip" if name in skipped else "")
        if not reason and wanted and name not in wanted:
            reason = "not in %functions"
        if not reason and not wanted and public(header, name).startswith("_"):
            reason = "internal, by its name"
        if reason:
            left_out.append((name, reason))
        else:
            chosen.append(function)
    return chosen, left_out
