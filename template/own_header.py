"""A first function to call, for a library that is there already: one that takes and gives whole numbers only.

What it gives is found by calling it, so the project's first tests compare each language with C.
"""
from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import files

sys.path.insert(0, str(files.ROOT / "swig/generator"))
import model  # noqa: E402
from deciding.kinds import Kinds  # noqa: E402
from reading.header import read_header  # noqa: E402


@dataclass
class Function:
    name: str
    parameters: list[str]
    types: list[str]
    arguments: list[int]
    result: int


class NoFunction(Exception):
    """Why no function can be called."""


def choose(header: Path, sources: list[Path]) -> Function:
    try:
        functions = read_header("swig", ["cc"], [str(header.parent)], [header.name])
    except model.Refusal as refusal:
        raise NoFunction(str(refusal)) from None
    for function in functions.functions.values():
        types = [function.result, *(parameter.type for parameter in function.parameters)]
        kinds = [Kinds(functions, [], {}).number(each) for each in types]
        if all(kind and kind.name == "int32_t" for kind in kinds):
            arguments = list(range(1, len(types)))
            result = call(header, sources, function.name, arguments)
            names = [parameter.name for parameter in function.parameters]
            return Function(function.name, names, [str(each) for each in types[1:]], arguments, result)
    raise NoFunction(f"{header.name} has no function of `int` only, to begin with; write one, such as NAME_version(void)")


def call(header: Path, sources: list[Path], function: str, arguments: list[int]) -> int:
    program = f'#include "{header.name}"\n#include <stdio.h>\nint main(void) {{ printf("%ld", (long){function}(' \
              f'{", ".join(map(str, arguments))})); }}\n'
    code = [path.resolve() for path in sources if path.suffix != ".h"]
    compiler = "cc" if all(path.suffix == ".c" for path in code) else "c++"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "call.c").write_text(program, encoding="utf-8")
        command = [compiler, "-x", "c", "call.c", "-x", "none", *code, f"-I{header.parent.resolve()}", "-lm", "-o", "call"]
        compiled = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if compiled.returncode:
            raise NoFunction(f"the sources do not compile:\n{compiled.stderr}")
        called = subprocess.run([Path(folder, "call")], capture_output=True, text=True)
        if called.returncode:
            raise NoFunction(f"{function}({', '.join(map(str, arguments))}) ends its process with {called.returncode}")
        return int(called.stdout)
