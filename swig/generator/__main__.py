"""Reads a C header and the author's lines about it, decides how each function crosses, and writes that for one language."""
from __future__ import annotations

import argparse
import sys
from pathlib import Path

from deciding import decide
from deciding.lines import for_the_generator
from model import Refusal
from reading.header import read_header
from reading.lines import read_lines
from reading.values import read_values
from writing import list_crossings, write


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="generator", description=__doc__)
    parser.add_argument("language", choices=["python", "java", "csharp", "list"],
                        help="a language, or list: prints how each function crosses")
    parser.add_argument("interface", type=Path, help="NAME.i: the author's lines")
    parser.add_argument("--output", type=Path, help="the folder for what is written")
    parser.add_argument("--class", dest="name", default="Library", help="the class of the free functions")
    parser.add_argument("--package", default="library", help="the package of the classes")
    parser.add_argument("--swig", default="swig")
    parser.add_argument("--compiler", nargs=argparse.REMAINDER, default=["cc"], help="the C compiler, which reads the header")
    parser.add_argument("--include", nargs="*", default=[], help="the folders that headers are looked for in")
    parser.add_argument("--throws", action="store_true", help="the library is in C++, and lets exceptions out")
    parser.add_argument("--own", default="", help="the folder of which all headers are the library's")
    return parser.parse_args()


def main() -> None:
    given = options()
    given.include = list(filter(None, given.include))  # a library in the system's own folders has none
    library = given.interface.stem
    lines = read_lines(given.interface)
    headers = [name for line in lines if line.name == "headers" for name in line.arguments[0].split()] or [f"{library}.h"]
    header = read_header(given.swig, given.compiler, given.include, headers, given.own)
    decisions = decide(header, lines, given.throws)
    if given.language == "list":
        print(list_crossings(decisions), end="")
        return
    settings = {"library": library, "headers": headers, "lines": for_the_generator(),
                "class": given.name, "package": given.package,
                "values": read_values(given.compiler, given.include, headers, decisions.expressions)}
    write(given.language, decisions, settings, given.output)
    depends = " ".join(path.replace(" ", "\\ ") for path in header.files)
    (given.output / "generated.d").write_text(f"{given.output / 'generated.i'}: {depends}\n", encoding="utf-8")


try:
    main()
except Refusal as refusal:
    sys.exit(str(refusal))
