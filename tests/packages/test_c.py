"""What users of C and C++ get: an archive, unpacked and moved, that CMake and pkg-config find; or the sources."""
import json
import os
import platform
import re
import shutil
import tarfile
from pathlib import Path

import pytest
from conftest import EXAMPLES, EXPECTED, LICENSES, NAME, PACKAGES, TESTS, VERSION, run

SOURCE = TESTS.parent
RELEASE = VERSION.partition("-")[0]  # what a shared library is called by; CMake knows no more
SONAME = f"lib{NAME}.so.{VERSION.split('.')[0]}"
STEM = f"{NAME}-{VERSION}-{platform.system()}-{platform.machine()}"
ARCHIVE = PACKAGES / f"{STEM}.tar.gz"
HEADERS = [str(path.relative_to(SOURCE / "core")) for path in (SOURCE / "core/include").rglob("*.h")]
EVIDENCE = TESTS / "evidence/exports/c.txt"


@pytest.fixture(scope="session")
def prefix(place):
    """Where the archive's files are, after a move to a folder whose name is not easy."""
    run("tar", "xf", ARCHIVE, cwd=place)
    return (place / STEM).rename(place / "C für alle")


def copy(project, place):
    """A project of tests/packages/c, with the programs that it builds."""
    folder = shutil.copytree(TESTS / "packages" / "c" / project, place / project, dirs_exist_ok=True)
    for program in "hello.c", "hello.cpp":
        shutil.copy(EXAMPLES / program, folder)
    return folder


def configure(folder, build, fails=False, **variables):
    options = [f"-D{name}={value}" for name, value in {"NAME": NAME, **variables}.items()]
    return " ".join(run("cmake", "-S", folder, "-B", build, "-G", "Ninja", *options, fails=fails).split())


@pytest.fixture(scope="session")
def consumer(place, prefix):
    """Where the programs are that find_package() made possible."""
    build = place / "consumer-build"
    configure(copy("consumer", place), build, CMAKE_PREFIX_PATH=prefix, VERSION=VERSION.split(".")[0])
    run("cmake", "--build", build)
    return build


def test_archive_holds_these_files_for_every_user():
    with tarfile.open(ARCHIVE) as archive:
        entries = [entry for entry in archive if not entry.isdir()]
    assert sorted(entry.name for entry in entries) == sorted(f"{STEM}/{name}" for name in [
        *HEADERS,
        f"lib/cmake/{NAME}/{NAME}Config.cmake",
        f"lib/cmake/{NAME}/{NAME}ConfigVersion.cmake",
        f"lib/cmake/{NAME}/{NAME}Targets-release.cmake",
        f"lib/cmake/{NAME}/{NAME}Targets.cmake",
        f"lib/lib{NAME}.a",
        f"lib/lib{NAME}.so",
        f"lib/{SONAME}",
        f"lib/lib{NAME}.so.{RELEASE}",
        f"lib/pkgconfig/{NAME}.pc",
        *(f"share/doc/{NAME}/{name}" for name in LICENSES),
        f"share/doc/{NAME}/{NAME}.cdx.json",
    ])
    assert all(entry.mode & 0o444 == 0o444 for entry in entries)
    assert [entry.name for entry in entries if entry.issym()] == [f"{STEM}/lib/lib{NAME}.so", f"{STEM}/lib/{SONAME}"]


def test_archive_shows_neither_who_made_it_nor_when():
    date = int(os.environ.get("SOURCE_DATE_EPOCH", 318211200))  # 1980-02-01
    with tarfile.open(ARCHIVE) as archive:
        assert {(entry.uid, entry.gid, entry.uname, entry.gname, entry.mtime) for entry in archive} == {(0, 0, "", "", date)}
        paths = [entry.name.split("/") for entry in archive]
    assert paths == sorted(paths)
    assert ARCHIVE.read_bytes()[3:8] == bytes(5)  # gzip: neither a name nor a time


def test_names_no_folder_of_this_machine(prefix):
    for file in filter(Path.is_file, prefix.rglob("*")):
        content = file.read_bytes()
        assert [folder for folder in (SOURCE, PACKAGES.parent, "/usr/local") if os.fsencode(folder) in content] == []


def test_has_the_version_of_the_header_and_the_description(prefix):
    config = (prefix / f"lib/cmake/{NAME}/{NAME}ConfigVersion.cmake").read_text()
    assert f'set(PACKAGE_VERSION "{VERSION}")' in config
    assert run("pkg-config", "--modversion", NAME, PKG_CONFIG_PATH=prefix / "lib/pkgconfig") == f"{VERSION}\n"
    assert f"\nDescription: {os.environ['LIBRARY_DESCRIPTION']}\n" in (prefix / f"lib/pkgconfig/{NAME}.pc").read_text()
    assert (prefix / "lib" / SONAME).resolve().name == f"lib{NAME}.so.{RELEASE}"


