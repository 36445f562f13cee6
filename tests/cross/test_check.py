"""Each file that users could not load is refused: those of `./dev package --all-platforms`, each made wrong in one way."""
import os
import re
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
sys.path.insert(0, str(SOURCE / "packaging/cross"))
import check  # noqa: E402
from check import problems, read  # noqa: E402
from formats import Library, elf  # noqa: E402

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
    problems = found(MODULES[platform], TARGETS[other])
    assert bool(problems) == (platform != other)
    processor, system = re.split("[-.]", TARGETS[platform])[:2]
    if re.split("[-.]", TARGETS[other])[:2] != [processor, system]:
        assert problems[0] == f"it is for {system} on {processor}"


@pytest.mark.parametrize("language", ["python", "java", "csharp"])
def test_every_format_tells_the_same_exports(language):
    modules = [path for path in PLATFORMS.glob(f"*/bindings/{language}/**/*")
               if re.search(r"_(jni|csharp)[.](so|dll|dylib)$|[.]so$|[.]pyd$", path.name)]
    assert len(modules) >= 6
    exports = [read(module).exports for module in modules]
    assert exports[0] and exports == exports[:1] * len(exports)
    assert all(re.match("PyInit__|Java_|JNI_On|CSharp_", name) for name in exports[0])


@pytest.mark.parametrize("platform, options, pattern, found_by", [
    ("linux-arm64", "-V", r"Name: GLIBC_(\S+)", lambda path: [name[6:] for name in elf.versions(path.read_bytes())]),
    ("linux-arm64", "-d", r"NEEDED.*\[(.*)\]", lambda path: read(path).imports),
    ("win-x64", "-p", r"DLL Name: (\S+)", lambda path: read(path).imports)])
def test_other_tools_find_the_same(platform, options, pattern, found_by):
    path = MODULES[platform]
    tool = "objdump" if options == "-p" else "readelf"
    output = subprocess.run([tool, options, path], stdout=subprocess.PIPE, text=True, check=True).stdout
    expected = re.findall(pattern, output)
    assert expected and sorted(found_by(path)) == sorted(name.lower() if tool == "objdump" else name for name in expected)


# What is said of a library that is right but for one thing, which no linker here would make.
RIGHT = {"x86_64-linux-gnu.2.17": Library("linux", "x86_64", {"f"}, oldest=(2, 4)),
         "aarch64-linux-gnu.2.17": Library("linux", "aarch64", {"f"}, oldest=(2, 17)),
         "x86_64-linux-musl": Library("linux", "x86_64", {"f"}), "aarch64-windows-gnu": Library("windows", "aarch64", {"f"}),
         "aarch64-macos.11.0": Library("macos", "aarch64", {"f"}, oldest=(11, 0))}
LINUX, MUSL, WINDOWS, MACOS = "x86_64-linux-gnu.2.17", "x86_64-linux-musl", "aarch64-windows-gnu", "aarch64-macos.11.0"
NAMES = {LINUX: "_a.cpython-311-x86_64-linux-gnu.so", MUSL: "_a.cpython-311-x86_64-linux-musl.so",
         WINDOWS: "_a.cp311-win_arm64.pyd", MACOS: "_a.cpython-311-darwin.so"}
NEEDED = {
    LINUX: ("libc.so.6 libm.so.6 libpthread.so.0 libutil.so.1 libdl.so.2 libresolv.so.2 librt.so.1 ld-linux-x86-64.so.2",
            "libc.so libc.so.7 libc.so.6.1 xlibc.so.6 libz.so.1 libgcc_s.so.1 libstdc++.so.6 python311.dll"),
    MUSL: ("libc.so", "libc.so.6 xlibc.so libm.so libz.so libstdc++.so"),
    WINDOWS: ("kernel32.dll msvcrt.dll ws2_32.dll api-ms-win-crt-heap-l1-1-0.dll python311.dll",
              "python312.dll python3.dll xkernel32.dll kernel32.dll.x vcruntime140.dll libgcc_s_seh-1.dll libc++.dll"),
    MACOS: ("/usr/lib/libSystem.B.dylib /usr/lib/libc++.1.dylib",
            "libSystem.B.dylib /usr/lib/libSystem.C.dylib /x/usr/lib/libSystem.B.dylib @rpath/libz.dylib")}
CALLED = {
    LINUX: ("", "_a.so _a.cpython-311-aarch64-linux-gnu.so _a.cpython-311-x86_64-linux-musl.so "
            "a.cpython-311-x86_64-linux-gnu.so _a.cpython-39-x86_64-linux-gnu.so _a.cpython-311-x86_64-linux-gnu.so.1"),
    MUSL: ("_a.so", "_a.cpython-311-x86_64-linux-gnu.so _a.cpython-310-x86_64-linux-musl.so a.so"),
    WINDOWS: ("", "_a.pyd _a.cp311-win_amd64.pyd _a.cp39-win_arm64.pyd _a.cp311-win_arm64.dll"),
    MACOS: ("", "_a.so _a.cpython-310-darwin.so _a.cpython-311-darwin.dylib")}


