"""What a shared library says about itself, in each of the three formats."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Union

Processor = Union[str, None]


@dataclass
class Library:
    system: str
    processor: Processor
    exports: set[str] = field(default_factory=set)
    imports: set[str] = field(default_factory=set)  # other libraries
    oldest: tuple[int, ...] = ()  # version of the C library or the system that it asks for
    missing: list[str] = field(default_factory=list)  # of what hardens it, and makes its bytes the same each time


def text(data: bytes, offset: int) -> str:
    return data[offset:data.index(b"\0", offset)].decode()
