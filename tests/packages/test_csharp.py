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

from conftest import CSHARP_PACKAGE, EXAMPLES, EXPECTED, LICENSES, PACKAGES, TESTS, VERSION, run

DOTNET = Path(os.environ["DOTNET"])
NUPKG = PACKAGES / f"{CSHARP_PACKAGE}.{VERSION}.nupkg"
SNUPKG = NUPKG.with_suffix(".snupkg")
PROCESSOR = {"x86_64": "x64", "aarch64": "arm64"}[platform.machine()]
PROJECT = (TESTS.parent / "project.cmake").read_text(encoding="utf-8")
WHO = dict(re.findall(r'^set\((\w+) "?([^")]*)"?\)', PROJECT, re.MULTILINE))
ID = re.sub("^(?=[0-9])", "_", re.sub("[^A-Za-z0-9]", "", CSHARP_PACKAGE))


# ---- What is in the package ----


def entries(package):
    """Without what every package has: NuGet's own bookkeeping."""
    with ZipFile(package) as file:
        return sorted(name for name in file.namelist() if not re.match(r"_rels/|package/|\[Content_Types\]", name))


[NATIVE] = [name for name in entries(NUPKG) if re.fullmatch(r"runtimes/(linux|osx|win)-(x64|arm64)/native/[^/]+", name)]
MODULE = Path(NATIVE).name


def nuspec():
    with ZipFile(NUPKG) as file:
        metadata = ET.fromstring(file.read(f"{CSHARP_PACKAGE}.nuspec"))[0]
    return {re.sub("{.*}", "", element.tag): element for element in metadata}


def test_it_holds_what_users_need_and_nothing_else():
    assert entries(NUPKG) == sorted([
        f"{CSHARP_PACKAGE}.nuspec", *LICENSES, "README.md", f"buildTransitive/{CSHARP_PACKAGE}.targets", NATIVE,
        f"lib/net8.0/{CSHARP_PACKAGE}.dll", f"lib/net8.0/{CSHARP_PACKAGE}.xml", f"sbom/linux-{PROCESSOR}.cdx.json"])
    assert entries(SNUPKG) == [f"{CSHARP_PACKAGE}.nuspec", f"lib/net8.0/{CSHARP_PACKAGE}.pdb"]


def test_it_says_what_it_is():
    metadata = {name: element.text for name, element in nuspec().items()}
    assert metadata.items() >= {
        "id": CSHARP_PACKAGE, "version": VERSION, "license": WHO["library_license"], "readme": "README.md",
        "authors": WHO["library_authors"], "description": WHO["library_description"], "projectUrl": WHO["library_homepage"],
        "releaseNotes": f"See CHANGELOG.md at {WHO['library_homepage']}.",
        "tags": f"{WHO['library_name']} native pinvoke swig"}.items()
    assert nuspec()["repository"].attrib == {"url": WHO["library_homepage"]}  # no commit: an archive of the sources has none


def test_it_is_made_to_be_shipped():
    """Nothing but the code: no names for a debugger of C, and what trimming and ahead-of-time compilers ask for."""
    with ZipFile(NUPKG) as package, tempfile.TemporaryDirectory() as folder:
        assert run("nm", package.extract(NATIVE, folder)).endswith("no symbols\n")
        assembly = package.read(f"lib/net8.0/{CSHARP_PACKAGE}.dll")
        page = package.read("README.md").decode()
    assert b"IsTrimmable" in assembly
    assert [link for link in re.findall(r"\]\(([^)]*)\)", page) if not link.startswith(("https://", "#"))] == []


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
    consumed = {"Hello": shutil.copy(EXAMPLES / "Hello.cs", place), "Library": CSHARP_PACKAGE, "LibraryVersion": VERSION,
                "RestoreAdditionalProjectSources": PACKAGES}

    def dotnet(command, project, *options, **how):
        return run(DOTNET, command, place / project, *(f"-p:{name}={value}" for name, value in consumed.items()), *options,
                   "--disable-build-servers", "--artifacts-path", tempfile.mkdtemp(dir=place), **environment, **how)
    return dotnet


@pytest.fixture(scope="session")
def consumer(dotnet, place):
    """The author's program. Its package comes from our folder alone; later restores find it cached."""
    dotnet("build", "consumer", f"-p:RestoreSources={PACKAGES}", "-o", place / "portable")
    return place / "portable"