def said(monkeypatch, target, name=None, expected=None, **changed):
    monkeypatch.setattr(check, "read", lambda path: replace(RIGHT[target], **changed))
    return list(problems(Path(name or NAMES[target]), target, expected, "311"))


@pytest.mark.parametrize("target", NEEDED)
def test_what_every_system_has_may_be_needed_and_nothing_else(monkeypatch, target):
    everywhere, elsewhere = (names.split() for names in NEEDED[target])
    assert said(monkeypatch, target, imports=set(everywhere)) == []
    for name in elsewhere:
        assert said(monkeypatch, target, imports={name, *everywhere}) == [f"it needs {name}"]


@pytest.mark.parametrize("target", CALLED)
def test_a_module_is_called_as_its_interpreter_looks_for_it(monkeypatch, target):
    right, wrong = (names.split() for names in CALLED[target])
    assert [name for name in [NAMES[target], *right] if said(monkeypatch, target, name)] == []
    for name in wrong:
        assert said(monkeypatch, target, name) == ["CPython 311 does not look for a file of that name"]


@pytest.mark.parametrize("target, right, wrong", [
    (LINUX, [(2, 4), (2, 17), (2, 2, 5)], [(2, 18), (2, 17, 1), (3, 0)]), (MACOS, [(11, 0)], [(10, 15), (11, 1), (12, 0), ()])])
def test_a_library_runs_where_its_tag_says(monkeypatch, target, right, wrong):
    assert [version for version in right if said(monkeypatch, target, oldest=version)] == []
    for version in wrong:
        assert said(monkeypatch, target, oldest=version) == [f"it asks for version {'.'.join(map(str, version))}"]


def test_all_that_is_wrong_is_said(monkeypatch):
    assert said(monkeypatch, LINUX, expected=set(), missing=["a", "b"]) == ["it exports ['f']", "it has not a", "it has not b"]
    assert said(monkeypatch, LINUX, expected={"f"}) == said(monkeypatch, LINUX, expected=None) == []


def test_the_command_fails_where_something_is_wrong(monkeypatch, tmp_path):
    (tmp_path / "list").write_text("f\n")
    for folder, list_of, name, reason in [
            ("cp311-cp311-x", "list", NAMES[LINUX], None), ("x", "list", "any.so", None), ("x", "no such list", "any.so", None),
            ("cp312-cp312-x", "list", NAMES[LINUX], "CPython 312 does not look")]:
        monkeypatch.setattr(check, "read", lambda path: RIGHT[LINUX])
        arguments = LINUX, str(tmp_path / list_of), f"/natives/python/{folder}/a/{name}"
        if not reason:
            check.main(*arguments)
            continue
        with pytest.raises(SystemExit, match=reason):
            check.main(*arguments)
    (tmp_path / "list").write_text("f g\n")
    with pytest.raises(SystemExit, match="is not fit for .*: it exports"):
        check.main(LINUX, str(tmp_path / "list"), "any.so")


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


BOUND = struct.pack("<QQ", 30, 8), struct.pack("<QQ", 0x6FFFFFFB, 1)  # DT_FLAGS and DT_FLAGS_1 of any file here


def flags(*bound):
    """Without the bit in these."""
    def change(data):
        for entry in bound:
            assert entry in data
            data = data.replace(entry, entry[:8] + bytes(8))
        return data
    return change


def characteristic(bit):
    def change(data):
        at = struct.unpack_from("<I", data, 0x3C)[0] + 24 + 70
        return data[:at] + struct.pack("<H", struct.unpack_from("<H", data, at)[0] & ~bit) + data[at + 2:]
    return change


def flipped(data):
    return data[:4096] + bytes([data[4096] ^ 1]) + data[4097:]


def written(form, values_of):
    """Other numbers, in the format of `struct`, at an offset: values_of(data) is that and them."""
    def change(data):
        at, *values = values_of(data)
        content = struct.pack(form, *values)
        return data[:at] + content + data[at + len(content):]
    return change


def command(data, wanted):
    """Where a command of a Mach-O file is."""
    at = 32
    for _ in range(struct.unpack_from("<I", data, 16)[0]):
        kind, size = struct.unpack_from("<II", data, at)
        if kind == wanted:
            return at
        at += size
    raise AssertionError("no such command")


def first_page_only(data):
    """The signature, as of a file of one page."""
    start = struct.unpack_from("<I", data, command(data, 0x1D) + 8)[0]
    directory = start + struct.unpack_from(">I", data, start + 16)[0]
    return directory + 28, 1, 4096


