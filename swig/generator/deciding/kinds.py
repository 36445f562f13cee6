"""What is a C type, by itself?"""
from __future__ import annotations

from decisions import Kind
from model import Header, Type

# Every name of a number, and the one that the vocabulary has it under. Only long has another size on another platform.
NUMBERS = {
    "signed char": "int8_t", "unsigned char": "uint8_t", "short": "int16_t", "unsigned short": "uint16_t",
    "int": "int32_t", "unsigned int": "uint32_t", "long long": "int64_t", "unsigned long long": "uint64_t",
    "long": "long", "unsigned long": "unsigned long", "float": "float", "double": "double", "bool": "bool", "_Bool": "bool",
    "char": "char", "size_t": "size_t", "ssize_t": "ptrdiff_t", "ptrdiff_t": "ptrdiff_t", "intptr_t": "ptrdiff_t",
    "uintptr_t": "size_t", **{name: name for width in (8, 16, 32, 64) for name in (f"int{width}_t", f"uint{width}_t")},
}


def resolve(header: Header, type: Type) -> Type:
    """What a typedef stands for in the end."""
    seen = set()
    while type.shape == "name" and type.name in header.types and type.name not in NUMBERS and type.name not in seen:
        seen.add(type.name)
        type = header.types[type.name]
    return type


def number(header: Header, type: Type) -> Kind | None:
    name = NUMBERS.get(resolve(header, type).name) if resolve(header, type).shape == "name" else None
    return Kind("numbers", name, name) if name else None


def number_of(header: Header, type: Type) -> str:
    """The elements of a pointer to numbers, else ""."""
    pointer = resolve(header, type)
    element = number(header, pointer.of) if pointer.shape == "pointer" else None
    return element.name if element else ""