@pytest.fixture(scope="session")
def installed(consumer, place):
    folder = place / "cache" / CSHARP_PACKAGE.lower() / VERSION
    assert (folder / f"{CSHARP_PACKAGE}.{VERSION}.nupkg".lower()).read_bytes() == NUPKG.read_bytes()
    return folder


@pytest.fixture(scope="session")
def hostile(place):
    """A folder with both names that .NET looks for."""
    folder = place / "hostile"
    folder.mkdir()
    for name in MODULE, f"lib{MODULE}":
        run("gcc", "-shared", "-fPIC", place / "planted.c", "-o", folder / name)
    return folder


@pytest.fixture
def copy(consumer, place):
    """The program, to be spoiled, and where its native library is."""
    shutil.rmtree(place / "copy", ignore_errors=True)
    folder = shutil.copytree(consumer, place / "copy")
    return folder / "Consumer.dll", folder / NATIVE


@pytest.fixture(scope="session")
def host(dotnet, consumer, place):
    """Runs the author's program inside a process of another one."""
    dotnet("build", "host", "-p:Libraries=", "-o", place / "host/out")

    def host(how, *arguments):
        return run(DOTNET, place / "host/out/Host.dll", how, *(arguments or [consumer / "Consumer.dll"]), TMPDIR=place)
    return host


def test_it_runs(consumer):
    assert run(DOTNET, consumer / "Consumer.dll") == EXPECTED


def test_editors_show_the_documentation(installed):
    members = list(ET.parse(installed / f"lib/net8.0/{CSHARP_PACKAGE}.xml").iter("member"))
    assert members and all(member.findtext("summary") for member in members)


def test_debuggers_find_every_source_and_no_path_of_the_build(host, installed, place):
    with ZipFile(SNUPKG) as file:
        symbols = file.extract(f"lib/net8.0/{CSHARP_PACKAGE}.pdb", place)
    belongs, *sources = host("symbols", installed / f"lib/net8.0/{CSHARP_PACKAGE}.dll", symbols).splitlines()
    assert belongs == "of this assembly"
    assert [source for source in sources if not re.fullmatch(r"/_\d?/.+\.cs embedded", source)] == []
    assert any(source.endswith(f"/bindings/csharp/generated/{WHO['library_class']}.cs embedded") for source in sources)


# ---- In a process ----


def test_many_threads_make_the_first_call(host):
    assert host("first call") == 32 * EXPECTED


def test_it_ends_while_threads_call(host):
    for _ in range(5):
        assert host("exit") == ""


def test_contexts_that_loaded_it_are_unloaded(host):
    assert host("unload") == 3 * (4 * EXPECTED + "unloaded\n")


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
    dotnet("publish", "consumer", "-o", place / "published", *MODES[mode].split())
    if "musl" in mode:
        assert (place / "published" / MODULE).exists()
    else:
        environment = {"HOME": place, "DOTNET_ROOT": DOTNET.resolve().parent, "LD_LIBRARY_PATH": hostile}
        assert run(place / "published/Consumer", **environment) == EXPECTED


WINDOWS = "-r win-x64 --self-contained false"
EXCLUDED = " -p:ExcludeAssets=native"
LIBRARY = " -p:OutputType=Library -p:Hello="
NOT_MISSING = {
    "left out by the program": f"-r linux-{PROCESSOR}" + EXCLUDED,
    "left out, for musl": f"-r linux-musl-{PROCESSOR}" + EXCLUDED,
    "left out, for a platform without one": WINDOWS + EXCLUDED,
    "no platform": "-r any",
    "class library": WINDOWS + LIBRARY,
    "not wanted": WINDOWS + f" -p:{ID}RequireNative=false",
    "editor": WINDOWS + " -p:DesignTimeBuild=true",
}
MISSING = {
    "program": WINDOWS,
    "plug-in": WINDOWS + LIBRARY + " -p:EnableDynamicLoading=true",
    "published class library": WINDOWS + LIBRARY + " -p:_IsPublishing=true",  # which `dotnet publish` sets
}


def first_of(cases):
    """The others are for `./dev test --all`."""
    return [pytest.param(case, marks=[pytest.mark.slow] if i else []) for i, case in enumerate(cases)]