def exported(bits, value):
    """Other bits in the kind of the symbol that is exported."""
    def values_of(data):
        offset, count = struct.unpack_from("<II", data, command(data, 2) + 8)
        [at] = [at + 4 for at in range(offset, offset + 16 * count, 16) if data[at + 4] & 0x11 == 1 and data[at + 4] & 0x0E]
        return at, data[at] & ~bits | value
    return written("B", values_of)


WRONG = {
    "a library that is not everywhere, Linux": (
        "linux-x64", replaced(b"\0libc.so.6\0", b"\0libz.so.6\0"), "it needs libz.so.6"),
    "a library that is not everywhere, musl": ("linux-musl-x64", replaced(b"\0libc.so\0", b"\0libz.so\0"), "it needs libz.so"),
    "another interpreter's library": ("win-x64", replaced(b"python311.dll", b"python312.dll"), "it needs python312.dll"),
    "a library that is not everywhere, macOS": (
        "osx-arm64", replaced(b"libSystem.B", b"libSystem.C"), "it needs /usr/lib/libSystem.C.dylib"),
    "an executable stack": ("linux-arm64", segment(0x6474E551, 4, 7), "it has not a stack that is not executable"),
    "no word on the stack": (
        "linux-x64", segment(0x6474E551, 0, 0x6474E5FF), "it has not a stack that is not executable"),
    "relocations stay writable": (
        "linux-x64", segment(0x6474E552, 0, 0x6474E5FF), "it has not relocations that are read-only afterwards"),
    "symbols bound when they are used": ("linux-x64", flags(*BOUND), "it has not all its symbols bound when it is loaded"),
    "a fixed address": ("win-x64", characteristic(0x40), "it has not a random address"),
    "an address of 32 bits": ("win-arm64", characteristic(0x20), "it has not addresses of 64 random bits"),
    "executable data": ("win-x64", characteristic(0x100), "it has not data that is not executable"),
    "code that is changed when it is loaded": (
        "linux-x64", replaced(struct.pack("<Q", 0x6FFFFFF9), struct.pack("<Q", 22)), "it has not code without relocations"),
    "a signature of less than the file": (
        "osx-arm64", written(">II", first_page_only), "it has not a valid signature"),
    "a newer macOS": (
        "osx-x64", written("<I", lambda data: (command(data, 0x32) + 12, 0xB0300)), "it asks for version 11.3"),
    "a symbol for debuggers": ("osx-x64", exported(0, 0x20), "it exports []"),
    "a hidden symbol": ("osx-arm64", exported(0, 0x10), "it exports []"),
    "a symbol of the file's own": ("osx-arm64", exported(1, 0), "it exports []"),
    "a broken signature": ("osx-arm64", flipped, "it has not a valid signature"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_refused(case, tmp_path):
    platform, change, problem = WRONG[case]
    module = tmp_path / MODULES[platform].name
    module.write_bytes(change(MODULES[platform].read_bytes()))
    assert problem in problems(module, TARGETS[platform], read(MODULES[platform]).exports, "311")


UNIMPORTANT = {
    "one of two flags": ("linux-x64", flags(BOUND[0])), "the other": ("linux-arm64", flags(BOUND[1])),
    "letters of a DLL's name": ("win-x64", replaced(b"python311.dll", b"Python311.DLL"))}


@pytest.mark.parametrize("case", UNIMPORTANT)
def test_what_is_right_otherwise_is_accepted(case, tmp_path):
    platform, change = UNIMPORTANT[case]
    module = tmp_path / MODULES[platform].name
    module.write_bytes(change(MODULES[platform].read_bytes()))
    assert found(module, TARGETS[platform]) == []


def test_the_date_of_the_build_is_refused(tmp_path):
    data, module = MODULES["win-x64"].read_bytes(), tmp_path / MODULES["win-x64"].name
    kind = struct.pack("<I", 16)  # of the debug information that says that the date is a checksum
    date = data[struct.unpack_from("<I", data, 0x3C)[0] + 8:][:4]
    entry = data.index(date + struct.pack("<I", 0) + kind)
    module.write_bytes(data[:entry + 8] + struct.pack("<I", 2) + data[entry + 12:])
    assert found(module, TARGETS["win-x64"]) == ["it has not a date that is a checksum"]


def test_a_path_of_this_machine_is_no_name(tmp_path):
    library = tmp_path / LIBRARY.name
    for name in b"/build/lib", b"@ruath/lib":
        library.write_bytes(replaced(b"@rpath/lib", name)(LIBRARY.read_bytes()))
        assert "it has not a name that begins with @rpath" in problems(library, TARGETS["osx-arm64"], None)
