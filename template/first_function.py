"""A first function to call, for a library that is there already: one that takes and gives whole numbers only, or of another's
library its version. What it gives is found by calling it, so the project's first programs compare each language with C.
"""
from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import files
from generator import Crossing, Refusal, decide, parsed, read_header, suggest

NUMBER = "%ld", "(long)"
TEXT = "%s", ""


@dataclass
class Function:
    name: str
    called: str  # by users: without the library's prefix, in snake_case
    parameters: list[str]
    types: list[str]
    arguments: list[int]
    result: int | str


class NoFunction(Exception):
    """Why no function can be called."""


def read(headers: list[str], folders: list[str], own: str = "") -> tuple[list[tuple[str, str]], list[Crossing]]:
    """The first draft of NAME.i, and the functions that cross by it."""
    try:
        header = read_header("swig", ["cc"], folders, headers, own)
        lines = suggest(header)
        return lines, decide(header, [parsed(line) for line, _ in lines]).crossings
    except Refusal as refusal:
        raise NoFunction(str(refusal)) from None


def of_numbers(crossings: list[Crossing]) -> Iterator[Crossing]:
    for each in crossings:
        kinds = [each.result, *(argument.kind for argument in each.arguments)]
        if each.role == "function" and not each.may_fail and all(kind.name == "int32_t" for kind in kinds):
            yield each


def of_its_version(crossings: list[Crossing]) -> Iterator[Crossing]:
    for each in crossings:
        known = each.result.name in ("int32_t", "uint32_t", "view") and each.result.file in ("numbers", "text")
        if each.role == "function" and known and not each.function.parameters and "version" in each.function.name.lower():
            yield each


def described(crossing: Crossing, result: int | str) -> Function:
    parameters = crossing.function.parameters
    return Function(crossing.function.name, crossing.name, [each.name for each in parameters],
                    [str(each.type) for each in parameters], arguments(crossing), result)


def arguments(crossing: Crossing) -> list[int]:
    return list(range(1, len(crossing.function.parameters) + 1))


def of_sources(header: Path, headers: list[Path], sources: list[Path]) -> tuple[list[tuple[str, str]], Function]:
    with tempfile.TemporaryDirectory() as folder:
        for path in headers:
            Path(folder, path.name).write_bytes(path.read_bytes())
        lines, crossings = read([header.name], [folder], folder)
        crossing = next(of_numbers(crossings), None)
        if not crossing:
            raise NoFunction(f"{header.name} has no function of `int` only, to begin with; write one, such as "
                             "NAME_version(void)")
        return lines, described(crossing, int(call_sources(folder, header, sources, crossing)))


def call_sources(folder: str, header: Path, sources: list[Path], crossing: Crossing) -> str:
    Path(folder, "call.c").write_text(program(header.name, crossing), encoding="utf-8")
    code = [path.resolve() for path in sources if path.suffix != ".h"]
    compiler = "cc" if all(path.suffix == ".c" for path in code) else "c++"
    run("the sources do not compile", folder, compiler, "-x", "c", "call.c", "-x", "none", *code, f"-I{folder}", "-lm",
        "-o", "call")
    return run(f"{crossing.function.name}{tuple(arguments(crossing))} fails", folder, "./call")


def of_the_system(header: str, links: list[str]) -> tuple[list[tuple[str, str]], Function]:
    """CMake finds the library as the project's build will."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "CMakeLists.txt").write_text(PROJECT.format(links=" ".join(links), root=files.ROOT), encoding="utf-8")
        Path(folder, "call.c").touch()
        run(f"{' '.join(links)} cannot be linked", folder, "cmake", "-G", "Ninja", "-S", ".", "-B", ".")
        lines, crossings = read([header], list(filter(None, Path(folder, "folders").read_text(encoding="utf-8").split(";"))))
        crossing = next(of_its_version(crossings), None)
        if not crossing:
            raise NoFunction(f"{header} has no function that gives its version, to begin with")
        Path(folder, "call.c").write_text(program(header, crossing), encoding="utf-8")
        run(f"{crossing.function.name}() cannot be linked", folder, "cmake", "--build", ".")
        result = run(f"{crossing.function.name}() fails", folder, "./call")
        return lines, described(crossing, result if crossing.result.file == "text" else int(result))


PROJECT = """cmake_minimum_required(VERSION 3.25)
project(call C)
set(library_links {links})
include("{root}/bindings/c/links.cmake")
add_executable(call call.c)
target_link_libraries(call PRIVATE ${{library_links}})
file(GENERATE OUTPUT folders CONTENT "$<TARGET_PROPERTY:call,INCLUDE_DIRECTORIES>")
"""


def program(header: str, crossing: Crossing) -> str:
    form, cast = TEXT if crossing.result.file == "text" else NUMBER
    called = f"{crossing.function.name}({', '.join(map(str, arguments(crossing)))})"
    return f'#include <{header}>\n#include <stdio.h>\nint main(void) {{ printf("{form}", {cast}{called}); }}\n'


def run(problem: str, folder: str, *command: str | Path) -> str:
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise NoFunction(f"{problem}:\n{done.stderr}")
    return done.stdout
