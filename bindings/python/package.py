"""package.py [option..] TREE FOLDER [setting..]: makes the sdist, and from it the wheel, by the same pyproject.toml as pip.

The sdist is what git tracks. Without git, it is what the back end's rules leave (.gitignore), without links and build folders.
The settings are the back end's and tell CMake what it was told before; nothing else gets through. With --audit, auditwheel
gives the wheel the platform tag that its libraries and symbols allow; without, its tag linux_* is one that no index takes.
"""
from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

# Compilers, CMake, SWIG, git, pip and Python's tools have hundreds of variables that change what they make. On Windows, some of
# them say where the compiler is.
KEPT = os.environ if os.name == "nt" else ("HOME", "PATH", "PYTHONPATH", "SOURCE_DATE_EPOCH", "TMPDIR")
ENVIRONMENT = {name: os.environ[name] for name in KEPT if name in os.environ}


def run(*command: str | Path, cwd: Path) -> str:
    result = subprocess.run(command, cwd=cwd, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.stdout if result.returncode == 0 else sys.exit(result.stdout)


def git(tree: Path, *arguments: str) -> str:
    """What it says. Nothing if there is no git, or if it is that of a folder around the tree, which does not know the tree."""
    if not shutil.which("git"):
        return ""
    command = ["git", "-c", "safe.directory=*", *arguments]  # the clone may be another user's
    result = subprocess.run(command, cwd=tree, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return os.fsdecode(result.stdout)


def tracked(tree: Path) -> list[str]:
    return git(tree, "ls-files", "-z", "--recurse-submodules").split("\0")[:-1]


def found(tree: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(tree):
        folders[:] = [name for name in folders if name != ".git" and not Path(folder, name, "CMakeCache.txt").exists()]
        yield from (os.path.relpath(Path(folder, name), tree) for name in names)


def copy(tree: Path, names: Iterable[str], target: Path) -> None:
    """The files of the list, and what links among them lead to."""
    paths = [tree / name for name in names if name != "PKG-INFO"]  # which an unpacked sdist has, and each gets anew
    files = {path for path in paths if path.is_file()}
    for path in paths:
        if path.resolve() in files:
            (target / path.relative_to(tree)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target / path.relative_to(tree))


def write_dependencies(depfile: Path, tree: Path, names: list[str]) -> None:
    """As compilers do for their headers, so that any edit makes the packages anew, and so does `git add`."""
    index = git(tree, "rev-parse", "--git-path", "index").rstrip("\n")
    paths = [(tree / name).as_posix() for name in [*names, index] if name]
    escaped = [re.sub(r"([ #])", r"\\\1", path).replace("$", "$$") for path in paths]
    depfile.write_text(f"package.stamp: {' '.join(escaped)}\n", encoding="utf-8")


def package(tree: Path, packages: Path, settings: list[str], has_auditwheel: bool, depfile: Path | None) -> None:
    names = tracked(tree)
    if names:
        settings = [*settings, "sdist.include=*"]  # also what is tracked though it is ignored
    names = names or list(found(tree))
    if depfile:
        write_dependencies(depfile, tree, names)
    with tempfile.TemporaryDirectory() as folder:
        sources, built = Path(folder, "sources"), Path(folder, "built")
        copy(tree, names, sources)
        run(sys.executable, "-m", "build", "--no-isolation", "--skip-dependency-check", "--outdir", built,
            *(f"-C{setting}" for setting in settings), sources, cwd=Path(folder))
        packages.mkdir(parents=True, exist_ok=True)
        [sdist], [wheel] = built.glob("*.tar.gz"), built.glob("*.whl")
        shutil.move(sdist, packages)
        audit(wheel, packages) if has_auditwheel else shutil.move(wheel, packages)


def audit(wheel: Path, packages: Path) -> None:
    run(sys.executable, "-m", "auditwheel", "repair", "--wheel-dir", packages, wheel, cwd=packages)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("tree", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("settings", nargs="*")
    parser.add_argument("--audit", action="store_true")
    parser.add_argument("--depfile", type=Path)
    given = parser.parse_args()
    os.umask(0o022)  # what is unpacked and packed again gets the modes of the umask
    package(given.tree.resolve(), given.folder.resolve(), given.settings, given.audit, given.depfile)
