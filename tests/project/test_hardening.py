"""What is shipped is hardened: read from the library, and what leaves no trace there from the commands that compiled it."""
import json
import os
import platform
import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

LANDING, FLAG = {"x86_64": ("endbr64", "-fcf-protection"),
                 "aarch64": ("bti|paciasp", "-mbranch-protection=standard")}[platform.machine()]
FLAGS = [FLAG, "-fstack-protector-strong", "-fstack-clash-protection"]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The library itself, or the one in a folder's wheel, which a build of its own has made."""
    path = Path(os.environ["LIBRARY"])
    if path.is_dir():
        [wheel] = path.glob("*.whl")
        ZipFile(wheel).extractall(folder := tmp_path_factory.mktemp("wheel"))
        [path] = folder.rglob("*.so")
    return path


def run(*command):
    return subprocess.check_output(command, text=True)


def test_relocations_are_made_when_it_is_loaded_and_then_read_only(library):
    assert "GNU_RELRO" in run("readelf", "-lW", library)
    assert "BIND_NOW" in run("readelf", "-dW", library)


def test_the_stack_is_not_executable(library):
    [stack] = re.findall("GNU_STACK.*", run("readelf", "-lW", library))
    assert stack.split()[-2] == "RW"


def test_nothing_is_relocated_in_code(library):
    assert "TEXTREL" not in run("readelf", "-dW", library)


def test_an_indirect_call_lands_on_every_function(library):
    names = [line.split()[-1] for line in run("nm", "-D", "--defined-only", library).splitlines()]
    code = run("objdump", "-d", "--no-show-raw-insn", library)
    assert [name for name in names if not re.search(rf"<{name}(@@Base)?>:\n\s+\w+:\s+({LANDING})\b", code)] == []


@pytest.mark.skipif(platform.machine() != "x86_64", reason="there are no shadow stacks")
def test_it_is_declared_fit_for_shadow_stacks(library):
    assert "SHSTK" in run("readelf", "-nW", library)


def test_what_formats_text_is_checked_for_its_length(library):
    """The compiler replaces these wherever they are checked at all."""
    symbols = {line.split()[-1].split("@")[0] for line in run("nm", "-D", "--undefined-only", library).splitlines()}
    assert not symbols & {"sprintf", "snprintf", "vsprintf", "vsnprintf", "printf", "fprintf"}


def test_every_source_was_compiled_with_what_cannot_be_read_back():
    folders = [f"/{name}.dir/" for name in os.environ["TARGETS"].split()]
    commands = [entry["command"] for entry in json.loads(Path(os.environ["COMMANDS"]).read_text())
                if any(folder in entry["command"] for folder in folders)]
    assert len(commands) >= len(folders)
    for command in commands:
        assert set(FLAGS) <= set(command.split())
        assert re.search(r"-D_FORTIFY_SOURCE=[23]\b", command)
