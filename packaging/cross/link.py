"""link.py ZIG cc|c++ -target TARGET option..: links a shared library by LLD, as the compiler's driver would.

Zig's own linking exports what is hidden, refuses options, and writes the time into the file. First it is tried without what
Zig would add: most libraries need nothing of it, and it takes minutes to build for Windows.
"""
from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

OF_TWO_WORDS = {"-install_name", "-compatibility_version", "-current_version"}
IN_EVERY_C_LIBRARY = {"c", "m", "dl", "pthread", "rt", "gcc", "gcc_s", "System"}


@dataclass
class Command:
    """What the compiler's driver was asked for."""
    output: str = ""
    kind: str = "-shared"
    options: list[str] = field(default_factory=list)  # of the linker and in its place: files, and what is said about them
    libraries: list[str] = field(default_factory=list)


def parse(arguments: list[str]) -> Command:
    command, rest = Command(), iter(arguments)
    for argument in rest:
        if argument == "-o":
            command.output = next(rest)
        elif argument in {"-shared", "-dynamiclib", "-bundle"}:
            command.kind = argument
        elif argument.startswith("-Wl,"):
            command.options += [part for part in argument.split(",")[1:] if not part.startswith("-l")]
        elif argument == "-Xlinker":
            command.options.append(next(rest))
        elif argument in OF_TWO_WORDS:
            command.options += [argument, next(rest)]
        elif argument.startswith("-l"):
            command.libraries.append(argument[2:])
        elif not argument.startswith("-"):
            command.options.append(argument)
    command.libraries = [name for name in command.libraries if name not in IN_EVERY_C_LIBRARY]
    return command


@dataclass
class Zig:
    program: str
    language: str
    target: str

    @property
    def cache(self) -> Path:
        return Path(os.environ.get("ZIG_GLOBAL_CACHE_DIR") or Path.home() / ".cache/zig")

    @property
    def libc(self) -> Path:
        return Path(self.program).resolve().parent / "lib/libc"

    @property
    def processor(self) -> str:
        return self.target.split("-")[0]

    def once(self, name: str, make) -> Path:
        """A file of the cache. It appears as a whole, because others may be making it, too."""
        path = self.cache / self.target / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=path.parent) as folder:
                make(Path(folder, name))
                Path(folder, name).rename(path)
        return path

    def runtime(self) -> list[str]:
        """The files that Zig itself would link, which it builds for that."""
        return self.once(f"runtime-{self.language}", self.ask_for_runtime).read_text().split("\n")

    def ask_for_runtime(self, answer: Path) -> None:
        source = answer.with_suffix(".c" if self.language == "cc" else ".cpp")
        source.write_text("void nothing(void) {}\n")
        process = subprocess.run([self.program, self.language, "-target", self.target, "-O2", "-g0", "-shared", source, "-o",
                                  answer.with_suffix(".so")], env={**os.environ, "ZIG_VERBOSE_LINK": "1"},
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if process.returncode:
            sys.exit(process.stdout)
        linked = process.stdout.splitlines()[-1].split()
        built = r"/.+/o/[0-9a-f]+/([^/]+\.(so(\.\d+)?|a|lib)|dllcrt2\.obj)"  # in Zig's cache
        answer.write_text("\n".join(word for word in linked if re.fullmatch(built, word)))

    def import_library(self, name: str) -> str:
        """Of a library of Windows, which has one for each of its processors."""
        mingw = self.libc / "mingw"
        definitions = [path for folder in ("lib64", "lib-common") for path in mingw.glob(f"{folder}/{name}.def*")]
        if not definitions:
            sys.exit(f"{self.target} has no library {name}")
        return str(self.once(f"lib{name}.a", lambda path: self.make_import_library(definitions[0], path)))

    def make_import_library(self, definition: Path, library: Path) -> None:
        expanded = library.with_suffix(".def")
        subprocess.run([self.program, "cc", "-target", self.target, "-E", "-P", "-x", "c",
                        f"-I{self.libc}/mingw/def-include", definition, "-o", expanded], check=True)
        machine = {"x86_64": "i386:x86-64", "aarch64": "arm64"}[self.processor]
        subprocess.run([self.program, "dlltool", "-m", machine, "-d", expanded, "-l", library], check=True)


def elf(zig: Zig, command: Command) -> list[list[str]]:
    """Of the C library only what is needed; of its versions Zig has those that the target's name allows."""
    return [[zig.program, "ld.lld", "-shared", "-s", "--hash-style=gnu", "--build-id=none", "-o", command.output,
             *command.options, "--as-needed", *zig.runtime(), *(f"-l{name}" for name in command.libraries)]]


def pe(zig: Zig, command: Command) -> list[list[str]]:
    options, implib = [], []
    words = iter(command.options)
    for word in words:
        if word == "--out-implib":
            implib = [f"-implib:{next(words)}"]
        elif word in {"--major-image-version", "--minor-image-version"}:
            next(words)
        else:
            options.append(word)
    link = [zig.program, "lld-link", "-dll", "-nologo", "-Brepro", "-lldmingw", f"-out:{command.output}",
            *(implib or ["-noimplib"]), *options]
    libraries = [zig.import_library(name) for name in (*command.libraries, "msvcrt", "kernel32")]
    yield [*link, "-noentry", *libraries]
    yield [*link, "-entry:DllMainCRTStartup", "-alternatename:__image_base__=__ImageBase", *libraries, *zig.runtime()]


def mach_o(zig: Zig, command: Command) -> list[list[str]]:
    linker = shutil.which("lld") or sys.exit("lld, of LLVM, links for macOS, and is missing")
    processor = zig.processor.replace("aarch64", "arm64")
    oldest = zig.target.partition("macos.")[2]
    system = zig.libc / f"darwin/libSystem.{oldest.split('.')[0]}.tbd"
    link = [linker, "-flavor", "darwin", "-bundle" if command.kind == "-bundle" else "-dylib", "-arch", processor,
            "-platform_version", "macos", oldest, oldest, "-S", "-o", command.output, *command.options, str(system)]
    yield link
    yield [*link, *zig.runtime()]


def link(zig: Zig, command: Command) -> int:
    format = pe if "windows" in zig.target else mach_o if "macos" in zig.target else elf
    for attempt in format(zig, command):
        process = subprocess.run(attempt, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if not process.returncode:
            return 0
    print(process.stdout, file=sys.stderr)
    return process.returncode


if __name__ == "__main__":
    program, language, _, target, *arguments = sys.argv[1:]
    sys.exit(link(Zig(program, language, target), parse(arguments)))
