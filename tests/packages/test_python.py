"""The wheel in the hands of its users: what it holds, that it works with nothing else, and what its errors say."""
import email
import os
import re
import shutil
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import EXAMPLES, EXPECTED, LICENSE, LICENSES, NAME, PACKAGES, PYTHON_PACKAGE, SOURCE, TESTS, run

PACKAGE, NATIVE = PYTHON_PACKAGE, f"_{PYTHON_PACKAGE}"
HELLO = EXAMPLES / "hello.py"
IMPORT = f"import {PACKAGE}"
[WHEEL] = (PACKAGES / "python").glob("*.whl")
PURE_VERSION = WHEEL.name.split("-")[1]


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
    return Path(run(python, "-I", "-c", f"{IMPORT}; print({PACKAGE}.__path__[0])").strip())


@pytest.fixture(scope="module")
def module(package):
    [module] = package.glob(f"{NATIVE}*.so")
    return module


@pytest.fixture
def spoiled(package, module, place):
    """The module in a copy of the installed package, to be spoiled."""
    copy = shutil.copytree(package, place / "spoiled" / PACKAGE)
    yield copy / module.name
    shutil.rmtree(copy)


# ---- What is in the wheel ----


def metadata(name):
    with zipfile.ZipFile(WHEEL) as wheel:
        [path] = [path for path in wheel.namelist() if path.endswith(f".dist-info/{name}")]
        return email.message_from_bytes(wheel.read(path))


def test_wheel_holds_the_package_and_nothing_else():
    with zipfile.ZipFile(WHEEL) as wheel:
        names = {name.split("cpython")[0] for name in wheel.namelist() if not name.endswith("/")}
    info = f"{PACKAGE}-{PURE_VERSION}.dist-info"
    licenses = [f"licenses/{name}" for name in LICENSES]
    assert names == {f"{PACKAGE}/{name}" for name in ("__init__.py", f"{NATIVE}.", f"{NATIVE}.pyi", "py.typed")} | {
        f"{info}/{name}" for name in ("METADATA", "RECORD", "WHEEL", *licenses, f"sboms/{PACKAGE}.cdx.json")
    }


def test_metadata_is_what_the_project_says():
    found = metadata("METADATA")
    assert {name: found[name] for name in ("Name", "Summary", "License-Expression", "Requires-Python", "Requires-Dist")} == {
        "Name": PACKAGE, "Summary": os.environ["LIBRARY_DESCRIPTION"], "License-Expression": LICENSE,
        "Requires-Python": ">=3.9", "Requires-Dist": None,
    }
    assert found["Version"] == PURE_VERSION
    assert os.environ["LIBRARY_AUTHORS"] in (found["Author"] or found["Author-Email"])
    assert os.environ["LIBRARY_HOMEPAGE"] in " ".join(found.get_all("Project-URL", []))
    assert found["Description-Content-Type"] == "text/markdown"


def test_description_is_readable_where_the_sources_are_not():
    """A link to a file beside it leads nowhere on the page of a package index."""
    text = metadata("METADATA").get_payload()
    assert PACKAGE in text
    assert [link for link in re.findall(r"\]\(([^)]*)\)|\]: *(\S+)|(?:src|href)=\"([^\"]*)", text)
            if not "".join(link).startswith(("https://", "#"))] == []


def test_wheel_is_for_this_interpreter_and_not_pure():
    found = metadata("WHEEL")
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert found["Root-Is-Purelib"] == "false"
    assert set(found.get_all("Tag")) == {f"{python}-{python}-{tag}" for tag in WHEEL.stem.split("-")[-1].split(".")}


def test_module_binds_its_symbols_when_it_is_loaded_and_has_no_path(module):
    dynamic = run("readelf", "-dW", module)
    assert "PATH" not in dynamic
    assert "BIND_NOW" in dynamic


# ---- It works ----


def test_works_with_nothing_but_the_package(python):
    assert run("env", "-i", python, "-I", "-W", "error", HELLO) == EXPECTED


def test_version_is_that_of_the_package(python):
    code = f"{IMPORT}, importlib.metadata; print({PACKAGE}.__version__, importlib.metadata.version('{PACKAGE}'))"
    assert run(python, "-I", "-c", code).split() == [PURE_VERSION] * 2


