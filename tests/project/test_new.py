"""`./dev new` makes a project of any legal name, `./dev update` brings it up to date; neither destroys what is an author's."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
sys.path.insert(0, str(SOURCE / "template"))
import files  # noqa: E402

LEGAL = ["a", "lz4", "my_lib", "base64", "x264_like", "MyLib"]
ILLEGAL = {
    "4a": "such as a", "my-lib": "such as my_lib", "a__b": "such as a_b", "_a": "such as a", "a_": "such as a",
    "": "my_library", "né": "letters, digits", "class": "keyword", "None": "keyword", "native": "keyword", "test": "build",
    "Python": "build",
    "math": "system", "m": "system", "nul": "system", "a;b": "such as a_b", "../a": "such as a", "a b": "such as a_b",
}


def template(command, *arguments, fails=False, source=SOURCE):
    process = subprocess.run([sys.executable, source / f"template/{command}.py", *arguments], stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, encoding="utf-8")
    assert (process.returncode != 0) == fails, process.stdout
    return process.stdout


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def archive(tmp_path):
    """The template without git, as an unpacked archive, with what a build leaves in it."""
    folder = tmp_path / "an archive"
    for path in files.tree(SOURCE):
        if path == files.MANIFEST:
            continue  # a project has one; the template has not
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SOURCE / path, folder / path)
    for path in "build/test/x.o", "template/__pycache__/x.pyc":
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text("made")
    return folder


@pytest.mark.parametrize("name", LEGAL)
def test_every_legal_name_makes_a_project_that_does_not_know_the_sample(name, tmp_path):
    template("new", tmp_path / "p", name, "--authors", "Zoë & <Söhne>")
    project = tree(tmp_path / "p")
    assert {"project.cmake", f"swig/{name}.i", f"core/include/{name}.h", "dev", ".ci/run"} <= project.keys()
    if not (SOURCE / files.MANIFEST).exists():  # here, in the template, the library of this build is the sample
        sample = os.environ["LIBRARY_NAME"].encode()
        assert [path for path, content in project.items() if sample in content.lower() or sample in path.lower().encode()] == []
    yours = files.lines(SOURCE / "template/yours.txt")
    assert [path for path, content in project.items() if files.is_yours(path, yours) and b"{{" in content] == []


@pytest.mark.parametrize("name", ILLEGAL)
def test_every_other_name_is_refused_in_one_line(name, tmp_path):
    message = template("new", tmp_path / "p", name, fails=True)
    assert message.count("\n") == 1 and ILLEGAL[name] in message
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("option, value", [
    ("--class", "1A"), ("--class", "class"), ("--group", "Org.example"), ("--group", "a..b"), ("--namespace", "A."),
    ("--header", "other.h"), ("--source", "a.c"), ("--system-header", "zlib.h"), ("--links", "m")])
def test_a_bad_option_is_refused_in_one_line(option, value, tmp_path):
    message = template("new", tmp_path / "p", "a", option, value, fails=True)
    assert message.count("\n") == 1 and option in message and not (tmp_path / "p").exists()


THING = {"thing.h": """
#include "thing_types.h"
thing *thing_new(void);
void thing_free(thing *self);
unsigned thing_next(int number);
thing_status thing_feed(thing *self, const char *data, size_t size);
""", "thing_types.h": """
#include <stddef.h>
typedef struct thing thing;
typedef enum { thing_error, thing_ok } thing_status;
""", "thing.c": """
#include "thing.h"
#include <stdlib.h>
struct thing { size_t fed; };
thing *thing_new(void) { return calloc(1, sizeof(thing)); }
void thing_free(thing *self) { free(self); }
unsigned thing_next(int number) { return (unsigned)number + 1; }
thing_status thing_feed(thing *self, const char *data, size_t size) {
    self->fed += size;
    return data[0] == '?' ? thing_error : thing_ok;
}
"""}


@pytest.fixture
def with_own_headers(tmp_path):
    """A library whose functions need lines, with a second header."""
    for name, content in THING.items():
        (tmp_path / name).write_text(content)
    template("new", tmp_path / "my project", "thing", "--header", tmp_path / "thing.h", tmp_path / "thing_types.h",
             "--source", tmp_path / "thing.c")
    return tmp_path / "my project"


def test_the_draft_of_the_lines_is_written_for_the_author_s_headers(with_own_headers):
    assert {path.name for path in (with_own_headers / "core/include").iterdir()} == {"thing.h", "thing_types.h"}
    draft = (with_own_headers / "swig/thing.i").read_text()
    for line in "%handle(thing, Thing, thing_free)", "%status(thing_status, thing_ok)", "%bytes(thing_feed::data, size)":
        assert f"\n{line} // " in draft
    assert (with_own_headers / "docs/examples/expected.txt").read_text() == "thing_next(1) is 2\n"
    assert "thing.next(1)" in (with_own_headers / "docs/examples/hello.py").read_text()


def test_a_library_in_cxx_is_linked_with_its_runtime(tmp_path):
    (tmp_path / "half.h").write_text('#ifdef __cplusplus\nextern "C"\n#endif\nint half_of(int number);\n')
    (tmp_path / "half.cpp").write_text('#include "half.h"\n#include <stdexcept>\n'
                                       'int half_of(int n) { return n < 0 ? throw std::domain_error("below 0") : n / 2; }\n')
    template("new", tmp_path / "p", "half", "--header", tmp_path / "half.h", "--source", tmp_path / "half.cpp")
    assert (tmp_path / "p/docs/examples/expected.txt").read_text() == "half_of(1) is 0\n"


@pytest.mark.skipif(not shutil.which("dpkg-query") or not Path("/usr/include/zlib.h").exists(), reason="needs Debian's zlib")
def test_a_library_of_the_system_brings_its_licence(tmp_path):
    template("new", tmp_path / "p", "zlib", "--system-header", "zlib.h", "--links", "ZLIB::ZLIB")
    assert "Jean-loup Gailly" in (tmp_path / "p/LICENSE.ZLIB").read_text()


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "dev").write_text("mine")
    assert "not empty" in template("new", tmp_path, "a", fails=True)
    assert tree(tmp_path) == {"dev": b"mine"}


def test_a_project_does_not_offer_the_worked_example(tmp_path):
    template("new", tmp_path / "p", "p")
    demo, usage = (subprocess.run([tmp_path / "p/dev", *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
                   for words in (["demo", "--llama"], ["help"]))
    assert (demo.returncode, demo.stdout) == (2, "demo --llama: only the template has docs/examples/llama\n")
    assert "--llama" not in usage.stdout and usage.stdout.count("\n") > 10


def test_an_unpacked_archive_makes_the_same_project(archive, tmp_path):
    template("new", tmp_path / "one", "a")
    template("new", tmp_path / "two", "a", source=archive)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_project_makes_the_same_project(tmp_path):
    template("new", tmp_path / "one", "a")
    template("new", tmp_path / "two", "a", source=tmp_path / "one")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_an_update_changes_adds_and_removes_the_template_s_files_only(archive, tmp_path):
    template("new", tmp_path / "p", "a", source=archive)
    (tmp_path / "p/core/src/more.c").write_text("mine")
    (tmp_path / "p/README.md").write_text("mine")
    before = tree(tmp_path / "p")
    (archive / "dev").write_text("newer")
    (archive / "bindings/new.cmake").write_text("new")
    (archive / "CONTRIBUTING.md").unlink()

    message = template("update", tmp_path / "p", source=archive)
    assert [line.split() for line in message.splitlines()[1:]] == [
        ["removed", "CONTRIBUTING.md"], ["added", "bindings/new.cmake"], ["changed", "dev"]]
    expected = {**before, "dev": b"newer", "bindings/new.cmake": b"new"}
    del expected["CONTRIBUTING.md"], expected[files.MANIFEST]
    after = tree(tmp_path / "p")
    del after[files.MANIFEST]
    assert after == expected
    assert template("update", tmp_path / "p", source=archive) == "Nothing to change.\n"


@pytest.mark.parametrize("path", ["dev", "bindings/new.cmake"])
def test_an_update_refuses_where_a_file_is_not_the_template_s_any_more(path, archive, tmp_path):
    template("new", tmp_path / "p", "a", source=archive)
    (archive / "bindings/new.cmake").write_text("new")
    (archive / "CONTRIBUTING.md").unlink()
    (tmp_path / "p" / path).write_text("mine")
    before = tree(tmp_path / "p")
    assert template("update", tmp_path / "p", source=archive, fails=True).splitlines()[-1].strip() == path
    assert tree(tmp_path / "p") == before


def test_an_update_needs_a_project(tmp_path):
    assert "not made by" in template("update", tmp_path, fails=True)


def build(project):
    """Without the suites in which no name of a library occurs."""
    environment = {**os.environ, "PYTHON": sys.executable, "PYTHONPATH": os.environ["PYTHON_PATH"], "CI": "true"}
    for command in (["./dev", "demo"], ["cmake", "--preset", "test"], ["cmake", "--build", "build/test"],
                    ["ctest", "--preset", "test", "-E", "vocabulary|generator|cmake|matrix|project.(new|rebuild|workflows)"]):
        subprocess.run(command, cwd=project, env=environment, check=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", [*LEGAL, "h2", "p7zip", "jpeg_turbo", "Tls13"])
def test_a_new_project_is_green_at_once(name, tmp_path):
    template("new", tmp_path / "my project", name)
    build(tmp_path / "my project")


@pytest.mark.slow
def test_a_project_of_one_s_own_headers_is_green_at_once(with_own_headers):
    build(with_own_headers)
