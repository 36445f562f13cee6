"""Each file that users could not load is refused: those of `./dev package --all-platforms`, each made wrong in one way."""
import os
import struct
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
sys.path.insert(0, str(SOURCE / "packaging/cross"))
from check import problems, read  # noqa: E402

PLATFORMS = Path(os.environ["PLATFORMS"])
TARGETS = {
    "linux-x64": "x86_64-linux-gnu.2.17", "linux-arm64": "aarch64-linux-gnu.2.17", "linux-musl-x64": "x86_64-linux-musl",
    "linux-musl-arm64": "aarch64-linux-musl", "win-x64": "x86_64-windows-gnu", "win-arm64": "aarch64-windows-gnu",
    "osx-x64": "x86_64-macos.11.0", "osx-arm64": "aarch64-macos.11.0"}
MODULES = {platform: next(PLATFORMS.glob(f"{platform}/natives/python/cp311-*/*/_*")) for platform in TARGETS}
LIBRARY = next(PLATFORMS.glob("osx-arm64/core/*.dylib"))


def found(path, target):
    exports = read(path).exports
    return list(problems(path, target, exports, "311"))


@pytest.mark.parametrize("platform", TARGETS)
def test_what_is_right_is_accepted(platform):
    assert found(MODULES[platform], TARGETS[platform]) == []


@pytest.mark.parametrize("platform", TARGETS)
@pytest.mark.parametrize("other", TARGETS)
def test_no_file_is_for_another_platform(platform, other):
    assert bool(found(MODULES[platform], TARGETS[other])) == (platform != other)


@pytest.mark.parametrize("platform", TARGETS)
def test_exports_are_exactly_those_expected(platform):
    for expected in {"other"}, set(), read(MODULES[platform]).exports | {"other"}:
        [problem] = problems(MODULES[platform], TARGETS[platform], expected, "311")
        assert "it exports" in problem


@pytest.mark.parametrize("platform, target, version", [
    ("linux-x64", "x86_64-linux-gnu.2.13", "2.14"), ("linux-arm64", "aarch64-linux-gnu.2.16", "2.17"),
    ("osx-x64", "x86_64-macos.10.15", "11.0"), ("osx-arm64", "aarch64-macos.12.0", "11.0")])
def test_an_older_system_is_refused(platform, target, version):
    assert found(MODULES[platform], target) == [f"it asks for version {version}"]


@pytest.mark.parametrize("platform", TARGETS)
def test_an_interpreter_does_not_look_for_another_s_file(platform, tmp_path):
    module = tmp_path / MODULES[platform].name.replace("311", "312")
    module.write_bytes(MODULES[platform].read_bytes())
    assert found(module, TARGETS[platform]) == ["CPython 311 does not look for a file of that name"]


def replaced(old, new):
    def change(data):
        assert old in data and len(old) == len(new)
        return data.replace(old, new)
    return change


def segment(kind, offset, value):
    """Another 32-bit number in the header of an ELF file's segment."""
    def change(data):
        for at in range(64, 64 + 56 * data[56], 56):
            if struct.unpack_from("<I", data, at)[0] == kind:
                return data[:at + offset] + struct.pack("<I", value) + data[at + offset + 4:]
        raise AssertionError("no such segment")
    return change


def flags(data):
    """Without DT_FLAGS and DT_FLAGS_1, of which the second is of the same numbers in any file here."""
    for tag, value in (30, 8), (0x6FFFFFFB, 1):
        data = data.replace(struct.pack("<QQ", tag, value), struct.pack("<QQ", tag, 0))
    return data


def characteristic(bit):
    def change(data):
        at = struct.unpack_from("<I", data, 0x3C)[0] + 24 + 70
        return data[:at] + struct.pack("<H", struct.unpack_from("<H", data, at)[0] & ~bit) + data[at + 2:]
    return change


def flipped(data):
    return data[:4096] + bytes([data[4096] ^ 1]) + data[4097:]


WRONG = {
    "a library that is not everywhere, Linux": (
        "linux-x64", replaced(b"\0libc.so.6\0", b"\0libz.so.6\0"), "it needs libz.so.6"),
    "a library that is not everywhere, musl": ("linux-musl-x64", replaced(b"\0libc.so\0", b"\0libz.so\0"), "it needs libz.so"),
    "another interpreter's library": ("win-x64", replaced(b"python311.dll", b"python312.dll"), "it needs python312.dll"),
    "a library that is not everywhere, macOS": (
        "osx-arm64", replaced(b"libSystem.B", b"libSystem.C"), "it needs /usr/lib/libSystem.C.dylib"),
    "an executable stack": ("linux-arm64", segment(0x6474E551, 4, 7), "it has not a stack that is not executable"),
    "relocations stay writable": (
        "linux-x64", segment(0x6474E552, 0, 0x6474E5FF), "it has not relocations that are read-only afterwards"),
    "symbols bound when they are used": ("linux-x64", flags, "it has not all its symbols bound when it is loaded"),
    "a fixed address": ("win-x64", characteristic(0x40), "it has not a random address"),
    "an address of 32 bits": ("win-arm64", characteristic(0x20), "it has not addresses of 64 random bits"),
    "executable data": ("win-x64", characteristic(0x100), "it has not data that is not executable"),
    "a broken signature": ("osx-arm64", flipped, "it has not a valid signature"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_refused(case, tmp_path):
    platform, change, problem = WRONG[case]
    module = tmp_path / MODULES[platform].name
    module.write_bytes(change(MODULES[platform].read_bytes()))
    assert problem in found(module, TARGETS[platform])


def test_the_date_of_the_build_is_refused(tmp_path):
    data, module = MODULES["win-x64"].read_bytes(), tmp_path / MODULES["win-x64"].name
    kind = struct.pack("<I", 16)  # of the debug information that says that the date is a checksum
    date = data[struct.unpack_from("<I", data, 0x3C)[0] + 8:][:4]
    entry = data.index(date + struct.pack("<I", 0) + kind)
    module.write_bytes(data[:entry + 8] + struct.pack("<I", 2) + data[entry + 12:])
    assert found(module, TARGETS["win-x64"]) == ["it has not a date that is a checksum"]


def test_a_path_of_this_machine_is_no_name(tmp_path):
    library = tmp_path / LIBRARY.name
    library.write_bytes(replaced(b"@rpath/lib", b"/build/lib")(LIBRARY.read_bytes()))
    assert "it has not a name that begins with @rpath" in problems(library, TARGETS["osx-arm64"], None)
