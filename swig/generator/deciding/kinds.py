"""What is a C type, by itself?"""
from __future__ import annotations

import copy

from decisions import Callable, Class, Enum, Kind, Value
from model import Header, Type

# Every name of a number, and the one that the vocabulary has it under. Only long has another size on another platform.
NUMBERS = {
    "signed char": "int8_t", "unsigned char": "uint8_t", "short": "int16_t", "unsigned short": "uint16_t",
    "int": "int32_t", "unsigned int": "uint32_t", "long long": "int64_t", "unsigned long long": "uint64_t",
    "long": "long", "unsigned long": "unsigned long", "float": "float", "double": "double", "bool": "bool", "_Bool": "bool",
    "char": "char", "size_t": "size_t", "ssize_t": "ptrdiff_t", "ptrdiff_t": "ptrdiff_t", "intptr_t": "ptrdiff_t",
    "uintptr_t": "size_t", "long int": "long", "long unsigned int": "unsigned long", "unsigned long int": "unsigned long",
    "short int": "int16_t", "short unsigned int": "uint16_t", "unsigned short int": "uint16_t", "unsigned": "uint32_t",
    "long long int": "int64_t", "long long unsigned int": "uint64_t", "unsigned long long int": "uint64_t",
    **{name: name for width in (8, 16, 32, 64) for name in (f"int{width}_t", f"uint{width}_t")},
}

INTEGERS = set(NUMBERS.values()) - {"float", "double", "bool", "char"}


def resolve(header: Header, type: Type) -> Type:
    """What a typedef stands for in the end; a struct or enum without a tag stands for itself."""
    seen: set[str] = set()
    while type.shape == "name" and type.name in header.types and type.name not in NUMBERS and type.name not in seen:
        seen.add(type.name)
        meant = header.types[type.name]
        if "$unnamed" in meant.name:
            break
        type = meant
    return type


def object_type(header: Header, name: str) -> str:
    """The name of a struct, also if `name` is that of a pointer to it."""
    type = resolve(header, Type(name=name))
    return resolve(header, type.of).name if type.shape == "pointer" else type.name


def own_type(header: Header, name: str) -> None:
    """typedef void *T, or typedef void T: an object of its own, and no longer any memory at all."""
    if object_type(header, name) == "void" and name in header.types:
        is_pointer = resolve(header, Type(name=name)).shape == "pointer"
        header.types[name] = Type("pointer", of=Type(name=f"void /* {name} */")) if is_pointer else Type(name=f"{name}$unnamed")


class Kinds:
    """What is known of the header's types."""

    def __init__(self, header: Header, classes: list[Class], enums: dict[str, Enum], throws: bool = False):
        self.header, self.enums, self.throws = header, enums, throws
        self.callables: dict[str, Callable] = {}  # those that were asked for, by their type
        self.values: dict[str, Value] = {}  # those that were asked for, by their type
        self.every_class = [(object_type(header, each.type), each) for each in classes]
        self.classes = dict(self.every_class)

    def of(self, function: str) -> Kinds:
        """As one function sees it: of several classes of a type, it is about the one whose prefix it has, or that has none."""
        found = copy.copy(self)
        about = [(type, each) for type, each in self.every_class if not each.prefix or function.startswith(each.prefix)
                 or function in (each.init, each.destroy)]
        about.sort(key=lambda each: (function in (each[1].init, each[1].destroy), len(each[1].prefix)))
        found.classes = dict(about)
        return found

    def number(self, type: Type) -> Kind | None:
        meant = resolve(self.header, type)
        name = NUMBERS.get(meant.name) if meant.shape == "name" else None
        return Kind("numbers", name, name) if name else None

    def enum(self, type: Type) -> Kind | None:
        meant = resolve(self.header, type)
        enum = self.enums.get(meant.name) if meant.shape == "name" else None
        return Kind("enums", enum.name, enum.c) if enum else None

    def scalar(self, type: Type) -> Kind | None:
        return self.number(type) or self.enum(type)

    def handle(self, type: Type) -> Class | None:
        """The class of T *."""
        pointer = resolve(self.header, type)
        return self.classes.get(resolve(self.header, pointer.of).name) if pointer.shape == "pointer" else None

    def made(self, type: Type) -> Class | None:
        """The class of T **, through which C gives a T *."""
        pointer = resolve(self.header, type)
        return self.handle(pointer.of) if pointer.shape == "pointer" and not pointer.of.const else None

    def is_text(self, type: Type) -> bool:
        """const char *; never unsigned char, which is bytes."""
        pointer = resolve(self.header, type)
        return pointer.shape == "pointer" and pointer.of.const and resolve(self.header, pointer.of).name == "char"

    def is_memory(self, type: Type) -> bool:
        """void * or bytes."""
        pointer = resolve(self.header, type)
        return pointer.shape in ("pointer", "array") and resolve(self.header, pointer.of).name in (
            "void", "char", "signed char", "unsigned char", "int8_t", "uint8_t")

    def element(self, type: Type) -> Kind | None:
        """The number that an array has, or a pointer points to."""
        pointer = resolve(self.header, type)
        return self.number(pointer.of) if pointer.shape in ("pointer", "array") else None


def is_constant(header: Header, type: Type) -> bool:
    pointer = resolve(header, type)
    return pointer.shape in ("pointer", "array") and pointer.of.const
