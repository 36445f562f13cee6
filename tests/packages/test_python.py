import email
import os
import re
import shutil
import struct
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import PACKAGES, TESTS, run

SOURCE = TESTS.parent
CONSUMERS = Path(__file__).parent / "python"
PRINT_49 = "import square; print(square.square(7))"
[WHEEL] = (PACKAGES / "python").glob("*.whl")
[SDIST] = (PACKAGES / "python").glob("*.tar.gz")


def install(python, wheel, folder):
    """A new environment that sees the system's pytest and mypy; its python."""
    run(python, "-m", "venv", "--system-site-packages", "--without-pip", folder)
    run(python, "-m", "pip", "--python", folder / "bin/python", "install", "--no-index", "--no-deps",
        "--no-compile", "--disable-pip-version-check", "--root-user-action=ignore", wheel)
    return folder / "bin" / "python"


@pytest.fixture(scope="module")
def python(place):
    return install(sys.executable, WHEEL, place / "environment")


@pytest.fixture(scope="module")
def package(python):
    return Path(run(python, "-I", "-c", "import square; print(square.__path__[0])").strip())


@pytest.fixture(scope="module")
def module(package):
    [module] = package.glob("_square*.so")
    return module


@pytest.fixture
def spoiled(package, module, place):
    """The module in a copy of the installed package, to be spoiled."""
    copy = shutil.copytree(package, place / "spoiled" / "square")
    yield copy / module.name
    shutil.rmtree(copy)


# ---- What is in the wheel ----


def test_wheel_holds_the_package_and_nothing_else():
    with zipfile.ZipFile(WHEEL) as wheel:
        names = {name.split("cpython")[0] for name in wheel.namelist()}
    info = f"square-{os.environ['HEADER_VERSION']}.dist-info"
    assert names == {"square/__init__.py", "square/_square.", "square/_square.pyi", "square/py.typed"} | {
        f"{info}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "licenses/LICENSE", "sboms/square.cdx.json")
    }
    assert WHEEL.stat().st_size <= 30_000


def test_metadata():
    with zipfile.ZipFile(WHEEL) as wheel:
        [name] = [name for name in wheel.namelist() if name.endswith("METADATA")]
        metadata = email.message_from_bytes(wheel.read(name))
    assert metadata["Name"] == "square"
    assert metadata["Version"] == os.environ["HEADER_VERSION"]
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.9"
    assert metadata["Requires-Dist"] is None


def test_sdist_holds_what_a_build_needs_and_no_generated_file():
    with tarfile.open(SDIST) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"pyproject.toml", "CMakeLists.txt", "LICENSE", "core/src/square.c", "swig/square.i"} <= names
    assert not any(name.endswith((".so", "_wrap.c")) or name.startswith("build/") for name in names)


def test_module_needs_libc_only_and_its_tag_is_what_was_measured(module):
    dynamic = run("readelf", "-dW", module)
    assert [line.split("[")[1].rstrip("]") for line in dynamic.splitlines() if "NEEDED" in line] == ["libc.so.6"]
    assert "PATH" not in dynamic
    assert "BIND_NOW" in dynamic
    symbols = run("objdump", "-T", module).split()
    versions = [tuple(map(int, s.strip("()")[6:].split("."))) for s in symbols if s.strip("()").startswith("GLIBC_")]
    major, minor = max(versions)[:2]
    assert f"manylinux_{major}_{max(minor, 5)}_" in WHEEL.name  # no installer knows one before 2.5
    assert (major, minor) <= (2, 17)


# ---- It works ----


def test_works_with_nothing_but_the_package(python):
    assert run("env", "-i", python, "-I", "-W", "error", "-c", PRINT_49) == "49\n"


def test_suite_passes_with_the_installed_package(python):
    run(python, "-W", "error", "-m", "pytest", "-q", "-p", "no:cacheprovider", TESTS / "python" / "test_square.py",
        VECTORS=os.environ["VECTORS"], HEADER_VERSION=os.environ["HEADER_VERSION"], FAILING_CALLS=1000,
        PYTHONDONTWRITEBYTECODE=1)


def test_types(python, place):
    pytest.importorskip("mypy")
    cache = f"--cache-dir={place / 'mypy'}"
    run(python, "-m", "mypy", "--strict", cache, CONSUMERS / "consumer.py")
    errors = run(python, "-m", "mypy", "--strict", cache, CONSUMERS / "wrong_consumer.py", fails=True)
    lines = {line.split(":")[1] for line in errors.splitlines() if ": error: " in line}
    assert lines == {"3", "4", "5", "6", "7", "8"}
    run(python, "-m", "mypy.stubtest", "square", cwd=place)


@pytest.mark.slow
def test_pyright_agrees(python, place):
    if not shutil.which("npx"):
        pytest.skip("needs npm")
    pyright = ["npx", "--yes", "pyright@1.1.414", "--pythonpath", python]
    home = {"HOME": place, "npm_config_cache": place / "npm"}
    run(*pyright, CONSUMERS / "consumer.py", **home)
    assert "6 errors" in run(*pyright, CONSUMERS / "wrong_consumer.py", fails=True, **home)


# ---- Planting: a file of the same name elsewhere is never loaded ----


