"""Libraries of Linux."""
from __future__ import annotations

import re
from collections.abc import Iterator
from struct import iter_unpack, unpack_from

from . import Library, text

PROCESSORS = {0x3E: "x86_64", 0xB7: "aarch64"}
STACK, RELRO = 0x6474E551, 0x6474E552
DYNAMIC, DYNSYM, VERNEED = 6, 11, 0x6FFFFFFE
NEEDED, TEXTREL, FLAGS, FLAGS_1 = 1, 22, 30, 0x6FFFFFFB


def sections(data: bytes, kind: int) -> Iterator[tuple[bytes, int]]:
    """Their bytes, and where their texts begin."""
    [table] = unpack_from("<Q", data, 0x28)
    size, count = unpack_from("<HH", data, 0x3A)
    headers = [unpack_from("<IIQQQQII", data, table + i * size) for i in range(count)]
    for _, type, _, _, offset, length, link, _ in headers:
        if type == kind:
            yield data[offset:offset + length], headers[link][4]


def versions(data: bytes) -> Iterator[str]:
    for section, texts in sections(data, VERNEED):
        next_library = 0
        while True:
            _, count, _, first, step = unpack_from("<HHIII", section, next_library)
            entry = next_library + first
            for _ in range(count):
                _, _, _, name, next_entry = unpack_from("<IHHII", section, entry)
                yield text(data, texts + name)
                entry += next_entry
            if not step:
                break
            next_library += step


def missing(data: bytes, dynamic: list[tuple[int, int]]) -> Iterator[str]:
    [table] = unpack_from("<Q", data, 0x20)
    size, count = unpack_from("<HH", data, 0x36)
    segments = dict(unpack_from("<II", data, table + i * size) for i in range(count))
    if segments.get(STACK, 7) & 1:
        yield "a stack that is not executable"
    if RELRO not in segments:
        yield "relocations that are read-only afterwards"
    if not any(tag == FLAGS and value & 8 or tag == FLAGS_1 and value & 1 for tag, value in dynamic):
        yield "all its symbols bound when it is loaded"
    if any(tag == TEXTREL for tag, _ in dynamic):
        yield "code without relocations"


def read(data: bytes) -> Library:
    [(section, texts)] = sections(data, DYNAMIC)
    dynamic = list(iter_unpack("<QQ", section))
    [(symbols, names)] = sections(data, DYNSYM)
    exports = {text(data, names + name) for name, _, _, index, _, _ in iter_unpack("<IBBHQQ", symbols) if name and index}
    glibc = [match[1] for version in versions(data) if (match := re.fullmatch(r"GLIBC_([\d.]+)", version))]
    oldest = max((tuple(map(int, version.split("."))) for version in glibc), default=())
    imports = {text(data, texts + value) for tag, value in dynamic if tag == NEEDED}
    processor = PROCESSORS.get(unpack_from("<H", data, 18)[0])
    return Library("linux", processor, exports, imports, oldest, list(missing(data, dynamic)))
