"""The worked examples become projects by `./dev new`, whose programs print what stands beside them."""
import os
import subprocess
import sys

import pytest
from example_projects import EXAMPLES, SOURCE, make, new

ENVIRONMENT = {**os.environ, "PYTHON": sys.executable, "PYTHONPATH": os.environ["PYTHON_PATH"]}


def run(folder, *command):
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, stdout=subprocess.PIPE, text=True).stdout


def test_the_readme_shows_the_lines():
    parts = (EXAMPLES["sqlite"] / "sqlite.i").read_text().split("\n\n")[1:]
    readme = (SOURCE / "README.md").read_text()
    assert all(part.strip() in readme for part in parts)
    plain, callbacks = (part.strip().count("\n") + 1 for part in parts)
    assert f"these {plain} lines" in readme and f"{callbacks} more" in readme


@pytest.mark.parametrize("name", sorted(EXAMPLES)[:1])
def test_the_programs(name, tmp_path):
    project = make(name, tmp_path / "project")
    output = run(project, "cmake", "--workflow", "--preset", "demo")
    assert output.count((project / "docs/examples/expected.txt").read_text().strip()) == 3, output


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_packages(name, tmp_path):
    """With the template's own tests, but for those in which no name of a library occurs."""
    project = make(name, tmp_path / "project")
    run(project, "cmake", "--preset", "test")
    run(project, "cmake", "--build", "build/test")
    java = project / "build/test/bindings/java"
    sources = [path.strip('"') for path in (java / "interface/sources").read_text().split("\n") if path]
    run(project, "javadoc", "-quiet", "-Xdoclint:all", "-Werror", "-d", tmp_path / "documentation", *sources,
        *java.glob("*Library.java"), *java.glob("generated/*JNI.java"))
    run(project, "env", f"MYPYPATH={project}/build/test/bindings/python/site", sys.executable, "-m", "mypy", "--strict",
        "--cache-dir", tmp_path / "cache", "docs/examples/hello.py")
    run(project, "ctest", "--preset", "test", "-E", "vocabulary|generator|cmake|matrix|project.(new|rebuild|workflows)")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_new_project_is_green_at_once(name, tmp_path):
    """With the first draft of the lines, as `./dev new` writes it."""
    run(new(name, tmp_path / "project"), "cmake", "--workflow", "--preset", "demo")
