"""The header as the C compiler sees it, but with its comments and macros, and only what the library itself declares.

SWIG follows no #include and knows none of the compiler's macros: many headers mean nothing to it as they stand.
"""
from __future__ import annotations

import re
import subprocess
from pathlib import PurePosixPath

from model import Refusal

MARKER = re.compile(r'^# \d+ "((?:[^"\\]|\\.)*)"')
NUMBER_TYPE = re.compile(r"^\s*(?:__extension__\s+)?typedef\s+((?:\w+\s+)+)(\w+)\s*;", re.MULTILINE)
COMMENT_OR_TEXT = r"""/\*.*?\*/|//[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
NOISE = re.compile(rf"({COMMENT_OR_TEXT})|\b(__attribute__|__declspec|_Static_assert|__asm__|__asm)\s*(?=\()"
                   r"|\b(?:__extension__|__restrict(?:__)?|restrict|__inline(?:__)?|_Noreturn|__cdecl"
                   r"|(?:un)?signed(?=\s+__int128\b)|(?<=\[)\s*static)\b", re.DOTALL)
ENDS_A_STRUCT = re.compile(r"/\*(?:(?!\*/).)*\*/(?:\s|/\*(?:(?!\*/).)*\*/)*}", re.DOTALL)  # a comment that SWIG cannot read


def preprocess(compiler: list[str], folders: list[str], headers: list[str], own: str) -> tuple[str, list[str], dict[str, str]]:
    """The text for SWIG, the files that it came from, and what other headers call numbers."""
    text = "".join(f"#include <{header}>\n" for header in headers)  # not what lies in the folder of this process
    command = [*compiler, *(f"-I{folder}" for folder in folders), "-E", "-C", "-dD", "-x", "c", "-"]
    run = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", errors="surrogateescape")
    if run.returncode:
        raise Refusal(f"the C compiler cannot read the header:\n{run.stderr}")
    kept, files = own_lines(run.stdout, headers, own)
    return without_noise(kept), files, dict((name, " ".join(type.split())) for type, name in NUMBER_TYPE.findall(run.stdout))


def own_lines(text: str, headers: list[str], folder: str) -> tuple[str, list[str]]:
    """What lies in the given headers or in the folder, by the compiler's line markers; lzma.h consists of those in lzma/."""
    kept, files, own = [], [], False
    for line in text.splitlines():
        marker = MARKER.match(line)
        if marker:
            path = marker[1].replace("\\\\", "\\")
            slashes = path.replace("\\", "/")
            own = any(slashes == header or slashes.endswith("/" + header) or PurePosixPath(slashes).parent.name == each.stem
                      for header, each in zip(headers, map(PurePosixPath, headers)))
            own = own or bool(folder) and slashes.startswith(folder + "/")
            if own and path not in files:
                files.append(path)
        elif own and not line.startswith("#pragma"):
            kept.append(line)
    return "\n".join(kept) + "\n", files


def without_noise(text: str) -> str:
    """Without what says nothing about how a function is called."""
    kept, position = [], 0
    for noise in NOISE.finditer(text):
        if noise.start() < position or noise[1] and not ENDS_A_STRUCT.match(text, noise.start()):
            continue
        kept.append(text[position:noise.start()])
        position = closing(text, noise.end()) if noise[2] else noise.end()
    return "".join(kept) + text[position:]


def closing(text: str, start: int) -> int:
    """Behind the parenthesis that closes the one at `start`."""
    depth = 0
    for token in re.compile(rf"{COMMENT_OR_TEXT}|[()]", re.DOTALL).finditer(text, start):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    raise Refusal("the header ends within an attribute")
