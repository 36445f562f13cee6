"""A first function to call, for a library that is there already."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Function:
    name: str
    parameters: list[str]
    types: list[str]
    arguments: list[int]
    result: int
