"""Whose file is it? yours.txt says it; the rest of the tree is the template's."""
from __future__ import annotations

import fnmatch
import hashlib
import subprocess
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
MANIFEST = "template/SHA256SUMS"  # only in a project that was made: its files of the template's, as sha256sum lists them


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def is_yours(path: str, patterns: list[str]) -> bool:
    return any(path.startswith(pattern) if pattern.endswith("/") else PurePosixPath(f"/{path}").match(f"/{pattern}")
               for pattern in patterns)


def tree(root: Path) -> list[str]:
    """All files that are neither ignored nor made: what git knows, or in an unpacked archive what .gitignore leaves."""
    if (root / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, stdout=subprocess.PIPE).stdout.decode()
        return [path for path in listed.split("\0") if path and (root / path).exists()]
    ignored = [line.rstrip("/") for line in lines(root / ".gitignore")]
    files = [file.relative_to(root) for file in root.rglob("*") if file.is_file()]
    return [path.as_posix() for path in files
            if not any(fnmatch.fnmatch(part, name) for part in path.parts for name in ignored)]


def template_files(root: Path = ROOT) -> list[str]:
    """A project may have made more files; those of the template's are in its manifest."""
    if (root / MANIFEST).exists():
        return [*read_manifest(root), MANIFEST]
    patterns = lines(root / "template/yours.txt")
    return sorted(path for path in tree(root) if not is_yours(path, patterns))


def checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "missing"


def read_manifest(root: Path) -> dict[str, str]:
    return {path: digest for digest, path in (line.split("  ", 1) for line in lines(root / MANIFEST))}


def write_manifest(root: Path, paths: list[str]) -> None:
    text = "".join(f"{checksum(root / path)}  {path}\n" for path in paths if path != MANIFEST)
    (root / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
