"""From which files the sdist is made, and that it makes the same wheel wherever it is unpacked, whatever is around."""
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from conftest import EXAMPLES, EXPECTED, PACKAGES, SOURCE, run

sys.path.append(str(SOURCE / "bindings/python"))
import package

[WHEEL] = (PACKAGES / "python").glob("*.whl")
[SDIST] = (PACKAGES / "python").glob("*.tar.gz")
MADE = {"PKG-INFO"}  # by the back end
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


def names(sdist):
    with tarfile.open(sdist) as archive:
        return {entry.name.partition("/")[2] for entry in archive}


def unpack(folder):
    with tarfile.open(SDIST) as archive:
        archive.extractall(folder)
        return folder / archive.getnames()[0].partition("/")[0], int(archive.getmembers()[0].mtime)


def assert_makes_the_same(tree, date, **environment):
    """The packages that are made of the tree are those that were made of this one, byte for byte."""
    made = tree.parent / "made"
    audit = ["--audit"] if "manylinux" in WHEEL.name else []
    run(sys.executable, "-I", tree / "bindings/python/package.py", *audit, "--depfile", tree.parent / "package.d", tree, made,
        f"cmake.define.CMAKE_C_COMPILER={os.environ['CC']}", cwd=tree,
        **{**environment, "SOURCE_DATE_EPOCH": date, "PYTHONPATH": os.environ["PYTHONPATH"]})
    assert names(made / SDIST.name) == names(SDIST)
    assert {path.name: path.read_bytes() for path in made.iterdir()} == {
        path.name: path.read_bytes() for path in (SDIST, WHEEL)}


@needs_git
def test_sdist_is_what_git_tracks():
    if not (SOURCE / ".git").exists():
        pytest.skip("not a clone")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=SOURCE, stdout=subprocess.PIPE, check=True).stdout.decode()
    assert names(SDIST) - MADE == {name for name in tracked.split("\0") if (SOURCE / name).is_file()}


def plant(tree):
    """What the sdist must not hold, or die of: links that lead nowhere, or out of the tree, and a build folder."""
    (tree / "nowhere").symlink_to("missing")
    (tree / "docs/examples/outside.c").symlink_to("/etc/passwd")
    (tree / "folder").symlink_to("/etc")
    (tree / "out").mkdir()
    (tree / "out/CMakeCache.txt").touch()
    (tree / "out/TOKEN").touch()
    (tree / "docs/examples/__pycache__").mkdir()
    (tree / "docs/examples/__pycache__/TOKEN").touch()  # .gitignore names the folder


# What each of the tools would do something else for.
ENVIRONMENT = {
    "CFLAGS": "-O0 -DHOSTILE", "CPPFLAGS": "-DHOSTILE", "LDFLAGS": "-Wl,-z,norelro", "CC": "false", "CPATH": "/hostile",
    "CMAKE_ARGS": "-DBINDINGS=", "CMAKE_GENERATOR": "hostile", "CMAKE_BUILD_TYPE": "Debug", "CMAKE_INSTALL_MODE": "SYMLINK",
    "CMAKE_TOOLCHAIN_FILE": "/hostile", "DESTDIR": "/hostile", "SKBUILD_CMAKE_ARGS": "-DBINDINGS=",
    "SKBUILD_SDIST_EXCLUDE": "core",
    "SETUPTOOLS_SCM_PRETEND_VERSION": "6.6.6", "PIP_INDEX_URL": "hostile", "PIP_NO_BINARY": ":all:", "PYTHONOPTIMIZE": "2",
    "PYTHONHOME": "/hostile", "PYTHONSTARTUP": "/hostile", "PYTHONWARNINGS": "error", "_PYTHON_HOST_PLATFORM": "linux-hostile",
    "AUDITWHEEL_PLAT": "manylinux_2_39_x86_64", "AUDITWHEEL_ZIP_COMPRESSION_LEVEL": "0", "SWIG_LIB": "/hostile",
    "SWIG_FEATURES": "-hostile", "TAR_OPTIONS": "--hostile", "GIT_DIR": "/hostile", "GIT_INDEX_FILE": "/hostile",
    "GIT_CEILING_DIRECTORIES": "/", "ARCHFLAGS": "-arch hostile", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati",
}


@needs_git
def test_nothing_around_the_clone_gets_into_the_packages(place):
    tree, date = unpack(place / "a clone")
    for command in ["init", "--quiet"], ["add", "--all"], ["rm", "--cached", "--quiet", "PKG-INFO"]:
        run("git", "-c", "safe.directory=*", *command, cwd=tree)
    plant(tree)
    (tree / ".git/info/exclude").write_text("TOKEN\n")
    (tree / "TOKEN").touch()
    (tree / "docs/examples/untracked.c").touch()
    for name in "pyproject.toml", "setup.cfg", "setup.py", "CMakePresets.json", ".gitignore", "pytest.ini", "conftest.py":
        (tree.parent / name).write_text("hostile\n*\n")
    assert_makes_the_same(tree, date, **ENVIRONMENT)
    tracked = [str(tree / name) for name in [*names(SDIST) - MADE, ".git/index"]]
    watched = (tree.parent / "package.d").read_text().replace("\\ ", "\0").split()
    assert watched[0] == "package.stamp:" and sorted(path.replace("\0", " ") for path in watched[1:]) == sorted(tracked)
    assert "@pytest.mark.slow: " in run(sys.executable, "-m", "pytest", "--markers", tree / "tests/generator")


