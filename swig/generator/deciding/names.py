"""What is it called? In snake_case and CamelCase; each language spells that its own way."""
from __future__ import annotations

import re

from deciding.lines import Lines
from decisions import Class
from model import Header


def snake(name: str) -> str:
    """ParseBuffer and deflateInit2 as parse_buffer and deflate_init2."""
    if name.isupper():
        return name
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def camel(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"_+", snake(name)))


def prefixes(said: Lines) -> list[str]:
    return sorted((each for line in said.all("prefix") for each in line.arguments[0].split()), key=len, reverse=True)


def public(header: Header, name: str) -> str:
    """What the header calls a function that it hides behind a macro: #define mpz_add __gmpz_add."""
    if not name.startswith("_"):
        return name
    return next((macro for macro, value in header.macros.items() if value == name and not macro.startswith("_")), name)


def without_prefix(said: Lines, name: str, owner: Class | None = None) -> str:
    """Without the prefix of its own class, or else of the library. Never of another class: that would make two names one."""
    name = public(said.header, name)
    type = re.sub(r"_t$", "", owner.type.split()[-1]) if owner else ""
    own = [owner.prefix, f"{type}_", f"{type.lower()}_", f"{snake(type)}_"] if owner else []  # MDB_env, TSParser: ts_parser_
    for prefix in filter(None, [*own, *prefixes(said)]):
        if name.startswith(prefix) and not name[len(prefix):len(prefix) + 1].isdigit() and name != prefix:
            return name[len(prefix):]
    return name


def method_name(said: Lines, name: str, owner: Class | None) -> str:
    line = said.about("name", name)
    if line:
        return line.arguments[1]
    if said.about("copies", name):
        return "copy"
    return snake(re.sub(r"_v\d$", "", without_prefix(said, name, owner)))
