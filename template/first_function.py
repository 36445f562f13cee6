"""A first function to call, for a library that is there already: one of whole numbers, its version, or what an error is called;
of another's library one of the last two. What it gives is found by calling it, so the project's first programs compare each
language with C.
"""
from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

import files
from generator import Argument, Crossing, Kind, Refusal, decide, parsed, read_header, suggest

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


def is_whole(kind: Kind) -> bool:
    return kind.file == "numbers" and kind.name in ("int32_t", "uint32_t", "int64_t", "size_t", "long")


def are_ints(arguments: list[Argument]) -> bool:
    return all((each.kind.file, each.kind.name) == ("numbers", "int32_t") for each in arguments)


def is_text(kind: Kind) -> bool:
    return (kind.file, kind.name) == ("text", "view")


def of_numbers(each: Crossing) -> bool:
    return is_whole(each.result) and are_ints(each.arguments) and not each.may_fail


def of_its_version(each: Crossing) -> bool:
    known = is_whole(each.result) or is_text(each.result)
    return known and not each.function.parameters and "version" in each.function.name.lower()


def of_an_error(each: Crossing) -> bool:
    named = re.search(r"str_?err|err(or)?_?(str|text|name|msg|message|desc)", each.function.name.lower())
    return bool(named) and is_text(each.result) and len(each.arguments) == 1 and are_ints(each.arguments)


def described(crossings: list[Crossing], *wanted: Callable[[Crossing], bool]) -> Function | None:
    """The first function that is wanted; what it gives is not known yet."""
    plain = [each for each in crossings if each.role == "function" and len(each.arguments) == len(each.function.parameters)]
    found = next(((each, rule) for rule in wanted for each in plain if rule(each)), None)
    if not found:
        return None
    each, rule = found
    parameters = each.function.parameters
    arguments = [0] if rule is of_an_error else list(range(1, len(parameters) + 1))
    return Function(each.function.name, each.name, [one.name for one in parameters], [str(one.type) for one in parameters],
                    arguments, "" if is_text(each.result) else 0)


def of_sources(header: Path, headers: list[Path], sources: list[Path]) -> tuple[list[tuple[str, str]], Function]:
    with tempfile.TemporaryDirectory() as folder:
        for path in headers:
            Path(folder, path.name).write_bytes(path.read_bytes())
        lines, crossings = read([header.name], [folder], folder)
        function = described(crossings, of_numbers)
        if not function:
            raise NoFunction(f"{header.name} has no function to begin with that takes `int` or nothing, and gives a whole "
                             "number; write one, such as NAME_version(void)")
        return lines, called(function, call_sources(folder, header, sources, function))


def called(function: Function, printed: str) -> Function:
    return replace(function, result=printed if isinstance(function.result, str) else int(printed))


def call_sources(folder: str, header: Path, sources: list[Path], function: Function) -> str:
    Path(folder, "call.c").write_text(program(header.name, function), encoding="utf-8")
    code = [path.resolve() for path in sources if path.suffix != ".h"]
    compiler = "cc" if all(path.suffix == ".c" for path in code) else "c++"
    # After the sources: g++ that is told a language before those of C++ links nothing of C++.
    run("the sources do not compile", folder, compiler, *code, "-x", "c", "call.c", "-x", "none", f"-I{folder}", "-lm",
        "-o", "call")
    return run(f"{function.name}{tuple(function.arguments)} fails", folder, "./call")


def of_the_system(header: str, links: list[str]) -> tuple[list[tuple[str, str]], Function]:
    """CMake finds the library as the project's build will."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "CMakeLists.txt").write_text(PROJECT.format(links=" ".join(links), root=files.ROOT), encoding="utf-8")
        Path(folder, "call.c").touch()
        run(f"{' '.join(links)} cannot be linked", folder, "cmake", "-G", "Ninja", "-S", ".", "-B", ".")
        lines, crossings = read([header], list(filter(None, Path(folder, "folders").read_text(encoding="utf-8").split(";"))))
        function = described(crossings, of_its_version, of_an_error)
        if not function:
            raise NoFunction(f"{header} has no function that gives its version, or the text of an error, to begin with")
        Path(folder, "call.c").write_text(program(header, function), encoding="utf-8")
        run(f"{function.name}() cannot be linked", folder, "cmake", "--build", ".")
        return lines, called(function, run(f"{function.name}() fails", folder, "./call"))


PROJECT = """cmake_minimum_required(VERSION 3.25)
project(call C)
set(library_links {links})
include("{root}/bindings/c/links.cmake")
add_executable(call call.c)
target_link_libraries(call PRIVATE ${{library_links}})
file(GENERATE OUTPUT folders CONTENT "$<TARGET_PROPERTY:call,INCLUDE_DIRECTORIES>")
"""


def program(header: str, function: Function) -> str:
    form, cast = TEXT if isinstance(function.result, str) else NUMBER
    call = f"{function.name}({', '.join(map(str, function.arguments))})"
    return f'#include <{header}>\n#include <stdio.h>\nint main(void) {{ printf("{form}", {cast}{call}); }}\n'


def run(problem: str, folder: str, *command: str | Path) -> str:
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise NoFunction(f"{problem}:\n{done.stderr}")
    return done.stdout
