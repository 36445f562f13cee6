"""The generator's rules, by example. A case is a header, the author's lines, perhaps options, and the exact text that comes of
them: what the generator refuses with, or lists, or a file that it writes. To write the expectations of a new case: ACCEPT=1."""
import contextlib
import io
import os
import re
import runpy
import sys
from pathlib import Path
from unittest import mock

import pytest

GENERATOR = Path(__file__).parents[2] / "swig" / "generator"
CASES = Path(__file__).parent / "cases"


def parts(path):
    """What follows each line `==== NAME`, by name."""
    found = re.split(r"^==== (.*)\n", path.read_text(), flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2]))


def run_generator(folder, what, *options):
    """What it prints, and what it refuses. In this process: there are a hundred cases, and it takes long to start."""
    command = ["generator", what, folder / "case.i", "--include", folder, *options,
               "--swig", os.environ["SWIG"], "--compiler", os.environ["CC"]]
    output, refused = io.StringIO(), ""
    with mock.patch.object(sys, "argv", list(map(str, command))), contextlib.redirect_stdout(output):
        try:
            runpy.run_path(str(GENERATOR), run_name="__main__")
        except SystemExit as refusal:
            refused = refusal.code
    return output.getvalue(), refused


def generate(folder, expected, *options):
    language, _, file = expected.partition("/")
    what = file or "list" if language == "refused" else language
    output, refusal = run_generator(folder, what, "--output", folder / language, *options)
    if language == "refused":
        return refusal
    assert not refusal
    return (folder / language / file).read_text() if file else output


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.case")))
def test_case(name, tmp_path):
    case = parts(CASES / f"{name}.case")
    (tmp_path / "case.h").write_text(case.pop("header"))
    (tmp_path / "case.i").write_text('%module case\n%include "vocabulary.i"\n' + case.pop("lines", ""))
    options = case.pop("options", "").split()
    assert case, "nothing is expected"
    results = {expected: generate(tmp_path, expected, *options) for expected in case}
    if "ACCEPT" in os.environ:
        accept(CASES / f"{name}.case", results)
    for expected, text in case.items():
        assert results[expected].strip() == text.strip()


def test_a_header_that_the_compiler_refuses(tmp_path):
    (tmp_path / "case.h").write_text('#error "not for this machine"\n')
    (tmp_path / "case.i").write_text("%module case\n")
    message = generate(tmp_path, "refused")
    assert message.startswith("the C compiler cannot read the header:") and "not for this machine" in message


@pytest.mark.parametrize("option, value, word", [
    ("--package", "org.new.x", "new"), ("--package", "_", "_"), ("--class", "NativeLibrary", "NativeLibrary"),
    ("--class", "int", "int")])
def test_names_of_the_project_that_java_has_already(tmp_path, option, value, word):
    (tmp_path / "case.h").write_text("void f(void);\n")
    (tmp_path / "case.i").write_text("%module case\n")
    message = run_generator(tmp_path, "java", option, value, "--output", tmp_path)[1]
    assert message == f"project.cmake: {word} in java_package or library_class is a name that Java has already"


def accept(path, results):
    kept = re.split(r"^==== (?!header|lines|options)", path.read_text(), maxsplit=1, flags=re.MULTILINE)[0]
    path.write_text(kept + "".join(f"==== {name}\n{text.strip()}\n" for name, text in results.items()))


def test_a_header_that_only_includes_others_of_its_folder(tmp_path):
    folder = tmp_path / "parts"
    folder.mkdir()
    (folder / "all.h").write_text('#include "some.h"\n')
    (folder / "some.h").write_text("int some(void);\n")
    (tmp_path / "case.i").write_text("%module case\n%headers(parts/all.h)\n")
    assert generate(tmp_path, "list").startswith("function     some()")