@pytest.mark.slow
def test_sdist_is_complete(place):
    """Its own packages are the same, also where there is no git; and it can be built and tested as the clone can be."""
    tree, date = unpack(place / "an archive")
    plant(tree)
    assert_makes_the_same(tree, date)
    run(os.environ["CMAKE"], "--preset", "test", "-DBINDINGS=python", cwd=tree, PYTHON=sys.executable)
    run(os.environ["CMAKE"], "--build", "--preset", "test", "--target", "demo", cwd=tree)


@pytest.mark.slow
def test_editable_install_sees_edits(place):
    """Installed as CONTRIBUTING.md says."""
    tree, _ = unpack(place / "editable")
    [line] = re.findall(r"^pip (install .*--editable [.])$", (SOURCE / "CONTRIBUTING.md").read_text(), re.M)
    environment = place / "editable/environment"
    run(sys.executable, "-m", "venv", "--system-site-packages", "--without-pip", environment)
    (tools,) = environment.glob("lib/python*/site-packages")
    (tools / "tools.pth").write_text(os.environ["PYTHONPATH"].replace(os.pathsep, "\n"))
    run(sys.executable, "-m", "pip", "--python", environment / "bin/python", *line.split(), "--no-index", cwd=tree,
        PYTHONPATH=os.environ["PYTHONPATH"])
    assert run(environment / "bin/python", EXAMPLES / "hello.py").endswith(EXPECTED)
    with open(tree / "bindings/python/__init__.py.in", "a") as file:
        file.write("edited = 7\n")
    package = os.environ["PYTHON_PACKAGE"]
    assert run(environment / "bin/python", "-c", f"import {package}; print({package}.edited)").endswith("\n7\n")


@pytest.mark.slow
@pytest.mark.parametrize("variable", ["DESTDIR", "CMAKE_INSTALL_MODE"])
def test_pip_is_told_what_would_spoil_the_wheel(variable, place):
    tree, _ = unpack(place / variable)
    output = run(sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-index", "--no-deps", tree, cwd=place,
                 PYTHONPATH=os.environ["PYTHONPATH"], fails=True, **{variable: "COPY"})
    assert f"A wheel cannot be made with {variable} in the environment: unset it" in " ".join(output.split())


# ---- package.py, function by function ----


GIT = ["git", "-c", "safe.directory=*", "-c", "protocol.file.allow=always", "-c", "user.name=x", "-c", "user.email=x@y.z"]


@needs_git
def test_what_git_tracks_is_listed_with_submodules_and_whoever_owns_it(place):
    for name in "inner", "outer":
        (place / name).mkdir()
        (place / name / f"{name} ü.c").touch()
        run(*GIT, "init", "--quiet", cwd=place / name)
        run(*GIT, "add", "--all", cwd=place / name)
        run(*GIT, "commit", "--quiet", "-m", name, cwd=place / name)
    run(*GIT, "submodule", "--quiet", "add", place / "inner", "sub", cwd=place / "outer")
    if os.geteuid() == 0:
        run("chown", "-R", "nobody", place / "outer")
    assert package.tracked(place / "outer") == [".gitmodules", "outer ü.c", "sub/inner ü.c"]
    assert package.tracked(place) == []


def test_without_git_all_is_found_but_what_git_and_builds_keep(place):
    tree = place / "found"
    for name in "a.c", "b/c.c", ".git/config", "sub/.git/config", "out/CMakeCache.txt", "out/x/y.o":
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).touch()
    assert sorted(package.found(tree)) == ["a.c", "b/c.c"]


def test_dependencies_are_escaped_as_compilers_do(place):
    tree = place / "a tree"
    tree.mkdir()
    package.write_dependencies(place / "x.d", tree, ["b c", "d#e", "f$g"])
    written = (place / "x.d").read_text().replace(str(tree).replace(" ", r"\ "), "TREE")
    assert written == r"package.stamp: TREE/b\ c TREE/d\#e TREE/f$$g" + "\n"


def test_a_tool_that_fails_is_heard(place):
    with pytest.raises(SystemExit, match="why"):
        package.run(sys.executable, "-c", "print('why'); raise SystemExit(3)", cwd=place)


@pytest.mark.slow
@needs_git
def test_what_is_tracked_is_packed_even_if_it_is_ignored(place):
    tree, _ = unpack(place / "ignored")
    with open(tree / ".gitignore", "a") as file:
        file.write("CHANGELOG.md\n")
    run(*GIT, "init", "--quiet", cwd=tree)
    run(*GIT, "add", "--all", "--force", cwd=tree)
    run(sys.executable, "-I", tree / "bindings/python/package.py", tree, place / "ignored/made", cwd=tree,
        PYTHONPATH=os.environ["PYTHONPATH"])
    assert "CHANGELOG.md" in names(place / "ignored/made" / SDIST.name)


@needs_git
def test_links_lead_to_files_of_the_list_only(place):
    tree, target = place / "links", place / "copied"
    (tree / "real").mkdir(parents=True)
    (tree / "real/file").write_text("text")
    (tree / "TOKEN").touch()
    links = {"inside": "real/file", "secret": "TOKEN", "outside": "/etc/passwd", "nowhere": "missing", "folder": "real"}
    for name, to in links.items():
        (tree / name).symlink_to(to)
    package.copy(tree, ["real/file", *links], target)
    assert sorted(str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()) == ["inside", "real/file"]
    assert (Path(target, "inside")).read_text() == "text" and not (target / "inside").is_symlink()
