"""What users of C and C++ get: an archive, unpacked and moved, that CMake and pkg-config find; or the sources."""
import json
import os
import platform
import re
import shutil
import sys
import tarfile
from pathlib import Path

import pytest
from conftest import PACKAGES, TESTS, run

SOURCE = TESTS.parent
EXAMPLES = SOURCE / "docs" / "examples"
VERSION = os.environ["HEADER_VERSION"]
SONAME = f"libsquare.so.{VERSION.split('.')[0]}"
NAME = f"square-{VERSION}-{platform.system()}-{platform.machine()}"
ARCHIVE = PACKAGES / f"{NAME}.tar.gz"
SEVEN = "The square of 7 is 49.\n"


@pytest.fixture(scope="session")
def prefix(place):
    """Where the archive's files are, after a move to a folder whose name is not easy."""
    run("tar", "xf", ARCHIVE, cwd=place)
    return (place / NAME).rename(place / "C für alle")


def copy(project, place):
    """A project of tests/packages/c, with the programs that it builds."""
    folder = shutil.copytree(TESTS / "packages" / "c" / project, place / project, dirs_exist_ok=True)
    for program in EXAMPLES / "hello.c", EXAMPLES / "hello.cpp", TESTS / "core" / "test_square.cpp":
        shutil.copy(program, folder)
    return folder


def configure(folder, build, fails=False, **variables):
    options = [f"-D{name}={value}" for name, value in variables.items()]
    return run("cmake", "-S", folder, "-B", build, "-G", "Ninja", *options, fails=fails)


@pytest.fixture(scope="session")
def consumer(place, prefix):
    """Where the programs are that find_package() made possible."""
    build = place / "consumer-build"
    configure(copy("consumer", place), build, CMAKE_PREFIX_PATH=prefix, VERSION="1.0")
    run("cmake", "--build", build)
    return build


def test_archive_holds_these_files_for_every_user():
    with tarfile.open(ARCHIVE) as archive:
        entries = [entry for entry in archive if not entry.isdir()]
    assert sorted(entry.name for entry in entries) == sorted(f"{NAME}/{name}" for name in [
        "include/square.h",
        "lib/cmake/square/squareConfig-release.cmake",
        "lib/cmake/square/squareConfig.cmake",
        "lib/cmake/square/squareConfigVersion.cmake",
        "lib/libsquare.a",
        "lib/libsquare.so",
        f"lib/{SONAME}",
        f"lib/libsquare.so.{VERSION}",
        "lib/pkgconfig/square.pc",
        "share/doc/square/LICENSE",
        "share/doc/square/square.cdx.json",
    ])
    assert all(entry.mode & 0o444 == 0o444 for entry in entries)


def test_archive_shows_neither_who_made_it_nor_when():
    date = int(os.environ.get("SOURCE_DATE_EPOCH", 318211200))  # 1980-02-01
    with tarfile.open(ARCHIVE) as archive:
        assert {(entry.uid, entry.gid, entry.uname, entry.gname, entry.mtime) for entry in archive} == {(0, 0, "", "", date)}


def test_names_no_folder_of_this_machine(prefix):
    for file in filter(Path.is_file, prefix.rglob("*")):
        content = file.read_bytes()
        assert [folder for folder in (SOURCE, PACKAGES.parent, "/usr/local") if os.fsencode(folder) in content] == []


def test_has_the_version_of_the_header(prefix):
    config = (prefix / "lib/cmake/square/squareConfigVersion.cmake").read_text()
    assert f'set(PACKAGE_VERSION "{VERSION}")' in config
    assert run("pkg-config", "--modversion", "square", PKG_CONFIG_PATH=prefix / "lib/pkgconfig") == f"{VERSION}\n"
    assert (prefix / "lib" / SONAME).resolve().name == f"libsquare.so.{VERSION}"


def test_shared_library_is_bound_when_loaded_and_searches_nowhere(prefix):
    dynamic = run("readelf", "-dW", prefix / "lib/libsquare.so")
    assert re.findall(r"\((SONAME|RPATH|RUNPATH)\).*\[(.*)\]", dynamic) == [("SONAME", SONAME)]
    assert "BIND_NOW" in dynamic


def test_shared_library_exports_the_interface(prefix):
    lines = run("nm", "-D", "--defined-only", prefix / "lib/libsquare.so").splitlines()
    assert [line.split()[-1] for line in lines] == (TESTS / "evidence/exports/c.txt").read_text().split()


@pytest.mark.parametrize("library", ["square", "square_static"])
@pytest.mark.parametrize("source", ["hello.c", "hello.cpp"])
def test_find_package_makes_a_program(consumer, source, library):
    program = consumer / f"{library}_{source}"
    assert run(program) == SEVEN
    assert (SONAME in run("readelf", "-dW", program)) == (library == "square")


def test_installed_library_passes_the_tests_of_the_core(consumer):
    run(consumer / "test_square", VECTORS=os.environ["VECTORS"], HEADER_VERSION=VERSION)


@pytest.mark.parametrize("version", ["0.9", "2.0"])
def test_find_package_refuses_another_major_version(place, prefix, version):
    folder = copy("consumer", place)
    message = configure(folder, place / version, fails=True, CMAKE_PREFIX_PATH=prefix, VERSION=version)
    message = " ".join(message.split())
    assert f'compatible with requested version "{version}"' in message
    assert f"squareConfig.cmake, version: {VERSION}" in message


@pytest.mark.parametrize("link", ["shared", "static"])
def test_pkg_config_makes_a_program(place, prefix, link):
    compiler, options = ("cc -static", "--static") if link == "static" else ("cc", "")
    # eval, because pkg-config escapes what is special in the prefix
    run("sh", "-c", f'eval "{compiler} hello.c -o {link} $(pkg-config {options} --cflags --libs square)"',
        cwd=copy("consumer", place), PKG_CONFIG_PATH=prefix / "lib/pkgconfig")
    search = {"LD_LIBRARY_PATH": prefix / "lib"} if link == "shared" else {}
    assert run(place / "consumer" / link, **search) == SEVEN


def test_python_loads_the_shared_library_without_a_binding(prefix):
    assert run(sys.executable, EXAMPLES / "hello_ctypes.py", prefix / "lib" / SONAME) == SEVEN


def test_parent_project_gets_the_core_and_nothing_else(place):
    build = place / "parent-build"
    configure(copy("parent", place), build, SOURCE=SOURCE, CMAKE_EXPORT_COMPILE_COMMANDS="ON")
    run("cmake", "--build", build)
    assert run(build / "hello") == SEVEN
    compiled = json.loads((build / "compile_commands.json").read_text())
    assert {Path(command["file"]).name for command in compiled} == {"hello.c", "square.c", "square_array.c"}
    assert not re.search("BINDINGS|BUILD_EXAMPLES", (build / "CMakeCache.txt").read_text())
    assert "Total Tests: 0" in run("ctest", "-N", "--test-dir", build)
    run("cmake", "--install", build, "--prefix", place / "nothing")
    assert not (place / "nothing").exists()
