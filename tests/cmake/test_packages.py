"""The target `packages`: exactly what this build made, whatever was there and whatever the environment says."""
import hashlib
import json
import re
import shutil

import pytest
from conftest import NAME, SOURCE, VERSION, configure, copy_sources, run

NINJA = ["-G", "Ninja", "-DBINDINGS="]
HOSTILE = {"CMAKE_INSTALL_MODE": "ABS_SYMLINK", "TAR_OPTIONS": "--owner=7 --exclude=*.h", "GZIP": "-1"}


@pytest.fixture
def project(tmp_path):
    source, build = copy_sources(tmp_path / "sources"), tmp_path / "build"
    (source / "project.cmake").open("a").write(f"set(library_version {VERSION})\n")
    configure(source, build, *NINJA)
    return source, build


def package(build, **environment):
    run("cmake", "--build", build, "--target", "packages", **environment)
    return {path.relative_to(build / "packages").as_posix(): path.read_bytes()
            for path in (build / "packages").rglob("*") if path.is_file()}


def test_another_version_replaces_the_one_before(project):
    source, build = project
    [before] = set(package(build)) - {"SHA256SUMS"}
    (build / "packages/old language").mkdir()
    (build / "packages/old language/x.whl").write_text("of a language that is no longer built")
    file = source / "project.cmake"
    file.write_text(file.read_text().replace(f"library_version {VERSION}", "library_version 7.8.9-rc.1"))
    files = package(build)
    [after] = set(files) - {"SHA256SUMS"}
    assert after == before.replace(VERSION, "7.8.9-rc.1") != before
    assert files["SHA256SUMS"].decode() == f"{hashlib.sha256(files[after]).hexdigest()}  {after}\n"
    assert [path.name for path in (build / "packages").iterdir() if path.is_dir()] == []


def test_a_version_before_the_release_is_found_as_such(project, tmp_path):
    source, build = project
    file = source / "project.cmake"
    file.write_text(file.read_text().replace(f"library_version {VERSION}", "library_version 7.8.9-rc.1"))
    run("cmake", "--build", build)
    run("cmake", "--install", build, "--prefix", tmp_path / "out")
    assert (tmp_path / f"out/lib/lib{NAME}.so.7.8.9").exists()
    assert 'PACKAGE_VERSION "7.8.9-rc.1"' in (tmp_path / f"out/lib/cmake/{NAME}/{NAME}ConfigVersion.cmake").read_text()


@pytest.mark.parametrize("variable", HOSTILE)
def test_the_environment_changes_no_byte(project, variable):
    _, build = project
    calm = package(build)
    run("cmake", "--build", build, "--target", "clean")
    assert package(build, **{variable: HOSTILE[variable]}) == calm


def test_nothing_is_installed_into_destdir(project, tmp_path):
    _, build = project
    calm = package(build)
    run("cmake", "--build", build, "--target", "clean")
    assert package(build, DESTDIR=tmp_path / "elsewhere") == calm
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("line, message", [
    ("set(library_name 1st)", "library_name is '1st'; it must match"),
    ("set(library_name my-lib)", "library_name is 'my-lib'; it must match"),
    ("set(library_name java)", "library_name is 'java', which is the name of a target"),
    ("set(library_name other)", "The library's header is missing: core/include/other.h"),
    ("set(library_class Two.Words)", "library_class is 'Two.Words'; it must match"),
    ("set(java_package org.1st)", "java_package is 'org.1st'; it must match"),
    ("set(java_group \"\")", "java_group is ''; it must match"),
    ("set(library_description \"\")", "library_description is ''; it must match"),
    ("set(python_package my-lib)", "python_package is 'my-lib'; it must match"),
    ("set(csharp_package \"A B\")", "csharp_package is 'A B'; it must match"),
    ("set(csharp_namespace A-B)", "csharp_namespace is 'A-B'; it must match"),
    ("set(library_version 1.2)", "No version such as 1.2.3"),
])
def test_a_mistake_in_project_cmake_is_named(project, line, message):
    source, build = project
    (source / "project.cmake").open("a").write(line + "\n")
    assert message in configure(source, build, *NINJA, fails=True)


@pytest.mark.parametrize("define, found", [
    ('#define {NAME}_VERSION "4.5.6"', "4.5.6"), ('  #  define {NAME}_VERSION   "4.5.6" /* it */', "4.5.6"),
    ('#define X{NAME}_VERSION "4.5.6"', None), ('// #define {NAME}_VERSION "4.5.6"', None), ('#define {NAME}_VERSION 4', None),
])
def test_the_version_is_what_the_header_defines(project, define, found):
    source, build = project
    file = source / "project.cmake"
    file.write_text(file.read_text().replace(f"set(library_version {VERSION})", ""))
    header = source / f"core/include/{NAME}.h"
    text = re.sub(rf'.*define {NAME.upper()}_VERSION.*', define.format(NAME=NAME.upper()), header.read_text())
    header.write_text(text)
    message = configure(source, build, *NINJA, fails=not found)
    assert found or "No version such as 1.2.3" in message
    assert not found or f"CMAKE_PROJECT_VERSION:STATIC={found}" in (build / "CMakeCache.txt").read_text()


@pytest.mark.parametrize("name", ["a (b) & c", "it's", "a$b", "ü [1] % = , @ + ~ !"])
def test_the_library_is_made_in_a_folder_of_any_name(tmp_path, name):
    source = copy_sources(tmp_path / name / "sources")
    configure(source, source / "build", *NINJA)
    assert len(package(source / "build")) == 2


@pytest.mark.parametrize("name", ["a(b)", "a&b", "it's", "a$b", "a`b"])
def test_bindings_say_which_folders_they_cannot_be_made_in(tmp_path, name):
    source = copy_sources(tmp_path / name / "sources")
    message = configure(source, source / "build", *NINJA[:2], "-DBINDINGS=python", fails=True)
    assert "UseSWIG does not quote" in message and message.count("CMake Error") == 1


@pytest.mark.parametrize("name", ["a;b", "a#b", 'a"b', "a|b"])
def test_folders_that_cmake_cannot_build_in_are_refused_in_one_line(tmp_path, name):
    source = copy_sources(tmp_path / name / "sources")
    message = configure(source, tmp_path / "build", *NINJA, fails=True)
    assert "CMake cannot build in a folder with one of" in message and message.count("CMake Error") == 1


@pytest.mark.skipif(not shutil.which("x86_64-w64-mingw32-gcc-posix"), reason="needs MinGW")
def test_bill_of_materials_for_windows_names_the_dll_and_what_it_is_linked_by(tmp_path):
    toolchain = SOURCE / "tests/matrix/toolchains/windows.cmake"
    configure(SOURCE, tmp_path, *NINJA, f"-DCMAKE_TOOLCHAIN_FILE={toolchain}", "-DBUILD_EXAMPLES=OFF")
    assert f"{NAME}-{VERSION}-Windows-AMD64.tar.gz" in package(tmp_path)
    [bill] = (tmp_path / "bindings/c").rglob(f"{NAME}.cdx.json")
    names = {part["name"] for part in json.loads(bill.read_text())["components"]}
    assert names == {f"lib{NAME}.dll", f"lib{NAME}.dll.a", f"lib{NAME}.a"}
