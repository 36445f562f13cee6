"""./dev update FOLDER: replaces the template's files in a project that was made by `./dev new` with those of this clone."""
from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import files


def edited(folder: Path, manifest: dict[str, str]) -> list[str]:
    return [path for path, digest in manifest.items() if files.checksum(folder / path) != digest]


def in_the_way(folder: Path, manifest: dict[str, str], paths: list[str]) -> list[str]:
    """Files of the author's where the template now has one of its own."""
    return [path for path in paths if path not in manifest and path != files.MANIFEST and (folder / path).exists()
            and files.checksum(folder / path) != files.checksum(files.ROOT / path)]


def replace(folder: Path, manifest: dict[str, str], paths: list[str]) -> list[str]:
    """Says what changed, a line each."""
    changes = []
    for path in sorted({*manifest, *paths} - {files.MANIFEST}):
        target = folder / path
        if path not in paths:
            target.unlink()
            changes.append(f"  removed  {path}")
        elif files.checksum(target) != files.checksum(files.ROOT / path):
            changes.append(f"  {'changed' if target.exists() else 'added  '}  {path}")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(files.ROOT / path, target)
    return changes


def main() -> None:
    parser = argparse.ArgumentParser(prog="./dev update", description="Brings a project's template up to that of this clone.")
    parser.add_argument("folder", type=Path, help="a project that was made by `./dev new`")
    folder = parser.parse_args().folder
    if not (folder / files.MANIFEST).is_file():
        parser.error(f"{folder} was not made by `./dev new`: it has no {files.MANIFEST}")
    manifest, paths = files.read_manifest(folder), files.template_files()
    if refused := edited(folder, manifest) + in_the_way(folder, manifest, paths):
        sys.exit("Nothing was changed. These files are the template's, but have been edited or were made in this project.\n"
                 "Move what is yours into a file of yours, then restore or remove them:\n  " + "\n  ".join(refused))
    changes = replace(folder, manifest, paths)
    files.write_manifest(folder, paths)
    print("\n".join([f"{len(changes)} of the template's files differed:", *changes]) if changes else "Nothing to change.")


if __name__ == "__main__":
    main()