def test_types(python, place):
    pytest.importorskip("mypy")
    run(python, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={place / 'mypy'}", HELLO)
    run(python, "-m", "mypy.stubtest", PACKAGE, cwd=place)


@pytest.mark.slow
def test_pyright_agrees(python, place):
    if not shutil.which("npx"):
        pytest.skip("needs npm")
    (place / "pyrightconfig.json").write_text('{"strict": ["."]}')
    shutil.copy(HELLO, place)
    run("npx", "--yes", "pyright@1.1.414", "--pythonpath", python, "--project", place / "pyrightconfig.json", cwd=place,
        HOME=place, npm_config_cache=place / "npm")


# ---- Planting: a file of the same name elsewhere is never loaded ----


HOSTILE = """
#include <stdio.h>
__attribute__((constructor)) static void planted(void) { puts("PLANTED"); }
"""


@pytest.fixture(scope="module")
def hostile(place, module):
    """Libraries of these names, which also have every function of the library's that the module could call."""
    folder = place / "hostile"
    folder.mkdir()
    static = os.environ.get("STATIC_LIBRARY")  # of the system's library nothing is known
    names = run("nm", "--defined-only", "--extern-only", static).split("\n") if static else []
    functions = {line.split()[2] for line in names if " T " in line}
    assert functions or not static
    traps = "".join(f"void {name}(void) {{ __builtin_trap(); }}\n" for name in functions)
    (folder / "hostile.c").write_text(HOSTILE + traps)
    for name in module.name, f"{NATIVE}.so", f"lib{NAME}.so", f"lib{NAME}.so.1":
        run("cc", "-shared", "-fPIC", "-fno-builtin", "-o", folder / name, folder / "hostile.c")
    return folder


@pytest.mark.parametrize("path", [".", ":", ""])
def test_planted_libraries_are_not_loaded(python, hostile, path):
    output = run(python, "-c", HELLO.read_text(), cwd=hostile, HOME=hostile, LD_LIBRARY_PATH=path or hostile)
    assert output == EXPECTED


def test_preloaded_functions_change_nothing(python, hostile):
    output = run(python, "-I", HELLO, LD_PRELOAD=hostile / f"lib{os.environ['LIBRARY_NAME']}.so")
    assert sorted(output.splitlines()) == sorted(["PLANTED", *EXPECTED.splitlines()])  # loaded, as was asked for, not called


# ---- Sabotage: the error says what is wrong and what to do ----


def write(content):
    return lambda module: module.write_bytes(content(module.read_bytes()))


INIT = f"PyInit_{NATIVE}".encode()
SPOIL = {
    "missing": (Path.unlink, rf"No module named '{PACKAGE}\.{NATIVE}'"),
    "empty": (write(lambda b: b""), "file too short"),
    "text": (write(lambda b: b"text\n" * 100), "invalid ELF header"),
    "cut in the header": (write(lambda b: b[:40]), "file too short"),
    "of another architecture": (write(lambda b: b[:18] + struct.pack("<H", 183 if b[18] != 183 else 62) + b[20:]),
                                "cannot open shared object"),
    "of 32 bits": (write(lambda b: b[:4] + b"\x01" + b[5:]), "wrong ELF class: ELFCLASS32"),
    "of another module": (write(lambda b: b.replace(INIT, INIT[:-1] + b"0")), INIT.decode()),
}


@pytest.mark.parametrize("how", SPOIL)
def test_import_error_says_what_is_missing_and_what_to_do(python, spoiled, how):
    spoil, reason = SPOIL[how]
    spoil(spoiled)
    assert_import_fails(run(python, "-c", IMPORT, PYTHONPATH=spoiled.parents[1], fails=True), reason, spoiled)


def test_import_error_has_the_attributes_of_its_cause(python, spoiled):
    write(lambda content: b"")(spoiled)
    code = f"try: {IMPORT}\nexcept ImportError as e: print(e.name, e.path, e.__cause__.name, e.__cause__.path)"
    assert run(python, "-c", code, PYTHONPATH=spoiled.parents[1]).split() == [NATIVE, str(spoiled)] * 2


def test_module_cut_in_its_code_ends_the_process(python, spoiled):
    """No exception is possible: the loader maps the file, and the kernel sends SIGBUS or SIGSEGV where it has ended."""
    write(lambda content: content[:4096])(spoiled)
    assert "ImportError" not in run(python, "-c", IMPORT, PYTHONPATH=spoiled.parents[1], fails=True)


def assert_import_fails(output, reason, module):
    error = output[output.rindex("ImportError: "):]
    assert re.search(reason, error.splitlines()[0]), error
    assert error.splitlines()[1] == (
        f"{PACKAGE} needs its native module, {module.name}, in {module.parent}."
        f" Install the wheel for this Python and platform: python -m pip install --force-reinstall {PACKAGE}"
    )


def test_unreadable(python, spoiled):
    if os.geteuid() != 0:
        pytest.skip("needs root, to be somebody else")
    spoiled.chmod(0)
    output = run("setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-c", IMPORT,
                 PYTHONPATH=spoiled.parents[1], fails=True)
    assert_import_fails(output, "Permission denied", spoiled)


def test_folder_mounted_noexec(python, package, place):
    mount = place / "noexec"
    mount.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("needs root, to mount")
    run("mount", "-t", "tmpfs", "-o", "noexec", "tmpfs", mount)
    try:
        shutil.copytree(package, mount / PACKAGE)
        output = run(python, "-c", IMPORT, PYTHONPATH=mount, fails=True)
        [module] = (mount / PACKAGE).glob(f"{NATIVE}*.so")
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
        PYTHONPATH=libraries, TMPDIR=place, PIP_WHEEL_DIR=folder)
    [wheel] = folder.glob("*.whl")
    python = install(interpreter, wheel, folder / "environment")
    unit_tests = filter(None, os.environ["UNIT_TESTS"].split(os.pathsep))
    run(python, "-m", "pytest", TESTS / "packages/python/test_lifecycle.py", *unit_tests,
        **{**os.environ, "PYTHONPATH": f"{libraries}:/usr/lib/python3/dist-packages", "FAILING_CALLS": 1000})
