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
import names
import own_header

STARTER = files.ROOT / "template/starter"
AVERAGE = own_header.Function("average", ["first", "second"], ["int32_t", "int32_t"], [3, 8], 5)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev new", description="Makes a project for a C or C++ library.")
    parser.add_argument("folder", type=Path, help="where the project goes; it must not exist, or be empty")
    parser.add_argument("name", help="of the library, its header and its packages, such as my_library")
    parser.add_argument("--class", dest="class_name", metavar="CLASS", help="of the functions, in Java and C# (MyLibrary)")
    parser.add_argument("--group", default="org.example", help="Maven's group; the Java package is GROUP.NAME (%(default)s)")
    parser.add_argument("--namespace", default="Example", help="in C#; the package is NAMESPACE.CLASS (%(default)s)")
    parser.add_argument("--authors", help="(The NAME authors)")
    parser.add_argument("--header", type=Path, help="the header of a library that is there already: NAME.h")
    parser.add_argument("--source", type=Path, nargs="+", default=[], help="its sources, in C or C++, and its private headers")
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
    if given.header and given.header.name != f"{given.name}.h":
        refuse(f"--header {given.header}: a library called {given.name} has the header {given.name}.h")
    if bool(given.header) != bool(given.source):
        refuse("--header and --source belong together")
    for path in [given.header, *given.source] if given.header else []:
        if not path.is_file():
            refuse(f"{path}: no such file")
    if given.folder.exists() and (not given.folder.is_dir() or any(given.folder.iterdir())):
        refuse(f"{given.folder} is not empty: nothing was written")


def marks_exports(header: Path) -> bool:
    return bool(re.search(r"visibility|dllexport", header.read_text(encoding="utf-8", errors="replace")))


def values(given: argparse.Namespace) -> dict[str, object]:
    """What the files of the starter are completed with."""
    function = own_header.choose(given.header, given.source) if given.header else AVERAGE
    c_name = function.name if given.header else f"{given.name}_{function.name}"
    call = f"({', '.join(map(str, function.arguments))})"
    return {
        "own": not given.header, "marked": not given.header or marks_exports(given.header),
        "name": given.name, "NAME": given.name.upper(), "class": given.class_name,
        "description": f"The C library {given.name}", "authors": given.authors or f"The {given.name} authors",
        "year": datetime.date.today().year, "group": given.group, "namespace": given.namespace,
        "java_package": names.java_package(given.group, given.name), "python_package": names.python_package(given.name),
        "sources": [f"src/{path.name}" for path in given.source if path.suffix != ".h"] or [f"src/{given.name}.c"],
        "function": c_name, "python_function": c_name, "java_function": names.camel_case(c_name),
        "csharp_function": names.pascal_case(c_name), "parameters": function.parameters, "types": function.types,
        "arguments": function.arguments, "result": function.result, "call": c_name + call, "python_call": c_name + call,
        "java_call": names.camel_case(c_name) + call, "csharp_call": names.pascal_case(c_name) + call,
    }


def write_starter(folder: Path, known: dict[str, object]) -> None:
    environment = Environment(loader=FileSystemLoader(STARTER), undefined=StrictUndefined, keep_trailing_newline=True)
    for source in sorted(STARTER.rglob("*.j2")):
        relative = source.relative_to(STARTER).with_suffix("").as_posix()
        if relative.startswith("core/") and relative != "core/CMakeLists.txt" and not known["own"]:
            continue
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
    except own_header.NoFunction as reason:
        refuse(str(reason))
    paths = files.template_files()
    for path in paths:
        target = given.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(files.ROOT / path, target)
    write_starter(given.folder, known)
    if given.header:
        copy([given.header], given.folder / "core/include")
        copy(given.source, given.folder / "core/src")
    files.write_manifest(given.folder, paths)
    print(f"""Made {given.folder}. Next:
  1. project.cmake says who the library is; core/ what it does; swig/{given.name}.i what C cannot say.
  2. docs/examples/ has a program in each language, and what it prints in expected.txt; tests/ has the tests.
  3. In {given.folder}: ./dev demo && ./dev test && ./dev package; before the first release ./dev accept.""")


if __name__ == "__main__":
    sys.exit(main())
