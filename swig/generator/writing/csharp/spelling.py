"""How C# spells things."""
from __future__ import annotations

import re

from decisions import Crossing
from model import Section

ELEMENTS = {"brief": "summary", "return": "returns", "returns": "returns", "": "remarks"}
EXCEPTIONS = {"fails": "System.OverflowException", "forbids": "System.ArgumentException"}


def name(c: str) -> str:
    """some_name as SomeName."""
    return re.sub(r"(?:^|_+)(\w)", lambda letter: letter[1].upper(), c)


def public_name(crossing: Crossing) -> str:
    return name(crossing.name)


def element(section: Section, crossing: Crossing) -> str:
    """A section of the documentation as XML."""
    name = ELEMENTS.get(section.tag, "remarks")
    attribute = f' name="{section.argument}"' if section.tag == "param" else ""
    if section.tag == "param":
        name = "param"
    elif section.tag in EXCEPTIONS:
        name, attribute = "exception", f' cref="{EXCEPTIONS[section.tag]}"'
    elif name == "returns" and crossing.role == "version":
        name = "value" # of a property
    text = "\n  /// ".join(line.replace("&", "&amp;").replace("<", "&lt;") for line in section.lines)
    return f"/// <{name}{attribute}>{text}</{name}>"
