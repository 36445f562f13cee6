"""combine.py BUILD DIST PLATFORM..: the packages in BUILD, for all of these platforms, in the same layout.

BUILD/packages is what one platform has built for itself. In BUILD/platforms/PLATFORM is what another has of its own: `natives`,
laid out as the packages are, and in `packages` the archive for C. What is missing, or too much, or not the same everywhere is
an error: an incomplete release cannot be taken back.
"""
from __future__ import annotations

import base64
import copy
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile, ZipInfo

Contents = dict[str, tuple[ZipInfo, bytes]]

# What a package has of its platform's: the native library, that one's bill of materials, and in a wheel the lists of both.
NATIVE = r"(?:runtimes|.+/native)/([^/]+)/.+"
BILL = r"(?:META-INF/)?sbom/.+\.cdx\.json"
IN_WHEEL = r"[^/]+/_[^/]+\.(?:so|pyd)|[^/]+\.libs/.+|.+\.dist-info/(?:sboms/.+|RECORD|WHEEL)"
TYPES = "[Content_Types].xml"  # of NuGet, which has to name every suffix
INTERFACE = ["bindings/*/interface/classes/*", "bindings/*/interface/*.pyi", "bindings/*/interface/*.cs",
             "bindings/*/generated/*.java", "bindings/*/generated/*.cs"]
NEVER_MADE = {"cp39-cp39-win_arm64", "cp310-cp310-win_arm64"}  # CPython for Windows on arm64 begins with 3.11


def single(folder: Path, pattern: str) -> Path:
    found = [path for path in folder.glob(pattern) if not path.name.endswith(("-sources.jar", "-javadoc.jar"))]
    return found[0] if len(found) == 1 else sys.exit(f"{folder}/{pattern}: one file is expected, there are {len(found)}")


def contents(package: Path) -> Contents:
    with ZipFile(package) as file:
        return {info.filename: (info, file.read(info)) for info in file.infolist()}


def write(package: Path, entries: Contents) -> None:
    with ZipFile(package, "w") as file:
        for info, data in entries.values():
            file.writestr(info, data)


def split(entries: Contents, own: str) -> tuple[Contents, ZipInfo]:
    """What is the same for all platforms, and how the first of the other entries is written, such as its date."""
    example = [entries[name][0] for name in entries if re.fullmatch(own, name)] or sys.exit("a package has no native library")
    return {name: entry for name, entry in entries.items() if not re.fullmatch(own, name)}, example[0]


def add(entries: Contents, name: str, data: bytes, example: ZipInfo) -> None:
    if name in entries:
        sys.exit(f"{name}: two platforms have a file of that name")
    info = copy.copy(example)
    info.filename = name
    entries[name] = info, data


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def merge(package: Path, folders: list[Path], target: Path) -> None:
    """A package with the native libraries of all platforms."""
    entries, example = split(contents(package), f"{NATIVE}|{BILL}")
    for folder in folders:
        names = [path.relative_to(folder).as_posix() for path in files(folder)]
        if sorted(bool(re.fullmatch(NATIVE, name)) for name in names) != [False, True]:
            sys.exit(f"{folder}: a native library and its bill of materials are expected, not {names}")
        for name in names:
            add(entries, name, (folder / name).read_bytes(), example)
    if TYPES in entries:
        info, types = entries[TYPES]
        suffixes = {Path(name).suffix[1:] for name in entries if re.fullmatch(NATIVE, name)}
        missing = "".join(f'<Default Extension="{suffix}" ContentType="application/octet" />' for suffix in sorted(suffixes)
                          if f'Extension="{suffix}"'.encode() not in types)
        entries[TYPES] = info, types.replace(b"</Types>", missing.encode() + b"</Types>")
    write(target, entries)


def wheel(example_wheel: Path, folder: Path, target: Path) -> None:
    """The wheel with the module in the folder, which is called as the wheel's tags are."""
    python, abi, platforms = folder.name.split("-")
    own = {name: entry for name, entry in contents(example_wheel).items() if not name.endswith("/")}
    entries, example = split(own, IN_WHEEL)
    [record] = [name for name in own if name.endswith(".dist-info/RECORD")]
    information = record.rsplit("/", 1)[0]
    for path in files(folder):
        name = path.relative_to(folder).as_posix()
        add(entries, f"{information}/{name}" if name.startswith("sboms/") else name, path.read_bytes(), example)
    tags = "".join(f"Tag: {python}-{abi}-{platform}\n" for platform in platforms.split("."))
    text = re.sub(r"(?m)^Tag: .*\n", "", own[f"{information}/WHEEL"][1].decode()).rstrip("\n") + "\n" + tags
    add(entries, f"{information}/WHEEL", text.encode(), example)
    lines = [f"{name},sha256={digest(data)},{len(data)}\n" for name, (_, data) in entries.items()]
    add(entries, record, "".join([*lines, f"{record},,\n"]).encode(), example)
    write(target / f"{'-'.join(example_wheel.name.split('-')[:2])}-{folder.name}.whl", entries)


def digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def interpreters(folder: Path) -> set[str]:
    return {path.name.split("-")[0] for path in folder.glob("natives/python/*")}


def check_interface(build: Path, platform: Path) -> None:
    """What users compile against. It was made from the header as each platform's compiler reads it."""
    for pattern in INTERFACE:
        here, there = ({path.relative_to(folder): path.read_bytes() for path in folder.glob(pattern)}
                       for folder in (build, platform))
        differing = [str(path) for path in there if there[path] != here.get(path)]
        if differing:
            sys.exit(f"{differing} are not the same for {platform.name}")


def combine(build: Path, dist: Path, platforms: list[str]) -> None:
    packages, folders = build / "packages", [build / "platforms" / platform for platform in platforms]
    expected = interpreters(folders[0])
    shutil.copytree(packages, dist, ignore=shutil.ignore_patterns("SHA256SUMS", "*.whl"))
    single(dist, "*.tar.gz").unlink()
    for folder in folders:
        check_interface(build, folder)
        shutil.copy(single(folder / "packages", "*.tar.gz"), dist)
        missing = {python for python in expected - interpreters(folder)
                   if f"{python}-{python}-{folder.name.replace('win-', 'win_')}" not in NEVER_MADE}
        if missing or not expected:
            sys.exit(f"{folder} has no modules for {sorted(missing) or 'any interpreter'}")
        for module in sorted(folder.glob("natives/python/*")):
            wheel(single(packages, "python/*.whl"), module, dist / "python")
    libraries = [folder / "natives" for folder in folders if "musl" not in folder.name]  # where those of glibc do
    for pattern, language in ("*.nupkg", "csharp"), ("maven/**/*.jar", "java"):
        package = single(packages, pattern)
        merge(package, [folder / language for folder in libraries], dist / package.relative_to(packages))
    checksums = Path(__file__).with_name("checksums.cmake")
    subprocess.run(["cmake", f"-DREPOSITORY={dist}/maven", f"-DFOLDER={dist}", "-P", checksums], check=True)


if __name__ == "__main__":
    combine(Path(sys.argv[1]), Path(sys.argv[2]).absolute(), sys.argv[3:])
