"""What fails says each path that was tried, why it failed, and what helps."""
import gzip
import os
import platform
import re
import shutil
from zipfile import ZipFile

import pytest
from conftest import EXAMPLES, EXPECTED, JAVA_PACKAGE, NAME, VERSION
from jvm import (COMPRESSED, FILE, FOLDER, JAR, LIBRARY, MODULE, NATIVE, PERMISSIONS, PREFIX, ROOT, exports, jni_name,
                 on_one_jdk, on_strict_jdks, replace, setting, tool)


def mounted(options):
    """Makes the temporary folder a mount that ends with the process, and is seen by no other."""
    return "unshare", "--mount", "sh", "-c", f'mount -t tmpfs -o {options} none ROOM/tmp && exec "$@"', "sh"


LINK_ERROR = "java.lang.UnsatisfiedLinkError: "
IO_ERROR = "java.io.IOException: "
SET_LIBRARY = f"Set the system property {JAVA_PACKAGE}.library to the absolute path of the library"
SET_EITHER = f"{SET_LIBRARY}, or {JAVA_PACKAGE}.directory to a folder where files may be written and executed"
NO_RESOURCE = f"there is no resource /{NATIVE}"
NOT_READ = f"the resource /{NATIVE} cannot be read: java"
NOT_FROM = f"the resource /{NATIVE} could not be loaded from\n  "
EXTRACTED = rf"ROOM/tmp/{PREFIX}\d+"
CHOSEN = f"the system property {JAVA_PACKAGE}.library is "
NOBODY = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] * ROOT
DAMAGED = gzip.compress(LIBRARY[:-1] + b"?")[:-8] + COMPRESSED[-8:]  # which hold the checksum
OTHER_MACHINE = LIBRARY[:18] + (b"\x3e" if platform.machine() == "aarch64" else b"\xb7") + LIBRARY[19:]
NO_TMP = ["-Djava.io.tmpdir=ROOM/missing"]

FAILS = {
    "no resource": (["-Djava.library.path=ROOM"], dict(cwd="ROOM", LD_LIBRARY_PATH="ROOM:.:", entries={NATIVE: None}),
                    NO_RESOURCE, SET_LIBRARY),
    "truncated": ([], dict(entries={NATIVE: COMPRESSED[:-9]}), f"{NOT_READ}.io.EOFException: .*", SET_LIBRARY),
    "damaged": (
        [], dict(entries={NATIVE: DAMAGED}), f"{NOT_READ}.util.zip.ZipException: Corrupt GZIP trailer", SET_LIBRARY),
    "of another machine": (
        [], dict(entries={NATIVE: gzip.compress(OTHER_MACHINE)}),
        rf"{NOT_FROM}ROOM/tmp: {LINK_ERROR}{EXTRACTED}/{FILE}: .* platform\)", SET_EITHER),
    "chosen library missing": (
        [setting("library", "ROOM/missing")], {},
        f"{CHOSEN}'ROOM/missing': Can't load library: ROOM/missing", SET_LIBRARY),
    "chosen library unreadable": (
        [setting("library", "/etc/shadow")], dict(within=NOBODY),
        f"{CHOSEN}'/etc/shadow': .*: Permission denied", SET_LIBRARY),
    "chosen directory missing": (
        [setting("directory", "ROOM/missing")], {},
        rf"{NOT_FROM}ROOM/missing: java.nio.file.NoSuchFileException: ROOM/missing/{PREFIX}\d+", SET_EITHER),
    "directory read-only": (
        [], dict(within=mounted("ro")),
        f"{NOT_FROM}ROOM/tmp: java.nio.file.FileSystemException: {EXTRACTED}: Read-only file system", SET_EITHER),
    "directory full": (
        [], dict(within=mounted("size=4k")),
        f"{NOT_FROM}ROOM/tmp: {IO_ERROR}No space left on device", SET_EITHER),
    "directory noexec": (
        [], dict(within=mounted("noexec")),
        f"{NOT_FROM}ROOM/tmp: {IO_ERROR}the folder is mounted noexec: {EXTRACTED}/.*", SET_EITHER),
    "no directory": (
        NO_TMP, dict(within=mounted("uid=nobody"), XDG_RUNTIME_DIR="ROOM/tmp", XDG_CACHE_HOME="/proc"),
        f"{NOT_FROM}ROOM/tmp: {IO_ERROR}the folder belongs to nobody\n  /proc: .*\n  ROOM/missing: .*", SET_EITHER),
    "a relative directory is none": (
        NO_TMP, dict(XDG_RUNTIME_DIR="tmp", XDG_CACHE_HOME="", cwd="ROOM"),
        f"{NOT_FROM}ROOM/missing: java.nio.file.NoSuchFileException: .*", SET_EITHER),
    "no directory is set": (
        ["-Djava.io.tmpdir="], {}, f"the resource /{NATIVE} could not be loaded anywhere: no folder is set", SET_EITHER),
}


def assert_says(reason, remedy, output, platform=r"linux-\w+"):
    message = re.search(rf'Exception in thread "main" {LINK_ERROR}((?s:.*?))\n\t', output)[1]
    assert re.fullmatch(rf"cannot load {NAME}_jni for {platform}: {reason}\n{re.escape(remedy)}\.", message), message


