"""Libraries of macOS."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from struct import iter_unpack, unpack_from

from . import Library, text

PROCESSORS = {0x01000007: "x86_64", 0x0100000C: "aarch64"}
SYMTAB, LOAD_DYLIB, ID_DYLIB, CODE_SIGNATURE, BUILD_VERSION = 0x2, 0xC, 0xD, 0x1D, 0x32
STAB, TYPE, EXTERNAL, PRIVATE = 0xE0, 0x0E, 0x01, 0x10  # bits of a symbol's kind


def commands(data: bytes) -> Iterator[tuple[int, int]]:
    [count], offset = unpack_from("<I", data, 16), 32
    for _ in range(count):
        kind, size = unpack_from("<II", data, offset)
        yield kind, offset
        offset += size


def exports(data: bytes, at: int) -> set[str]:
    offset, count, texts = unpack_from("<III", data, at + 8)
    symbols = iter_unpack("<IBBHQ", data[offset:offset + 16 * count])
    return {text(data, texts + name)[1:] for name, kind, _, _, _ in symbols
            if kind & EXTERNAL and kind & TYPE and not kind & (STAB | PRIVATE)}


def signed(data: bytes, at: int) -> bool:
    """Whether each page has the checksum that the signature says: macOS kills the process where one has not."""
    start, size = unpack_from("<II", data, at + 8)
    directory = start + unpack_from(">I", data, start + 16)[0]
    hashes, _, _, count, limit = unpack_from(">IIIII", data, directory + 16)
    length, page = data[directory + 36], 1 << data[directory + 39]
    pages = (data[i:min(i + page, limit)] for i in range(0, limit, page))
    expected = (data[directory + hashes + i * length:][:length] for i in range(count))
    return limit == start and all(hashlib.sha256(page).digest() == digest for page, digest in zip(pages, expected))


def read(data: bytes) -> Library:
    library = Library("macos", PROCESSORS.get(unpack_from("<I", data, 4)[0]))
    signature = False
    for kind, at in commands(data):
        if kind == SYMTAB:
            library.exports = exports(data, at)
        elif kind == LOAD_DYLIB:
            library.imports.add(text(data, at + unpack_from("<I", data, at + 8)[0]))
        elif kind == ID_DYLIB and not text(data, at + unpack_from("<I", data, at + 8)[0]).startswith("@rpath/"):
            library.missing.append("a name that begins with @rpath")
        elif kind == BUILD_VERSION:
            [version] = unpack_from("<I", data, at + 12)
            library.oldest = version >> 16, version >> 8 & 0xFF
        elif kind == CODE_SIGNATURE:
            signature = signed(data, at)
    if library.processor == "aarch64" and not signature:
        library.missing.append("a valid signature")
    return library
