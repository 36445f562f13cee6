"""Which names a library can have, and what each language calls it."""
from __future__ import annotations

import keyword
import re
import sys

import files
from generator import csharp, java

# As the generator will name the functions.
pascal_case, camel_case, JAVA_KEYWORDS = csharp.name, java.name, java.KEYWORDS

BUILD_TARGETS = files.lines(files.ROOT / "packaging/targets")
SYSTEM_HEADERS = """assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg
    stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype""".split()
SYSTEM_LIBRARIES = "c dl m pthread rt util".split()
WINDOWS_DEVICES = "aux con nul prn".split()


def problem(name: str) -> str | None:
    """Why this cannot be the name of a library, its header, its Python package and its Java package; None if it can."""
    if not re.fullmatch(r"[A-Za-z]([A-Za-z0-9]|_(?=[A-Za-z0-9]))*", name):
        return f"use letters, digits and single underscores between them, such as {suggestion(name)}"
    if keyword.iskeyword(name) or name in JAVA_KEYWORDS:
        return "it is a keyword of Python or Java"
    if name.lower() in BUILD_TARGETS:
        return "the build uses it for itself"
    if name.lower() in SYSTEM_HEADERS + SYSTEM_LIBRARIES + WINDOWS_DEVICES:
        return "the system has a header, a library or a device of that name"
    return None


def suggestion(name: str) -> str:
    words = re.findall(r"[A-Za-z0-9]+", name)
    return re.sub(r"^\d+", "", "_".join(words)) or "my_library"


def python_package(name: str) -> str:
    """One of Python's own modules cannot be replaced by a package: `import base64` would never find it."""
    return f"{name}_native" if name in sys.stdlib_module_names else name


def java_package(group: str, name: str) -> str:
    """A group may have dashes, and parts that are keywords or start with a digit; Java writes these with an underscore."""
    parts = [re.sub(r"^(?=\d)", "_", part.replace("-", "_")) for part in [*group.split("."), name.lower()]]
    return ".".join(part + "_" if part in JAVA_KEYWORDS else part for part in parts)