HOSTILE = """
#include <stdio.h>
__attribute__((constructor)) static void planted(void) { puts("PLANTED"); }
int square(int number) { return -number; }
"""


@pytest.fixture(scope="module")
def hostile(place, module):
    folder = place / "hostile"
    folder.mkdir()
    (folder / "hostile.c").write_text(HOSTILE)
    for name in module.name, "_square.so", "libsquare.so", "libsquare.so.1":
        run("cc", "-shared", "-fPIC", "-o", folder / name, folder / "hostile.c")
    return folder


@pytest.mark.parametrize("path", [".", ":", ""])
def test_planted_libraries_are_not_loaded(python, hostile, path):
    output = run(python, "-c", PRINT_49, cwd=hostile, HOME=hostile, LD_LIBRARY_PATH=path or hostile)
    assert output == "49\n"


def test_preloaded_square_changes_nothing(python, hostile):
    output = run(python, "-I", "-c", PRINT_49, LD_PRELOAD=hostile / "libsquare.so")
    assert sorted(output.split()) == ["49", "PLANTED"]  # loaded, as was asked for, and not called


# ---- Sabotage: the error says what is wrong and what to do ----


def write(content):
    return lambda module: module.write_bytes(content(module.read_bytes()))


SPOIL = {
    "missing": (Path.unlink, r"No module named 'square\._square'"),
    "empty": (write(lambda b: b""), "file too short"),
    "text": (write(lambda b: b"text\n" * 100), "invalid ELF header"),
    "cut in the header": (write(lambda b: b[:40]), "file too short"),
    "of another architecture": (write(lambda b: b[:18] + struct.pack("<H", 183) + b[20:]), "cannot open shared object"),
    "of 32 bits": (write(lambda b: b[:4] + b"\x01" + b[5:]), "wrong ELF class: ELFCLASS32"),
    "of another module": (write(lambda b: b.replace(b"PyInit__square", b"PyInit__circle")), "PyInit__square"),
}


@pytest.mark.parametrize("how", SPOIL)
def test_import_error_says_what_is_missing_and_what_to_do(python, spoiled, how):
    spoil, reason = SPOIL[how]
    spoil(spoiled)
    assert_import_fails(run(python, "-c", "import square", PYTHONPATH=spoiled.parents[1], fails=True), reason, spoiled)


def test_module_cut_in_its_code_ends_the_process(python, spoiled):
    """No exception is possible: the loader maps the file, and the kernel sends SIGBUS or SIGSEGV where it has ended."""
    write(lambda content: content[:4096])(spoiled)
    assert "ImportError" not in run(python, "-c", "import square", PYTHONPATH=spoiled.parents[1], fails=True)


def assert_import_fails(output, reason, module):
    error = output[output.rindex("ImportError: "):]
    assert re.search(reason, error.splitlines()[0]), error
    assert error.splitlines()[1] == (
        f"square needs its native module, {module.name}, in {module.parent}."
        " Install the wheel for this Python and platform: python -m pip install --force-reinstall square"
    )


def test_unreadable(python, spoiled):
    if os.geteuid() != 0:
        pytest.skip("needs root, to be somebody else")
    spoiled.chmod(0)
    output = run("setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-c", "import square",
                 PYTHONPATH=spoiled.parents[1], fails=True)
    assert_import_fails(output, "Permission denied", spoiled)


def test_folder_mounted_noexec(python, package, place):
    mount = place / "noexec"
    mount.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("needs root, to mount")
    run("mount", "-t", "tmpfs", "-o", "noexec", "tmpfs", mount)
    try:
        shutil.copytree(package, mount / "square")
        output = run(python, "-c", "import square", PYTHONPATH=mount, fails=True)
        [module] = (mount / "square").glob("_square*.so")
        assert_import_fails(output, "failed to map segment", module)
    finally:
        run("umount", mount)


# ---- Other interpreters ----


INTERPRETERS = [
    interpreter
    for interpreter in Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/3.*/bin/python3")
    if int(interpreter.parents[1].name.split(".")[1]) >= 9
]


@pytest.mark.slow
@pytest.mark.parametrize("interpreter", INTERPRETERS, ids=lambda path: path.parents[1].name)
def test_wheels_of_other_interpreters(interpreter, place):
    """Built from the clone by that interpreter's pip, with the system's build back end and pytest."""
    folder = place / interpreter.parents[1].name
    libraries = os.environ.get("PYTHONPATH", "")
    run(interpreter, "-m", "pip", "wheel", "--no-build-isolation", "--no-index", "--no-deps", "--quiet", SOURCE, cwd=place,
        PYTHONPATH=libraries, SQUARE_SYSTEM_SWIG=1, TMPDIR=place, **{"PIP_WHEEL_DIR": folder})
    [wheel] = folder.glob("*.whl")
    python = install(interpreter, wheel, folder / "environment")
    run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", TESTS / "python" / "test_square.py",
        TESTS / "python" / "test_lifecycle.py",
        PYTHONPATH=f"{libraries}:/usr/lib/python3/dist-packages",
        VECTORS=os.environ["VECTORS"], HEADER_VERSION=os.environ["HEADER_VERSION"], FAILING_CALLS=1000)
