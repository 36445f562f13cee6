"""What was decided: how each function crosses. The templates of every language place these, and decide nothing."""
from __future__ import annotations

from dataclasses import dataclass, field

from model import Function, Section


@dataclass(frozen=True)
class Kind:
    """A kind of value that crosses: in every language's vocabulary the file `file` has typemaps for the C type `c`."""

    file: str  # numbers, text, bytes, arrays, enums, handles
    name: str  # which of that file: int32_t, text, the class of a handle
    c: str = ""


NOTHING = Kind("nothing", "nothing", "void")


@dataclass(frozen=True)
class Argument:
    """What a user passes. One of these may be several parameters of the C function."""

    name: str
    kind: Kind
    nullable: bool = False
    writable: bool = False  # C writes into it
    default: str = ""


@dataclass(frozen=True)
class Crossing:
    """A function as users see it."""

    function: Function
    name: str  # in C's spelling, without prefix
    symbol: str  # the C function that SWIG wraps: the header's own, or one that is generated around it
    arguments: tuple[Argument, ...]
    result: Kind = NOTHING
    nullable: bool = False  # the result
    fails: str = ""  # the kind of exception that @fails documents: overflow, status
    forbids: bool = False  # arguments may be refused for their value
    role: str = "function"  # function, version
    documentation: tuple[Section, ...] = ()

    @property
    def prototype(self) -> str:
        """What SWIG is told: the C function, under the names of the header."""
        parameters = ", ".join(each.type.spell(each.name) for each in self.function.parameters) or "void"
        return self.function.result.spell(f"{self.symbol}({parameters})")


@dataclass
class Decisions:
    crossings: list[Crossing] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)  # a function of the header, and why it does not cross