@pytest.fixture
def resolve(dotnet, installed):
    """Builds as far as to where NuGet's packages are resolved, and the package has its say."""
    def resolve(options, **how):
        return dotnet("build", "consumer", "-t:ResolvePackageAssets", "-p:UseAppHost=false", *options.split(), **how)
    return resolve


@pytest.mark.parametrize("case", first_of(MISSING))
def test_a_platform_without_a_native_library_is_an_error(case, resolve):
    reason = f"{CSHARP_PACKAGE} has no native library for win-x64, only for linux-{PROCESSOR}. "
    assert f"{ID.upper()}1: {reason}" in resolve(MISSING[case], fails=True)


@pytest.mark.parametrize("case", first_of(NOT_MISSING))
def test_where_nothing_is_missing_there_is_no_error(case, resolve):
    resolve(NOT_MISSING[case])


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
    assert run(DOTNET, program, **PLANTED[where](hostile)) == EXPECTED
    library.unlink()
    assert "DllNotFoundException" in run(DOTNET, program, fails=True, **PLANTED[where](hostile))


def test_a_preloaded_library_changes_nothing(consumer, place):
    """Neither what .NET calls nor what that calls in the C library is looked for in the process."""
    names = {name for file in (TESTS / "evidence/exports").glob("*.txt") for name in file.read_text().split()}
    functions = "".join(f"void {name}(void) {{ _exit(66); }}\n" for name in names)
    (place / "preloaded.c").write_text("void _exit(int);\n" + functions)
    run("gcc", "-shared", "-fPIC", place / "preloaded.c", "-o", place / "preloaded.so")
    assert run(DOTNET, consumer / "Consumer.dll", LD_PRELOAD=place / "preloaded.so") == EXPECTED


def test_the_planted_library_works(copy, hostile):
    program, library = copy
    shutil.copy(hostile / MODULE, library)
    assert run(DOTNET, program, fails=True) == "planted\n"


# ---- Spoiled ----


def patch(offset, *octets):
    """Replaces octets of the ELF header."""
    def patch(library):
        content = bytearray(library.read_bytes())
        content[offset:offset + len(octets)] = octets
        library.write_bytes(content)
    return patch


NOT_FOUND = f"DllNotFoundException: .*/native/{MODULE}: "
SPOILED = {
    "missing": (lambda library: library.unlink(), NOT_FOUND + "cannot open shared object file: No such file"),
    "empty": (lambda library: library.write_bytes(b""), NOT_FOUND + "file too short"),
    "text": (lambda library: library.write_text("text\n"), NOT_FOUND + "file too short"),
    "other processor": (patch(18, 183, 0), NOT_FOUND + "cannot open shared object file: No such file"),
    "32 bits": (patch(4, 1), NOT_FOUND + "wrong ELF class: ELFCLASS32"),
    "other version": (lambda library: run("gcc", "-shared", "-xc", "/dev/null", "-o", library),
                      f"EntryPointNotFoundException: .*'CSharp_.*' in shared library '{Path(MODULE).stem}'"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_library_is_an_exception(how, copy):
    program, library = copy
    spoil, message = SPOILED[how]
    spoil(library)
    assert re.search(message, run(DOTNET, program, fails=True), re.DOTALL)


def test_an_unreadable_library_is_an_exception(copy):
    program, library = copy
    library.chmod(0)
    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    output = run(*as_nobody, DOTNET, program, fails=True)
    assert re.search(NOT_FOUND + "cannot open shared object file: Permission denied", output, re.DOTALL)


def test_a_folder_that_forbids_execution_is_an_exception(copy):
    program, library = copy
    noexec = ["unshare", "--mount", "--map-root-user", "sh", "-c",
              'mount --bind "$0" "$0" && mount -o remount,bind,noexec "$0" && exec "$@"', library.parent]
    try:
        run(*noexec, "true")
    except AssertionError as error:
        pytest.skip(f"cannot mount: {error}")
    output = run(*noexec, DOTNET, program, fails=True)
    assert re.search(NOT_FOUND + "failed to map segment", output, re.DOTALL)


def test_a_truncated_library_ends_the_process(copy):
    """A limit, not a promise: the system's loader reads beyond the end of the file, and no program can catch that."""
    program, library = copy
    os.truncate(library, library.stat().st_size // 2)
    status = run("sh", "-c", '"$0" "$1" >/dev/null 2>&1; echo $?', DOTNET, program, TMPDIR=program.parent)
    assert int(status) == 128 + signal.SIGBUS
