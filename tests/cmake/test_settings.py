"""Plain CMake: every generator and setting that people use builds, runs, installs and is found."""
import os
import shutil
import sys

import pytest
from conftest import EXPECTED, NAME, PYTHON_PACKAGE, SOURCE, configure, copy_sources, run

pytestmark = pytest.mark.slow
ALL = "python;java;csharp"
NINJA = ["-G", "Ninja"]
SETTINGS = {
    "no build type": [*NINJA],
    "the default generator": [f"-DBINDINGS={ALL}", "-G", "Unix Makefiles"],
    "several configurations": [f"-DBINDINGS={ALL}", "-G", "Ninja Multi-Config"],
    "a debug postfix": [f"-DBINDINGS={ALL}", *NINJA, "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_DEBUG_POSTFIX=_d"],
    "a build type of the packager's": [*NINJA, "-DCMAKE_BUILD_TYPE=None", "-DCMAKE_C_FLAGS=-O1 -g"],
    "lib64": [*NINJA, "-DCMAKE_INSTALL_LIBDIR=lib64", "-DCMAKE_INSTALL_INCLUDEDIR=include/of/it"],
    "no shared libraries by default": [*NINJA, "-DBUILD_SHARED_LIBS=OFF"],
    "all sources in one": [*NINJA, "-DCMAKE_UNITY_BUILD=ON"],
    "optimization by the linker": [*NINJA, "-DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON"],
    "another visibility": [*NINJA, "-DCMAKE_C_VISIBILITY_PRESET=default", "-DCMAKE_POSITION_INDEPENDENT_CODE=OFF"],
    "one folder for all": [*NINJA, "-DCMAKE_LIBRARY_OUTPUT_DIRECTORY=out", "-DCMAKE_ARCHIVE_OUTPUT_DIRECTORY=out",
                           "-DCMAKE_RUNTIME_OUTPUT_DIRECTORY=out"],
}
CONSUMER = SOURCE / "tests/packages/c/consumer"


def build(sources, folder, options):
    """Builds all, with the programs of every language, and runs these; says what they printed."""
    if not any(option.startswith("-DBINDINGS") for option in options):
        options = [*options, "-DBINDINGS=python"]
    configure(sources, folder, *options)
    target = ["--config", "Release"] if "Ninja Multi-Config" in options else []
    run("cmake", "--build", folder, *target, "--parallel", 4)
    if "Unix Makefiles" in options:  # where two targets may make the same file at the same time
        targets = "all", "c_package", "java_package", "csharp_package"
        run("cmake", "--build", folder, "--clean-first", "-j4", "--target", *targets)
    return run("cmake", "--build", folder, *target, "--target", "demo", "--parallel", 4)


def consume(place, lib):
    """Programs of find_package() and of pkg-config."""
    source = shutil.copytree(CONSUMER, place / "consumer")
    for hello in "hello.c", "hello.cpp":
        shutil.copy(SOURCE / "docs/examples" / hello, source)
    run("cmake", "-S", source, "-B", place / "consumed", *NINJA, f"-DNAME={NAME}", f"-D{NAME}_DIR={lib}/cmake/{NAME}")
    run("cmake", "--build", place / "consumed")
    for program in f"{NAME}_hello.c", f"{NAME}_static_hello.cpp":
        assert run(place / "consumed" / program) == EXPECTED
    run("sh", "-c", f'eval "cc \\"{source}/hello.c\\" -o \\"{place}/linked\\" $(pkg-config --cflags --libs {NAME})"',
        PKG_CONFIG_PATH=lib / "pkgconfig")
    assert run(place / "linked", LD_LIBRARY_PATH=lib) == EXPECTED


@pytest.mark.parametrize("setting", SETTINGS)
def test_builds_runs_and_is_found(sources, tmp_path, setting):
    options = SETTINGS[setting]
    folder, prefix = tmp_path / "the build", tmp_path / "the prefix"
    languages = 5 if f"-DBINDINGS={ALL}" in options else 3
    assert build(sources, folder, options).count(EXPECTED.strip()) == languages
    run("cmake", "--install", folder, "--prefix", prefix, *(["--config", "Release"] if "Ninja Multi-Config" in options else []))
    assert {path.name for path in prefix.iterdir()} == {"include", "lib64" if setting == "lib64" else "lib", "share"}
    consume(tmp_path, prefix / ("lib64" if setting == "lib64" else "lib"))


def test_absolute_folders_are_where_all_is_installed_and_no_archive_is_made(sources, tmp_path):
    lib, include = tmp_path / "elsewhere/lib", tmp_path / "elsewhere/include"
    options = [*NINJA, f"-DCMAKE_INSTALL_LIBDIR={lib}", f"-DCMAKE_INSTALL_INCLUDEDIR={include}",
               f"-DCMAKE_INSTALL_PREFIX={tmp_path}/prefix", "-DBINDINGS="]
    assert "C's package: left out" in configure(sources, tmp_path / "build", *options)
    run("cmake", "--build", tmp_path / "build")
    run("cmake", "--install", tmp_path / "build")
    consume(tmp_path, lib)


@pytest.mark.parametrize("prefix", ["/usr", "/opt/it"])
def test_pkg_config_leaves_the_compiler_its_own_folders(sources, tmp_path, prefix):
    configure(sources, tmp_path / "build", *NINJA, f"-DCMAKE_INSTALL_PREFIX={prefix}", "-DBINDINGS=")
    run("cmake", "--build", tmp_path / "build")
    run("cmake", "--install", tmp_path / "build", DESTDIR=tmp_path / "root")
    [file] = (tmp_path / "root").rglob(f"{NAME}.pc")
    flags = run("pkg-config", "--cflags", "--libs", NAME, PKG_CONFIG_PATH=file.parent)
    assert ("-I" in flags, "-L" in flags) == (prefix != "/usr",) * 2


def test_a_function_that_is_nowhere_is_an_error_of_the_linker(tmp_path):
    source = copy_sources(tmp_path / "sources")
    with next(source.glob("core/**/*.c")).open("a") as file:
        file.write("extern int nowhere(void);\nint calls_nowhere(void) { return nowhere(); }\n")
    configure(source, tmp_path / "build", *NINJA, "-DBINDINGS=")
    assert "undefined reference to `nowhere'" in run("cmake", "--build", tmp_path / "build", fails=True)


def test_a_system_without_shared_libraries_gets_the_static_one(sources, tmp_path):
    options = ["-DCMAKE_SYSTEM_NAME=Generic", f"-DCMAKE_INSTALL_PREFIX={tmp_path}/out"]
    message = configure(sources, tmp_path / "build", *NINJA, *options)
    assert "Generic has no shared libraries: only the static library of C is built." in message
    run("cmake", "--build", tmp_path / "build")
    run("cmake", "--install", tmp_path / "build")
    assert [path.name for path in tmp_path.glob("out/lib/*.*")] == [f"lib{NAME}.a"]


def test_python_package_is_not_among_what_is_installed(sources, tmp_path):
    configure(sources, tmp_path / "build", *NINJA, "-DBINDINGS=python")
    run("cmake", "--build", tmp_path / "build")
    run("cmake", "--install", tmp_path / "build", "--prefix", tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.py"))
    run("cmake", "--install", tmp_path / "build", "--prefix", tmp_path / "out", "--component", "python")
    run(sys.executable, "-c", f"import {PYTHON_PACKAGE}", PYTHONPATH=os.fspath(tmp_path / "out"))