def test_shared_library_is_bound_when_loaded_and_searches_nowhere(prefix):
    dynamic = run("readelf", "-dW", prefix / f"lib/lib{NAME}.so")
    assert re.findall(r"\((SONAME|RPATH|RUNPATH)\).*\[(.*)\]", dynamic) == [("SONAME", SONAME)]
    assert "BIND_NOW" in dynamic


@pytest.mark.skipif(not EVIDENCE.exists(), reason="nothing has been accepted yet")
def test_shared_library_exports_the_interface(prefix):
    lines = run("nm", "-D", "--defined-only", prefix / f"lib/lib{NAME}.so").splitlines()
    assert [line.split()[-1] for line in lines] == EVIDENCE.read_text().split()


@pytest.mark.parametrize("kind", ["", "_static"])
@pytest.mark.parametrize("source", ["hello.c", "hello.cpp"])
def test_find_package_makes_a_program(consumer, source, kind):
    program = consumer / f"{NAME}{kind}_{source}"
    assert run(program) == EXPECTED
    assert (SONAME in run("readelf", "-dW", program)) == (kind == "")


MAJOR = int(VERSION.split(".")[0])


@pytest.mark.parametrize("version", [f"{major}.0" for major in (MAJOR - 1, MAJOR + 1) if major >= 0])
def test_find_package_refuses_another_major_version(place, prefix, version):
    message = configure(copy("consumer", place), place / version, fails=True, CMAKE_PREFIX_PATH=prefix, VERSION=version)
    assert f'compatible with requested version "{version}"' in message
    assert f"{NAME}Config.cmake, version: {VERSION}" in message


def test_find_package_refuses_a_component_that_it_does_not_have(place, prefix):
    folder = copy("consumer", place)
    asked = {"CMAKE_PREFIX_PATH": prefix, "VERSION": VERSION.split(".")[0]}
    assert f"{NAME} has no component x" in configure(folder, place / "x", fails=True, COMPONENTS="x", **asked)
    configure(folder, place / "y", COMPONENTS="OPTIONAL_COMPONENTS;y", **asked)


@pytest.mark.parametrize("link", ["shared", "static"])
def test_pkg_config_makes_a_program(place, prefix, link):
    compiler, options = ("cc -static", "--static") if link == "static" else ("cc", "")
    # eval, because pkg-config escapes what is special in the prefix
    run("sh", "-c", f'eval "{compiler} hello.c -o {link} $(pkg-config {options} --cflags --libs {NAME})"',
        cwd=copy("consumer", place), PKG_CONFIG_PATH=prefix / "lib/pkgconfig")
    search = {"LD_LIBRARY_PATH": prefix / "lib"} if link == "shared" else {}
    assert run(place / "consumer" / link, **search) == EXPECTED


@pytest.fixture(scope="session")
def parent(place):
    """A project that includes this one, built; its function says that it is still the parent's."""
    build = place / "parent-build"
    log = configure(copy("parent", place), build, SOURCE=SOURCE, CMAKE_EXPORT_COMPILE_COMMANDS="ON")
    assert log.count("the parent's") == 5
    run("cmake", "--build", build)
    return build


def test_parent_project_gets_the_core_and_nothing_else(parent):
    assert run(parent / "hello") == EXPECTED
    assert SONAME in run("readelf", "-dW", parent / "hello")
    compiled = json.loads((parent / "compile_commands.json").read_text())
    core = {path.name for path in (SOURCE / "core/src").iterdir() if path.suffix != ".h"}
    assert {Path(command["file"]).name for command in compiled} == {"hello.c"} | core
    assert not re.search("BINDINGS|BUILD_EXAMPLES|PROCESSOR_IS", (parent / "CMakeCache.txt").read_text())
    assert "Total Tests: 0" in run("ctest", "-N", "--test-dir", parent)


def test_parent_project_installs_and_exports_the_library_with_its_own(parent, place):
    run("cmake", "--install", parent, "--prefix", place / "installed")
    assert f"{NAME}::{NAME}_static" in (place / "installed/lib/cmake/parent/parentTargets.cmake").read_text()
    assert run(place / "installed/bin/hello", LD_LIBRARY_PATH=place / "installed/lib") == EXPECTED
    assert (place / f"installed/share/doc/{NAME}/LICENSE").exists()


@pytest.mark.parametrize("component, files", [
    ("Runtime", {f"lib/{SONAME}", f"lib/lib{NAME}.so.{RELEASE}", *(f"share/doc/{NAME}/{name}" for name in LICENSES)}),
    ("Development", {*HEADERS, f"lib/lib{NAME}.so", f"lib/lib{NAME}.a", f"lib/pkgconfig/{NAME}.pc"}),
])
def test_runtime_and_development_are_installed_apart(parent, place, component, files):
    run("cmake", "--install", parent, "--prefix", place / component, "--component", f"{NAME}_{component}")
    installed = {str(path.relative_to(place / component)) for path in (place / component).rglob("*") if not path.is_dir()}
    assert {path for path in installed if not path.startswith("lib/cmake/")} == files