@pytest.mark.parametrize("case", FAILS)
def test_says_what_failed(consume, case):
    options, how, reason, remedy = FAILS[case]
    output = consume(*options, fails=True, **how)
    assert_says(reason, remedy, output)
    assert output.partition("Exception in")[0].endswith("[]\n")  # while it failed, the temporary folder was empty
    assert "PLANTED" not in output


SHARED = {
    "0770": f"{IO_ERROR}others can write to the folder",
    "0702": f"{IO_ERROR}others can write to the folder",
    "link": f"{IO_ERROR}the folder is a symbolic link",
    "link/": f"{IO_ERROR}the folder is a symbolic link",
    "link/.": f"{IO_ERROR}the folder is a symbolic link",
}


@on_one_jdk
@pytest.mark.parametrize("variable", ["XDG_RUNTIME_DIR", "XDG_CACHE_HOME"])
@pytest.mark.parametrize("folder", SHARED)
def test_a_folder_that_is_not_for_us_alone_is_passed_over(consume, room, folder, variable):
    for mode in "0770", "0702":
        (room / mode).mkdir()
        (room / mode).chmod(int(mode, 8))
    (room / "link").symlink_to(room / "tmp")
    assert consume(**{variable: f"ROOM/{folder}"}) == f"{EXPECTED}[]\n"
    output = consume(*NO_TMP, fails=True, **{variable: f"ROOM/{folder}"})
    assert_says(f"{NOT_FROM}ROOM/{folder}: {SHARED[folder]}\n  ROOM/missing: .*", SET_EITHER, output)
    assert os.listdir(room / "0770") == os.listdir(room / "0702") == []


PLATFORMS = {
    ("Linux", "riscv64"): "linux-riscv64",
    ("Mac OS X", "arm64"): "macos-aarch64",
    ("Windows 11", "amd64"): "windows-x86_64",
    ("AIX", "ppc64"): "aix-ppc64",  # an i without a dot, in Turkish
}


@on_one_jdk
@pytest.mark.parametrize("system, machine", PLATFORMS)
def test_names_the_platform(consume, system, machine):
    output = consume(f"-Dos.name={system}", f"-Dos.arch={machine}", "-Duser.language=tr", fails=True)
    expected = PLATFORMS[system, machine]
    assert_says(f"there is no resource /{FOLDER}/native/{expected}/.*", SET_LIBRARY, output, platform=expected)


@on_one_jdk
def test_classes_that_were_moved_to_another_package(consume, room):
    """As shading does: names in code, texts that begin with one, and resources."""
    with ZipFile(JAR) as jar, ZipFile(JAR.with_name(f"{JAR.stem}-sources.jar")) as sources:
        texts = [sources.read(name).decode() for name in sources.namelist() if name.endswith(".java")]
        library = jar.read(NATIVE)
    texts.append((EXAMPLES / "Hello.java").read_text(encoding="utf-8"))
    for text in texts:
        name = re.search(r"(?:class|module) ([\w.]+)", text)[1]
        (room / f"{name}.java").write_text(text.replace(JAVA_PACKAGE, f"shaded.{JAVA_PACKAGE}"), encoding="utf-8")
    (room / f"{JAVA_PACKAGE}.java").unlink()
    tool("javac", "-encoding", "UTF-8", "-d", room / "shaded", *room.glob("*.java"))
    shutil.make_archive(room / "shaded", "zip", room / "shaded")
    replace(room / "shaded.zip", {f"shaded/{NATIVE}": library})
    output = consume("-cp", "ROOM/shaded.zip", main=["Hello"], fails=True)
    assert_says(f"native code finds its classes in {JAVA_PACKAGE} only, but they were moved to shaded.{JAVA_PACKAGE}",
                f"Exclude {JAVA_PACKAGE} from the relocation of classes", output)


def test_a_chosen_library_that_a_security_manager_refuses(consume, policy):
    options = policy(*PERMISSIONS, f'java.util.PropertyPermission "{JAVA_PACKAGE}.*", "read"')
    output = consume(*options, setting("library", "ROOM/real.so"), fails=True)
    assert_says(f"{CHOSEN}'ROOM/real.so': access denied .*", SET_LIBRARY, output)


def test_refuses_a_library_of_another_version(consume, room):
    if jni_name("version") not in exports(room / "real.so"):
        pytest.skip("the library does not tell its version")
    output = consume(setting("library", f"ROOM/{FILE}"), fails=True)
    assert output.startswith("PLANTED\n[]\n")
    assert f"{LINK_ERROR}the native library has version 0.9.0, the Java code {VERSION}\n" in output


# ---- Consent, from Java 24 on ----


@on_strict_jdks
@pytest.mark.parametrize("options, caller", [([], "ALL-UNNAMED"), (MODULE, JAVA_PACKAGE)])
def test_says_which_consent_is_missing(consume, options, caller):
    output = consume("--illegal-native-access=deny", *options, consent=None, fails=True)
    assert_says("native access is denied", f"Start Java with --enable-native-access={caller}", output)


@on_strict_jdks
def test_without_consent_java_warns_in_four_lines(consume):
    assert consume(consent=None) == f"""\
WARNING: A restricted method in java.lang.System has been called
WARNING: java.lang.System::load has been called by {JAVA_PACKAGE}.ExtractedLibrary in an unnamed module \
(file:ROOM/library.jar)
WARNING: Use --enable-native-access=ALL-UNNAMED to avoid a warning for callers in this module
WARNING: Restricted methods will be blocked in a future release unless native access is enabled

{EXPECTED}[]
"""
