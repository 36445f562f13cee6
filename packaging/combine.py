"""combine.py BUILT DIST PLATFORM..: puts together what each platform has built, in the layout of its packages.

BUILT/PLATFORM is the folder `packages` of that platform, with a wheel for each interpreter. The jar and the NuGet package of
the first platform get the native libraries of the others. Whatever a platform lacks, or has too much, is an error: an
incomplete release cannot be taken back.
"""
from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile, ZipInfo

Contents = dict[str, tuple[ZipInfo, bytes]]

# What each platform has of its own in a jar and in a NuGet package: its native library, and that one's bill of materials.
NATIVE = r"(?:runtimes|.+/native)/([^/]+)/.+"
BILL = r"(?:META-INF/)?sbom/.+\.cdx\.json"
SAME = r".+\.class|lib/.+\.xml"  # must be everywhere the same: what users compile against
TYPES = "[Content_Types].xml"  # of NuGet, which has to name every suffix


def single(folder: Path, pattern: str) -> Path:
    found = [path for path in folder.glob(pattern) if not path.name.endswith(("-sources.jar", "-javadoc.jar"))]
    return found[0] if len(found) == 1 else sys.exit(f"{folder}/{pattern}: one file is expected, there are {len(found)}")


def contents(package: Path) -> Contents:
    with ZipFile(package) as file:
        return {info.filename: (info, file.read(info)) for info in file.infolist()}


def native_platforms(entries: Contents) -> set[str]:
    return {match[1] for name in entries if (match := re.fullmatch(NATIVE, name))}


def add(result: Contents, entries: Contents) -> None:
    """Adds what a package has of its own, of which the result may have nothing."""
    own = {name: entry for name, entry in entries.items() if re.fullmatch(f"{NATIVE}|{BILL}", name)}
    if len(native_platforms(own)) != 1 or own.keys() & result.keys():
        sys.exit(f"native libraries of one more platform are expected, not of {sorted(native_platforms(own))}")
    differing = [name for name in entries if re.fullmatch(SAME, name) and entries[name][1] != result[name][1]]
    if differing:
        sys.exit(f"{differing} are not the same on all platforms")
    result.update(own)
    if TYPES in entries:
        info, types = result[TYPES]
        missing = [default for default in re.findall(rb"<Default [^>]+>", entries[TYPES][1]) if default not in types]
        result[TYPES] = info, types.replace(b"</Types>", b"".join(missing) + b"</Types>")


def merge(packages: list[Path], target: Path) -> None:
    result, *others = map(contents, packages)
    for entries in others:
        add(result, entries)
    if len(native_platforms(result)) != len(packages):
        sys.exit(f"{packages[0]} has native libraries for {sorted(native_platforms(result))}")
    with ZipFile(target, "w") as file:
        for info, data in result.values():
            file.writestr(info, data)


def interpreters(packages: Path) -> list[str]:
    return sorted(wheel.name.split("-")[2] for wheel in packages.glob("python/*.whl"))


def copy(folder: Path, dist: Path) -> None:
    """What is a file of its own for each platform."""
    for file in single(folder, "*.tar.gz"), *folder.glob("python/*.whl"):
        target = dist / file.relative_to(folder)
        if target.exists():
            sys.exit(f"{file}: another platform has a file of that name")
        shutil.copy(file, target)


def combine(built: Path, dist: Path, platforms: list[str]) -> None:
    if sorted(path.name for path in built.iterdir()) != sorted(platforms):
        sys.exit(f"{built} holds {sorted(path.name for path in built.iterdir())}, not {sorted(platforms)}")
    first, *others = folders = [built / platform for platform in platforms]
    if not interpreters(first) or any(interpreters(other) != interpreters(first) for other in others):
        sys.exit(f"wheels for the same interpreters are expected, not {[interpreters(folder) for folder in folders]}")
    for pattern in "*.tar.gz", "*.snupkg", "python/*.tar.gz":
        single(first, pattern)
    shutil.copytree(first, dist)
    for other in others:
        copy(other, dist)
    for pattern in "*.nupkg", "maven/**/*.jar":
        packages = [single(folder, pattern) for folder in folders]
        merge(packages, dist / packages[0].relative_to(first))
    checksums = Path(__file__).with_name("checksums.cmake")
    subprocess.run(["cmake", f"-DREPOSITORY={dist}/maven", f"-DFOLDER={dist}", "-P", checksums], check=True)


if __name__ == "__main__":
    combine(Path(sys.argv[1]), Path(sys.argv[2]).absolute(), sys.argv[3:])
