"""The NuGet package, installed by programs that know nothing of this repository."""
import os
import platform
import re
import shutil
import signal
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import PACKAGES, TESTS, run

DOTNET = Path(os.environ["DOTNET"])
VERSION = os.environ["HEADER_VERSION"]
NUPKG = PACKAGES / f"Example.Square.{VERSION}.nupkg"
SNUPKG = NUPKG.with_suffix(".snupkg")
PROCESSOR = {"x86_64": "x64", "aarch64": "arm64"}[platform.machine()]
PORTABLE = r"runtimes/(linux|osx|win)-(x64|arm64)/native/square_csharp\.(so|dylib|dll)"


# ---- What is in the package ----


def entries(package):
    """Without what every package has: NuGet's own bookkeeping."""
    with ZipFile(package) as file:
        names = (re.sub(PORTABLE, "native library", name) for name in file.namelist())
        return sorted(name for name in names if not re.match(r"_rels/|package/|\[Content_Types\]", name))


def nuspec():
    with ZipFile(NUPKG) as file:
        metadata = ET.fromstring(file.read("Example.Square.nuspec"))[0]
    return {re.sub("{.*}", "", element.tag): element for element in metadata}


def test_it_holds_what_users_need_and_nothing_else():
    assert entries(NUPKG) == ["Example.Square.nuspec", "LICENSE", "README.md", "buildTransitive/Example.Square.targets",
                              "lib/net8.0/Example.Square.dll", "lib/net8.0/Example.Square.xml", "native library",
                              f"sbom/linux-{PROCESSOR}.cdx.json"]
    assert entries(SNUPKG) == ["Example.Square.nuspec", "lib/net8.0/Example.Square.pdb"]
    assert NUPKG.stat().st_size <= 40 * 1024


def test_it_says_what_it_is():
    metadata = {name: element.text for name, element in nuspec().items()}
    expected = {"id": "Example.Square", "version": VERSION, "license": "MIT", "readme": "README.md"}
    assert metadata.items() >= expected.items()
    assert all(metadata[name] for name in ("authors", "description", "projectUrl", "releaseNotes", "tags"))


def test_it_needs_no_other_package():
    [group] = nuspec()["dependencies"]
    assert group.attrib == {"targetFramework": "net8.0"} and len(group) == 0


# ---- Installed ----


@pytest.fixture(scope="session")
def dotnet(place):
    """Runs the .NET SDK: all that it leaves is in the place, no server stays, no call sees what another has built."""
    shutil.copytree(TESTS / "packages/csharp", place, dirs_exist_ok=True)
    environment = {
        "HOME": place, "DOTNET_CLI_HOME": place, "TMPDIR": place, "NUGET_PACKAGES": place / "cache",
        "DOTNET_NOLOGO": 1, "DOTNET_CLI_TELEMETRY_OPTOUT": 1, "DOTNET_GENERATE_ASPNET_CERTIFICATE": "false",
        "NUGET_CERT_REVOCATION_MODE": "offline"}  # online, it waits 20 s where the authorities cannot be reached

    def dotnet(command, project, *options, **how):
        return run(DOTNET, command, place / project, *options, f"-p:PackageVersion={VERSION}",
                   "--disable-build-servers", "--artifacts-path", tempfile.mkdtemp(dir=place), **environment, **how)
    return dotnet


@pytest.fixture(scope="session")
def consumer(dotnet, place):
    """A program that prints the square of 7. Its package comes from our folder alone; later restores find it cached."""
    dotnet("build", "consumer", f"-p:RestoreSources={PACKAGES}", "-o", place / "portable")
    return place / "portable"


@pytest.fixture(scope="session")
def installed(consumer, place):
    folder = place / "cache/example.square" / VERSION
    assert (folder / f"example.square.{VERSION}.nupkg").read_bytes() == NUPKG.read_bytes()
    return folder


@pytest.fixture(scope="session")
def hostile(place):
    """A folder with both names that .NET looks for, in a library whose answer is 666."""
    folder = place / "hostile"
    folder.mkdir()
    for name in "square_csharp.so", "libsquare_csharp.so":
        run("gcc", "-shared", "-fPIC", place / "hostile.c", "-o", folder / name)
    return folder


@pytest.fixture
def copy(consumer, place):
    """The program, to be spoiled, and where its native library is."""
    shutil.rmtree(place / "copy", ignore_errors=True)
    folder = shutil.copytree(consumer, place / "copy")
    return folder / "Consumer.dll", next(folder.glob("runtimes/*/native/*"))


def test_the_suite_of_the_build_tree_passes(dotnet, installed, place):
    with ZipFile(SNUPKG) as file:
        symbols = file.extract("lib/net8.0/Example.Square.pdb", place)
    dotnet("build", "suite", f"-p:RestoreAdditionalProjectSources={PACKAGES}", "-o", place / "suite/out",
           f"-p:Tests={TESTS / 'csharp/SquareMathTests.cs'}")
    output = run(DOTNET, place / "suite/out/Suite.dll", "-noLogo", "-noColor", TMPDIR=place, FAILING_CALLS=1000,
                 VECTORS=TESTS / "vectors.csv", HEADER_VERSION=VERSION, SYMBOLS=symbols)
    assert int(re.search(r"Total: (\d+)", output)[1]) > 30


def test_editors_show_the_documentation(installed):
    members = ET.parse(installed / "lib/net8.0/Example.Square.xml").iter("member")
    summaries = {member.get("name"): member.findtext("summary") for member in members}
    assert summaries["M:Example.SquareMath.Square(System.Int32)"] == "Squares a number."


# ---- Published ----

