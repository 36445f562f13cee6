"""Which functions are called, by whatever is generated?"""
from __future__ import annotations

import dataclasses
import re

from decisions import Decisions
from model import Function, Header


def caught(header: Header, decisions: Decisions) -> list[Function]:
    called = set(re.findall(r"\w+", " ".join(texts(dataclasses.replace(decisions, left_out=[])))))
    return [function for name, function in header.functions.items() if name in called]


def texts(it: object) -> list[str]:
    """All that is decided, without the header's comments."""
    if dataclasses.is_dataclass(it):
        names = {each.name for each in dataclasses.fields(it)} - {"documentation", "function"}
        return texts([getattr(it, name) for name in names])
    if isinstance(it, (list, tuple)):
        return [text for each in it for text in texts(each)]
    return [it] if isinstance(it, str) else []
