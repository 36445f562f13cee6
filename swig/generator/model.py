"""What was read: the C header as it is, and the author's lines. Nothing here knows another language."""
from __future__ import annotations

from dataclasses import dataclass, field


class Refusal(Exception):
    """What the author must hear, one line each; never a traceback."""


@dataclass(frozen=True)
class Type:
    """A C type: a name, or a pointer, array or function of others."""

    shape: str = "name"  # name, pointer, array, function
    name: str = ""  # of a name, with its tag: "struct point"; the size of an array
    const: bool = False
    of: Type | None = None  # what is pointed to, an element, a function's result
    parameters: tuple[Type, ...] = ()

    def spell(self, inner: str = "") -> str:
        """The type in C, declaring `inner`."""
        const = "const " if self.const else ""
        if self.of is None:
            return f"{const}{self.name} {inner}".rstrip()
        if self.shape == "pointer":
            inner = f"*{const}{inner}".rstrip()
            return self.of.spell(f"({inner})" if self.of.shape in ("array", "function") else inner)
        if self.shape == "array":
            return self.of.spell(f"{inner}[{self.name}]")
        return self.of.spell(f"{inner}({', '.join(each.spell() for each in self.parameters) or 'void'})")

    def __str__(self) -> str:
        return self.spell()


@dataclass(frozen=True)
class Parameter:
    name: str
    type: Type
    unnamed: bool = False  # in the header


@dataclass(frozen=True)
class Section:
    """A part of a comment: @TAG ARGUMENT TEXT; plain paragraphs have no tag."""

    tag: str
    argument: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Function:
    name: str
    result: Type
    parameters: tuple[Parameter, ...]
    comment: str = ""  # as it stands in the header
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Member:
    """Of a struct."""

    name: str
    type: Type
    bits: str = ""  # how many, of a bit-field
    documentation: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Struct:
    c: str  # how C spells it: "struct point", or the name of the typedef if it has no tag
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Line:
    """%name(argument, ..) of the author's."""

    name: str
    arguments: tuple[str, ...]
    where: str  # file and number, for errors


@dataclass
class Header:
    functions: dict[str, Function] = field(default_factory=dict)
    types: dict[str, Type] = field(default_factory=dict)  # typedefs: what each name stands for
    enums: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by type: "enum color", or the typedef's name
    enumerators: dict[str, str] = field(default_factory=dict)  # of enums without any name
    comments: dict[str, tuple[Section, ...]] = field(default_factory=dict)  # of types
    callbacks: dict[str, Function] = field(default_factory=dict)  # by type, or function::parameter: what a pointer points to
    structs: dict[str, Struct] = field(default_factory=dict)  # whose members the header shows, by "struct point"
    macros: dict[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()  # all that was read
