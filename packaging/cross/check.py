"""check.py TARGET LIST FILE..: whether a library is for the target, as Zig calls it, and such that users can load it there.

It exports what the file LIST says, or anything if there is no such file. A wheel's module is FILE in a folder that is called as
the wheel's tags are.
"""
from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from formats import Library, elf, mach_o, pe

FORMATS = {b"\x7fELF": elf, b"MZ": pe, b"\xcf\xfa\xed\xfe": mach_o}
# What every system has.
SYSTEM = {
    "gnu": r"lib[cm]\.so\.6|lib(pthread|util)\.so\.[01]|lib(dl|resolv)\.so\.2|librt\.so\.1|ld-linux-(x86-64|aarch64)\.so\.[12]",
    "musl": r"libc\.so",
    "windows": r"(kernel32|advapi32|bcrypt|ntdll|ole32|shell32|user32|ws2_32|msvcrt)\.dll|api-ms-win-crt-\w+-l1-1-0\.dll",
    "macos": r"/usr/lib/lib(System\.B|c\+\+\.1)\.dylib",
}
# How an interpreter calls its modules: 311, and the processor. All look for a plain .so, too.
MODULES = {
    "gnu": r"_\w+\.cpython-{0}-{1}-linux-gnu\.so",
    "musl": r"_\w+\.cpython-{0}-{1}-linux-musl\.so|_\w+\.so",
    "windows": r"_\w+\.cp{0}-win_{2}\.pyd",
    "macos": r"_\w+\.cpython-{0}-darwin\.so",
}
WINDOWS_PROCESSORS = {"x86_64": "amd64", "aarch64": "arm64"}


def read(path: Path) -> Library:
    data = path.read_bytes()
    return next(format.read(data) for magic, format in FORMATS.items() if data.startswith(magic))


def problems(path: Path, target: str, expected: set[str] | None, python: str | None = None) -> Iterator[str]:
    processor, system, *libc = target.split("-")
    kind = libc[0].split(".")[0] if system == "linux" else system.split(".")[0]
    library = read(path)
    if (library.system, library.processor) != (system.split(".")[0], processor):
        yield f"it is for {library.system} on {library.processor}"
    if expected is not None and library.exports != expected:
        yield f"it exports {sorted(library.exports)}"
    allowed = SYSTEM[kind] + (rf"|python{python}\.dll" if python and kind == "windows" else "")
    yield from (f"it needs {name}" for name in sorted(library.imports) if not re.fullmatch(allowed, name))
    yield from (f"it has not {what}" for what in library.missing)
    limit = tuple(map(int, re.findall(r"\d+", target.split(kind)[1])))
    if library.oldest > limit or kind == "macos" and library.oldest != limit:
        yield f"it asks for version {'.'.join(map(str, library.oldest))}"
    if python and not re.fullmatch(MODULES[kind].format(python, processor, WINDOWS_PROCESSORS[processor]), path.name):
        yield f"CPython {python} does not look for a file of that name"


def main(target: str, exports: str, *files: str) -> None:
    expected = set(Path(exports).read_text(encoding="utf-8").split()) if Path(exports).exists() else None
    for file in files:
        tag = re.search(r"/cp(\d+)-cp\d+-[^/]*/", file)
        found = list(problems(Path(file), target, expected, tag[1] if tag else None))
        if found:
            sys.exit("\n".join(f"{file} is not fit for {target}: {problem}" for problem in found))


if __name__ == "__main__":
    main(*sys.argv[1:])