LINUX = f"-r linux-{PROCESSOR} --self-contained"
MODES = {
    "portable": "",
    "for this system": LINUX + " false",
    "for musl": f"-r linux-musl-{PROCESSOR} --self-contained false",
    "self-contained": LINUX,
    "self-contained, .NET 8": LINUX + " -p:Framework=net8.0",
    "self-contained, .NET 9": LINUX + " -p:Framework=net9.0",
    "single file, library beside it": LINUX + " -p:PublishSingleFile=true",
    "one file": LINUX + " -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true",
    "trimmed": LINUX + " -p:PublishTrimmed=true",
    "ahead of time": LINUX + " -p:PublishAot=true",
}


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_it_runs_however_it_is_published(mode, dotnet, installed, hostile, place):
    shutil.rmtree(place / "published", ignore_errors=True)
    dotnet("publish", "consumer", f"-p:RestoreAdditionalProjectSources={PACKAGES}", "-o", place / "published",
           *MODES[mode].split())
    if "musl" in mode:
        assert (place / "published/square_csharp.so").exists()
    else:
        environment = {"HOME": place, "DOTNET_ROOT": DOTNET.resolve().parent, "LD_LIBRARY_PATH": hostile}
        assert run(place / "published/Consumer", **environment) == "49\n"


WINDOWS = ["-r", "win-x64", "--self-contained", "false", "-p:UseAppHost=false", f"-p:RestoreSources={PACKAGES}"]


def test_a_platform_without_a_native_library_is_an_error(dotnet, installed):
    output = dotnet("publish", "consumer", *WINDOWS, fails=True)
    assert f"EXAMPLESQUARE1: Example.Square has no native library for win-x64, only for linux-{PROCESSOR}. " in output


@pytest.mark.slow
def test_unless_the_program_brings_its_own(dotnet, installed):
    dotnet("publish", "consumer", *WINDOWS, "-p:ExampleSquareRequireNative=false")


# ---- Planted ----

PLANTED = {
    "current folder": lambda folder: {"cwd": folder},
    "home": lambda folder: {"HOME": folder},
    "LD_LIBRARY_PATH": lambda folder: {"LD_LIBRARY_PATH": folder},
    "LD_LIBRARY_PATH with .": lambda folder: {"LD_LIBRARY_PATH": ".", "cwd": folder},
    "LD_LIBRARY_PATH with an empty element": lambda folder: {"LD_LIBRARY_PATH": ":", "cwd": folder},
}


@pytest.mark.parametrize("where", PLANTED)
def test_a_planted_library_is_never_loaded(where, copy, hostile):
    program, library = copy
    assert run(DOTNET, program, **PLANTED[where](hostile)) == "49\n"
    library.unlink()
    assert run(DOTNET, program, fails=True, **PLANTED[where](hostile)).startswith("DllNotFoundException")


def test_a_preloaded_library_changes_nothing(consumer, hostile):
    assert run(DOTNET, consumer / "Consumer.dll", LD_PRELOAD=hostile / "square_csharp.so") == "49\n"


def test_the_planted_library_works(copy, hostile):
    program, library = copy
    shutil.copy(hostile / "square_csharp.so", library)
    assert run(DOTNET, program) == "666\n"


# ---- Spoiled ----


def patch(offset, *octets):
    """Replaces octets of the ELF header."""
    def patch(library):
        content = bytearray(library.read_bytes())
        content[offset:offset + len(octets)] = octets
        library.write_bytes(content)
    return patch


NOT_FOUND = "DllNotFoundException: .*/native/square_csharp.so: "
SPOILED = {
    "missing": (lambda library: library.unlink(), NOT_FOUND + "cannot open shared object file: No such file"),
    "empty": (lambda library: library.write_bytes(b""), NOT_FOUND + "file too short"),
    "text": (lambda library: library.write_text("text\n"), NOT_FOUND + "file too short"),
    "other processor": (patch(18, 183, 0), NOT_FOUND + "cannot open shared object file: No such file"),
    "32 bits": (patch(4, 1), NOT_FOUND + "wrong ELF class: ELFCLASS32"),
    "other version": (lambda library: run("gcc", "-shared", "-xc", "/dev/null", "-o", library),
                      "EntryPointNotFoundException: .*'CSharp_Example_Square' in shared library 'square_csharp'"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_library_is_an_exception(how, copy):
    program, library = copy
    spoil, message = SPOILED[how]
    spoil(library)
    assert re.match(message, run(DOTNET, program, fails=True), re.DOTALL)


def test_an_unreadable_library_is_an_exception(copy):
    program, library = copy
    library.chmod(0)
    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    output = run(*as_nobody, DOTNET, program, fails=True)
    assert re.match(NOT_FOUND + "cannot open shared object file: Permission denied", output, re.DOTALL)


def test_a_folder_that_forbids_execution_is_an_exception(copy):
    program, library = copy
    noexec = ["unshare", "--mount", "--map-root-user", "sh", "-c",
              'mount --bind "$0" "$0" && mount -o remount,bind,noexec "$0" && exec "$@"', library.parent]
    try:
        run(*noexec, "true")
    except AssertionError as error:
        pytest.skip(f"cannot mount: {error}")
    output = run(*noexec, DOTNET, program, fails=True)
    assert re.match(NOT_FOUND + "failed to map segment", output, re.DOTALL)


def test_a_truncated_library_ends_the_process(copy):
    """A limit, not a promise: the system's loader reads beyond the end of the file, and no program can catch that."""
    program, library = copy
    os.truncate(library, library.stat().st_size // 2)
    status = run("sh", "-c", '"$0" "$1" >/dev/null 2>&1; echo $?', DOTNET, program, TMPDIR=program.parent)
    assert int(status) == 128 + signal.SIGBUS
