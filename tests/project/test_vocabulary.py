"""The vocabularies and the build files work for any C library: they do not know this one's name."""
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
NAMELESS = ["swig/python.i", "swig/java.i", "swig/csharp.i", "swig/binding.cmake", "swig/documentation.cmake",
            "core/CMakeLists.txt", "bindings/python/CMakeLists.txt", "bindings/csharp/dotnet.cmake",
            "bindings/java/package.cmake", "bindings/java/checksum.cmake", "bindings/java/pom.xml.in"]
NAMES_PACKAGE = ["CMakeLists.txt", "bindings/java/CMakeLists.txt", "bindings/java/NativeLibrary.java",
                 "bindings/csharp/CMakeLists.txt"]


def mentions(path):
    return [line for line in (SOURCE / path).read_text().splitlines() if "square" in line.lower()]


@pytest.mark.parametrize("path", NAMELESS)
def test_does_not_know_the_name(path):
    assert mentions(path) == []


@pytest.mark.parametrize("path", NAMES_PACKAGE)
def test_knows_the_name_only_to_name_a_package(path):
    assert all(line.startswith(("set(", "package ")) for line in mentions(path))
