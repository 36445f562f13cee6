"""./dev accept: what the libraries offer today becomes what tests/evidence says they offer; shows what that changes."""
from __future__ import annotations

import difflib
import shutil
import subprocess
import sys
from pathlib import Path

import files

BUILD = files.ROOT / "build/test"
MADE, COMMITTED = BUILD / "evidence", files.ROOT / "tests/evidence"


def names(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def text(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []


def difference(name: Path) -> str:
    if name.name == "abi.xml" and (COMMITTED / name).exists():  # its own tool reads it: types have other numbers in every file
        return subprocess.run(["abidiff", COMMITTED / name, MADE / name], stdout=subprocess.PIPE, text=True).stdout
    return "".join(difflib.unified_diff(text(COMMITTED / name), text(MADE / name), f"accepted/{name}", f"now/{name}"))


def accept(name: Path) -> str:
    """What changes, once it has been changed."""
    if changes := difference(name):
        (COMMITTED / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(MADE / name, COMMITTED / name)
    return changes


def main() -> None:
    for step in ["--preset", "test"], ["--build", BUILD, "--target", "evidence"]:
        if subprocess.run(["cmake", *step], cwd=files.ROOT, stdout=subprocess.DEVNULL).returncode:
            sys.exit("./dev accept: the project does not build")
    changes = "\n".join(filter(None, map(accept, sorted(names(MADE)))))
    print(f"{changes}\nRead it, then commit tests/evidence." if changes else "Nothing has changed.")


if __name__ == "__main__":
    main()
