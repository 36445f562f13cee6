"""./dev new FOLDER NAME: a project for the library NAME, made of the template's files and a start for the author's."""
from __future__ import annotations

import argparse
import datetime
import re
import shutil
import sys
from pathlib import Path
from typing import NoReturn

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import files
import first_function
import licenses
import names

STARTER = files.ROOT / "template/starter"
Lines = list[tuple[str, str]]  # of NAME.i, and why each is there


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev new", description="Makes a project for a C or C++ library.")
    parser.add_argument("folder", type=Path, help="where the project goes; it must not exist, or be empty")
    parser.add_argument("name", help="of the library, its header and its packages, such as my_library")
    parser.add_argument("--class", dest="class_name", metavar="CLASS", help="of the functions, in Java and C# (MyLibrary)")
    parser.add_argument("--group", default="org.example", help="Maven's group; the Java package is GROUP.NAME (%(default)s)")
    parser.add_argument("--namespace", default="Example", help="in C#; the package is NAMESPACE.CLASS (%(default)s)")
    parser.add_argument("--authors", help="(The NAME authors)")
    parser.add_argument("--header", type=Path, nargs="+", default=[],
                        help="the header of a library that is there already, NAME.h, and those that it includes")
    parser.add_argument("--source", type=Path, nargs="+", default=[], help="its sources, in C or C++, and its private headers")
    parser.add_argument("--system-header", metavar="HEADER", help="of a library that the system has, such as zlib.h")
    parser.add_argument("--links", nargs="+", default=[],
                        help="how CMake links that library: a target such as ZLIB::ZLIB, or a name for the linker")
    given = parser.parse_args()
    check(given)
    return given


def refuse(reason: str) -> NoReturn:
    sys.exit(f"./dev new: {reason}")


def check(given: argparse.Namespace) -> None:
    given.class_name = given.class_name or names.pascal_case(given.name)
    if reason := names.problem(given.name):
        refuse(f"a library cannot be called {given.name}: {reason}")
    if not re.fullmatch(r"[A-Za-z]\w*", given.class_name, re.ASCII) or given.class_name in names.JAVA_KEYWORDS:
        refuse(f"--class {given.class_name}: not the name of a class")
    if not re.fullmatch(r"[a-z0-9]+([-_.][a-z0-9]+)*", given.group):
        refuse(f"--group {given.group}: use lower-case letters and digits, with dots or dashes between them")
    if not re.fullmatch(r"[A-Za-z]\w*(\.[A-Za-z]\w*)*", given.namespace, re.ASCII):
        refuse(f"--namespace {given.namespace}: not a namespace")
    if given.header and given.header[0].name != f"{given.name}.h":
        refuse(f"--header {given.header[0]}: a library called {given.name} has the header {given.name}.h")
    if bool(given.header) != bool(given.source):
        refuse("--header and --source belong together")
    if bool(given.system_header) != bool(given.links):
        refuse("--system-header and --links belong together")
    if given.header and given.system_header:
        refuse("--header and --system-header: a library is your own or the system's")
    for path in [*given.header, *given.source]:
        if not path.is_file():
            refuse(f"{path}: no such file")
    if given.folder.exists() and (not given.folder.is_dir() or any(given.folder.iterdir())):
        refuse(f"{given.folder} is not empty: nothing was written")


def marks_exports(headers: list[Path]) -> bool:
    return any(re.search(r"visibility|dllexport", each.read_text(encoding="utf-8", errors="replace")) for each in headers)


def for_cxx(headers: list[Path], sources: list[Path]) -> bool:
    """Whether C++ can include the header."""
    texts = [each.read_text(encoding="utf-8", errors="replace") for each in headers]
    return any('extern "C"' in text for text in texts) or any(each.suffix not in (".c", ".h") for each in sources)


def first(given: argparse.Namespace) -> tuple[Lines, first_function.Function]:
    """What the programs call, and the first draft of NAME.i."""
    if given.header:
        return first_function.of_sources(given.header[0], given.header, given.source)
    if given.system_header:
        return first_function.of_the_system(given.system_header, given.links)
    name = f"{given.name}_average"
    return [], first_function.Function(name, name, ["first", "second"], ["int32_t", "int32_t"], [3, 8], 5)


def values(given: argparse.Namespace) -> dict[str, object]:
    """What the files of the starter are completed with."""
    lines, function = first(given)
    if any(line.startswith("%handle(") and line.split(", ")[1] == given.class_name for line, _ in lines):
        given.class_name += "Library"  # an object of the library has the name
    c_name, name = function.name, function.called
    call = f"({', '.join(map(str, function.arguments))})"
    return {
        "own": not given.header and not given.system_header, "marked": not given.header or marks_exports(given.header),
        "c_only": bool(given.header) and not for_cxx(given.header, given.source),
        "system_header": given.system_header, "links": " ".join(given.links), "lines": lines,
        "name": given.name, "NAME": given.name.upper(), "class": given.class_name,
        "description": f"The C library {given.name}", "authors": given.authors or f"The {given.name} authors",
        "year": datetime.date.today().year, "group": given.group, "namespace": given.namespace,
        "java_package": names.java_package(given.group, given.name), "python_package": names.python_package(given.name),
        "sources": [f"src/{path.name}" for path in given.source if path.suffix != ".h"] or [f"src/{given.name}.c"],
        "function": c_name, "python_function": name, "java_function": names.camel_case(name),
        "csharp_function": names.pascal_case(name), "parameters": function.parameters, "types": function.types,
        "arguments": function.arguments, "result": function.result, "call": c_name + call, "python_call": name + call,
        "java_call": names.camel_case(name) + call, "csharp_call": names.pascal_case(name) + call,
    }


def write_starter(folder: Path, known: dict[str, object]) -> None:
    environment = Environment(loader=FileSystemLoader(STARTER), undefined=StrictUndefined, keep_trailing_newline=True)
    for source in sorted(STARTER.rglob("*.j2")):
        relative = source.relative_to(STARTER).with_suffix("").as_posix()
        if relative.startswith("core/") and relative != "core/CMakeLists.txt" and not known["own"]:
            continue
        if known["system_header"] and relative.startswith(("core/", "tests/", "docs/examples/hello.c")):
            continue  # the library is not the author's to build and to test
        target = folder / relative.replace("NAME", str(known["name"])).replace("CLASS", str(known["class"]))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(environment.get_template(f"{relative}.j2").render(known), encoding="utf-8", newline="\n")


def copy(sources: list[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        shutil.copy(source, folder)


def main() -> None:
    given = arguments()
    try:
        known = values(given)
    except first_function.NoFunction as reason:
        refuse(str(reason))
    paths = files.template_files()
    for path in paths:
        target = given.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(files.ROOT / path, target)
    write_starter(given.folder, known)
    if given.header:
        copy(given.header, given.folder / "core/include")
        copy(given.source, given.folder / "core/src")
    if given.system_header:
        licenses.write(given.folder, given.system_header, given.links)
    files.write_manifest(given.folder, paths)
    print(f"""Made {given.folder}. Next:
  1. project.cmake says who the library is; {"" if given.system_header else "core/ what it does; "}\
swig/{given.name}.i what C cannot say.
  2. docs/examples/ has a program in each language, and what it prints in expected.txt; tests/ has the tests.
  3. In {given.folder}: ./dev demo && ./dev test && ./dev package; before the first release ./dev accept.""")


if __name__ == "__main__":
    sys.exit(main())
