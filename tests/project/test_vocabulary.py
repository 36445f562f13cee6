"""The vocabularies, the loader and the build files work for any C library: they know this one's name only to name a package."""
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
PATTERNS = ["CMakeLists.txt", "bindings/*.cmake", "swig/[!s]*", "bindings/*/CMakeLists.txt",
            "bindings/*/*.cmake", "bindings/*/*.in", "bindings/*/package.py", "packaging/*"]
VOCABULARIES = ["swig/python.i", "swig/java.i", "swig/csharp.i"]


def mentions(path):
    return [line for line in path.read_text().splitlines() if "square" in line.lower()]


@pytest.mark.parametrize("path", VOCABULARIES)
def test_vocabularies_do_not_know_the_name(path):
    assert mentions(SOURCE / path) == []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_name_is_known_only_to_name_a_package(pattern):
    files = list(SOURCE.glob(pattern))
    assert files
    for file in files:
        assert all(line.startswith("set(") for line in mentions(file)), file
