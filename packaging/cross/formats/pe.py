"""Libraries of Windows."""
from __future__ import annotations

from collections.abc import Iterator
from struct import iter_unpack, unpack_from

from . import Library, text

PROCESSORS = {0x8664: "x86_64", 0xAA64: "aarch64"}
CHARACTERISTICS = {0x20: "addresses of 64 random bits", 0x40: "a random address", 0x100: "data that is not executable"}
EXPORTS, IMPORTS, DEBUG = 0, 1, 6
REPRODUCIBLE = 16  # this kind of debug information says that the date is a checksum of the file


class Image:
    def __init__(self, data: bytes) -> None:
        [self.header] = unpack_from("<I", data, 0x3C)
        self.data, self.optional = data, self.header + 24
        count, size = unpack_from("<H12xH", data, self.header + 6)
        table = self.optional + size
        self.sections = list(iter_unpack("<8x4I16x", data[table:table + 40 * count]))

    def offset(self, address: int) -> int:
        """In the file, of what is at that address in memory."""
        return next(address - start + offset for _, start, length, offset in self.sections if start <= address < start + length)

    def directory(self, index: int) -> tuple[int, int]:
        address, size = unpack_from("<II", self.data, self.optional + 112 + 8 * index)
        return (self.offset(address) if size else 0), size

    def exports(self) -> Iterator[str]:
        at, size = self.directory(EXPORTS)
        count, names = unpack_from("<I4xI", self.data, at + 24) if size else (0, 0)
        for i in range(count):
            yield text(self.data, self.offset(unpack_from("<I", self.data, self.offset(names) + 4 * i)[0]))

    def imports(self) -> Iterator[str]:
        at, size = self.directory(IMPORTS)
        while size and (name := unpack_from("<I", self.data, at + 12)[0]):
            yield text(self.data, self.offset(name)).lower()
            at += 20

    def missing(self) -> Iterator[str]:
        [characteristics] = unpack_from("<H", self.data, self.optional + 70)
        yield from (what for bit, what in CHARACTERISTICS.items() if not characteristics & bit)
        at, size = self.directory(DEBUG)
        if REPRODUCIBLE not in (unpack_from("<I", self.data, at + i + 12)[0] for i in range(0, size, 28)):
            yield "a date that is a checksum"


def read(data: bytes) -> Library:
    image = Image(data)
    processor = PROCESSORS.get(unpack_from("<H", data, image.header + 4)[0])
    return Library("windows", processor, set(image.exports()), set(image.imports()), missing=list(image.missing()))
