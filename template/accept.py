"""./dev accept: what the libraries offer today becomes what tests/evidence says they offer; shows what that changes."""
from __future__ import annotations

import difflib
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


def accept(name: Path) -> list[str]:
    """The difference, once it is made."""
    before, after = text(COMMITTED / name), text(MADE / name)
    (COMMITTED / name).parent.mkdir(parents=True, exist_ok=True)
    (COMMITTED / name).write_text("".join(after), encoding="utf-8", newline="\n")
    return list(difflib.unified_diff(before, after, f"committed/{name}", f"now/{name}"))


def main() -> None:
    for step in ["--preset", "test"], ["--build", BUILD, "--target", "evidence"]:
        if subprocess.run(["cmake", *step], cwd=files.ROOT, stdout=subprocess.DEVNULL).returncode:
            sys.exit("./dev accept: the project does not build")
    changes = [line for name in sorted(names(MADE)) for line in accept(name)]
    print("".join(changes) + "Read it, then commit tests/evidence." if changes else "Nothing has changed.")


if __name__ == "__main__":
    main()
