"""The Maven repository in the hands of its users: on each JDK of this machine it works, or says why not."""
import gzip
import hashlib
import itertools
import os
import platform
import re
import shutil
import subprocess
import time
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from conftest import PACKAGES, TESTS, run

CONSUMERS = Path(__file__).parent / "java"
VERSION = os.environ["HEADER_VERSION"]
JUNIT = os.environ["JUNIT_JAR"]
REPOSITORY = PACKAGES / "maven/org/example/square" / VERSION
JAR, SOURCES, JAVADOC = (REPOSITORY / f"square-{VERSION}{kind}.jar" for kind in ("", "-sources", "-javadoc"))
PACKAGE = "org/example/square"
NATIVE = f"{PACKAGE}/native/linux-{platform.machine()}/libsquare_jni.so.gz"
COMPRESSED = ZipFile(JAR).read(NATIVE)
LIBRARY = gzip.decompress(COMPRESSED)
PREFIX = "org.example.square.square_jni-"
QUIET = "-XX:-UsePerfData"  # without it, each JVM writes into /tmp
ROOT = os.getuid() == 0
MAY_MOUNT = subprocess.run(["unshare", "--mount", "true"], stderr=subprocess.DEVNULL).returncode == 0


def release(java):
    return int(re.search(r'version "(\d+)', run(java, QUIET, "-version"))[1])


JAVA = Path(os.environ["JAVA"]).resolve()
OTHERS = sorted(path.resolve() for path in Path("/usr/lib/jvm").glob("*/bin/java"))
JDKS = {java: number for java in dict.fromkeys([JAVA, *OTHERS]) if (number := release(java)) >= 11}
STRICT = [java for java in JDKS if JDKS[java] >= 24]  # they want consent before native code is loaded
on_strict_jdks = pytest.mark.parametrize("java", STRICT, ids=JDKS.get, indirect=True)


def tool(name, *arguments):
    return run(JAVA.with_name(name), f"-J{QUIET}", *arguments)


@pytest.fixture(params=JDKS, ids=JDKS.get)
def java(request):
    return request.param


@pytest.fixture(scope="module")
def made(place):
    """The consumers' classes, and a library that shows when it is loaded."""
    folder = place / "made"
    tool("javac", "--release", 11, "-Xlint:all", "-Werror", "-cp", f"{JAR}:{JUNIT}", "-d", folder,
         TESTS / "java/SquareMathTest.java", *CONSUMERS.glob("*.java"))
    include = JAVA.parents[1] / "include"
    run("cc", "-shared", "-fPIC", "-I", include, "-I", include / "linux", CONSUMERS / "planted.c",
        "-o", folder / "libsquare_jni.so")
    return folder


@pytest.fixture
def room(made, place):
    """For one JVM: its temporary folder, the jar, the library that the jar holds, and the planted one."""
    folder = place / "room"
    (folder / "tmp").mkdir(parents=True)
    (folder / "real.so").write_bytes(LIBRARY)
    shutil.copy(JAR, folder / "square.jar")
    shutil.copy(made / "libsquare_jni.so", folder)
    yield folder
    shutil.rmtree(folder)


def replace(jar, entries):
    """Gives entries of a jar other contents; None removes one."""
    with ZipFile(jar) as file:
        contents = {name: file.read(name) for name in file.namelist()}
    with ZipFile(jar, "w") as file:
        for name, content in {**contents, **entries}.items():
            if content is not None:
                file.writestr(name, content)


@pytest.fixture
def consume(java, made, room):
    def consume(*options, main=("Consumer", "ROOM/tmp"), entries={}, within=(), consent="ALL-UNNAMED", left=(),
                fails=False, **environment):
        """What a program printed; it must leave nothing but LEFT in its temporary folder. ROOM is the room's path."""
        def here(word):
            return str(word).replace("ROOM", str(room))

        if "unshare" in within and not MAY_MOUNT:
            pytest.skip("needs the right to mount")
        if entries:
            replace(room / "square.jar", entries)
        consents = [f"--enable-native-access={consent}"] if consent and java in STRICT else []
        command = [*within, java, QUIET, *consents, "-Djava.io.tmpdir=ROOM/tmp", "-cp", f"ROOM/square.jar:{made}"]
        output = run(*map(here, [*command, *options, *main]), fails=fails,
                     **{name: here(value) for name, value in environment.items()})
        assert sorted(os.listdir(room / "tmp")) == sorted(left)
        return output.replace(str(room), "ROOM")
    return consume


# ---- What is in the repository ----


def test_jar_holds_a_small_module_for_java_11():
    with ZipFile(JAR) as jar:
        files = {name: jar.read(name) for name in jar.namelist() if not name.endswith("/")}
    names = {f"org.example.square.{name}" for name in ("NativeLibrary", "ExtractedLibrary", "SquareMath", "SquareMathJNI")}
    classes = {"module-info.class", *(name.replace(".", "/") + ".class" for name in names)}
    metadata = {"META-INF/MANIFEST.MF", "META-INF/LICENSE", f"META-INF/sbom/square-linux-{platform.machine()}.cdx.json"}
    assert set(files) == {*metadata, NATIVE} | classes
    assert {int.from_bytes(files[name][6:8], "big") for name in classes} == {55}
    assert JAR.stat().st_size <= 30_000
    lines = tool("jar", "--describe-module", "--file", JAR).splitlines()
    assert lines[0].startswith("org.example.square jar:")
    assert lines[1:] == ["exports org.example.square", "requires java.base mandated", ""]
    assert "finalize" not in tool("javap", "-private", "-cp", JAR, *names)


def test_native_library_needs_nothing(room):
    dynamic = run("readelf", "-dW", room / "real.so")
    assert "BIND_NOW" in dynamic
    assert not re.search("NEEDED|RPATH|RUNPATH", dynamic)


def test_pom():
    pom = ElementTree.parse(JAR.with_suffix(".pom"))
    names = "groupId", "artifactId", "version", "licenses/{*}license/{*}name"
    assert [pom.findtext("{*}" + name) for name in names] == ["org.example", "square", VERSION, "MIT"]
    assert pom.find("{*}dependencies") is None


def test_every_file_has_the_checksums_that_maven_central_wants():
    names = [f"square-{VERSION}{kind}" for kind in (".jar", "-sources.jar", "-javadoc.jar", ".pom")]
    assert set(os.listdir(REPOSITORY)) == {name + kind for name in names for kind in ("", ".md5", ".sha1")}
    for name, algorithm in itertools.product(names, ("md5", "sha1")):
        expected = hashlib.new(algorithm, (REPOSITORY / name).read_bytes()).hexdigest()
        assert (REPOSITORY / f"{name}.{algorithm}").read_text() == expected


def test_sources_compile_and_documentation_shows_the_class(room):
    ZipFile(SOURCES).extractall(room / "sources")
    tool("javac", "--release", 11, "-Xlint:all", "-Werror", "-d", room, *(room / "sources").rglob("*.java"))
    compiled = {str(path.relative_to(room)) for path in room.rglob("*.class")}
    assert compiled == {name for name in ZipFile(JAR).namelist() if name.endswith(".class")}
    assert f"org.example.square/{PACKAGE}/SquareMath.html" in ZipFile(JAVADOC).namelist()


# ---- What works ----


def setting(name, value):
    return f"-Dorg.example.square.{name}={value}"


MODULE = ["-p", "ROOM/square.jar", "--add-modules=org.example.square"]
PLANTED = dict(cwd="ROOM", HOME="ROOM", LD_LIBRARY_PATH="ROOM:.:")
WORKS = {
    "alone": ([], {}),
    "as a module": (MODULE, dict(consent="org.example.square")),
    "beside planted libraries": (["-Djava.library.path=ROOM"], PLANTED),
    "chosen library": ([setting("library", "ROOM/real.so")], dict(entries={NATIVE: None})),
    "chosen directory": ([setting("directory", "ROOM/tmp"), "-Djava.io.tmpdir=/proc"], {}),
    "second directory": (["-Djava.io.tmpdir=/proc"], dict(XDG_RUNTIME_DIR="/proc", XDG_CACHE_HOME="ROOM/tmp")),
}


@pytest.mark.parametrize("case", WORKS)
def test_works(consume, case):
    options, how = WORKS[case]
    assert consume(*options, **how) == "49\n[]\n"


def test_a_preloaded_function_of_the_same_name_is_not_called(consume):
    assert consume(LD_PRELOAD="ROOM/libsquare_jni.so") == "PLANTED\n49\n[]\n"


def test_suite_passes_with_the_jar(consume, made):
    launcher = ["org.junit.platform.console.ConsoleLauncher", "--disable-banner", "--fail-if-no-tests"]
    consume("-cp", f"ROOM/square.jar:{made}:{JUNIT}", main=[*launcher, "--select-class=SquareMathTest"],
            VECTORS=os.environ["VECTORS"], HEADER_VERSION=VERSION, FAILING_CALLS=100)


def test_class_loaders_threads_and_a_jar_in_a_jar(consume, room):
    with ZipFile(room / "outer.jar", "w") as outer:
        outer.write(JAR, "square.jar")
    assert consume(main=["Loaders", "ROOM/square.jar", "ROOM/outer.jar"]) == f"{3 * 32 * 49}\n"


def test_a_class_loader_is_collected_with_the_library(consume):
    assert consume(main=["Reloads", "ROOM/square.jar"]) == 20 * "49, 1\n"


def test_java_ends_while_threads_are_calling(consume):
    assert consume(main=["Shutdown"]) == "bye\n"


@on_strict_jdks
def test_virtual_threads_and_closed_memory(consume):
    assert consume(main=[CONSUMERS.with_name("java22") / "Newer.java"]) == "49000\nAlready closed\n"


def test_no_other_user_can_enter_the_folder(consume, made):
    no_umask = ["sh", "-c", 'umask 0 && exec "$@"', "sh"]
    planted = gzip.compress((made / "libsquare_jni.so").read_bytes())
    output = consume(within=no_umask, entries={NATIVE: planted}, fails=True, WHEN_LOADED="stat -c %a ROOM/tmp/*")
    assert output.startswith("PLANTED\n700\n[]\n")


def test_a_start_removes_what_a_killed_process_left(consume, room):
    """kill -9 between writing and removing leaves one folder with the library; a start an hour later removes it."""
    old, young, foreign, link = [room / "tmp" / (PREFIX + name) for name in ("old", "young", "foreign", "link")]
    for folder in old, young, foreign:
        folder.mkdir()
        shutil.copy(room / "real.so", folder / "libsquare_jni.so")
    link.symlink_to(room)
    if ROOT:
        shutil.chown(foreign, "nobody")
    two_hours_ago = time.time() - 7200
    for path in room, old, foreign, link:
        os.utime(path, (two_hours_ago, two_hours_ago), follow_symlinks=False)
    kept = [young, link] + [foreign] * ROOT
    assert consume(left=[path.name for path in kept]).startswith("49\n")
    assert all((path / "libsquare_jni.so").exists() for path in kept)


# ---- What fails, and says why ----


def mounted(options):
    """Makes the temporary folder a mount that ends with the process, and is seen by no other."""
    return "unshare", "--mount", "sh", "-c", f'mount -t tmpfs -o {options} none ROOM/tmp && exec "$@"', "sh"


LINK_ERROR = "java.lang.UnsatisfiedLinkError: "
SET_LIBRARY = "Set the system property org.example.square.library to the absolute path of the library"
SET_EITHER = f"{SET_LIBRARY}, or org.example.square.directory to a folder where files may be written and executed"
NO_RESOURCE = f"there is no resource /{NATIVE}"
NOT_READ = f"the resource /{NATIVE} cannot be read: java"
NOT_FROM = f"the resource /{NATIVE} could not be loaded from\n  "
EXTRACTED = rf"ROOM/tmp/{PREFIX}\d+"
CHOSEN = "the system property org.example.square.library is "
NOBODY = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] * ROOT
DAMAGED = gzip.compress(LIBRARY[:-1] + b"?")[:-8] + COMPRESSED[-8:]  # which hold the checksum
OTHER_MACHINE = LIBRARY[:18] + (b"\x3e" if platform.machine() == "aarch64" else b"\xb7") + LIBRARY[19:]

FAILS = {
    "no resource": (["-Djava.library.path=ROOM"], dict(PLANTED, entries={NATIVE: None}), NO_RESOURCE, SET_LIBRARY),
    "unknown platform": (["-Dos.arch=riscv64"], {}, NO_RESOURCE.replace(platform.machine(), "riscv64"), SET_LIBRARY),
    "truncated": ([], dict(entries={NATIVE: COMPRESSED[:-9]}), f"{NOT_READ}.io.EOFException: .*", SET_LIBRARY),
    "damaged": (
        [], dict(entries={NATIVE: DAMAGED}), f"{NOT_READ}.util.zip.ZipException: Corrupt GZIP trailer", SET_LIBRARY),
    "of another machine": (
        [], dict(entries={NATIVE: gzip.compress(OTHER_MACHINE)}),
        rf"{NOT_FROM}ROOM/tmp: {LINK_ERROR}{EXTRACTED}/libsquare_jni.so: .* platform\)", SET_EITHER),
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
        f"{NOT_FROM}ROOM/tmp: java.io.IOException: No space left on device", SET_EITHER),
    "directory noexec": (
        [], dict(within=mounted("noexec")),
        f"{NOT_FROM}ROOM/tmp: java.io.IOException: the folder is mounted noexec: {EXTRACTED}/.*", SET_EITHER),
    "no directory": (
        ["-Djava.io.tmpdir=ROOM/missing"],
        dict(within=mounted("uid=nobody"), XDG_RUNTIME_DIR="ROOM/tmp", XDG_CACHE_HOME="/proc"),
        f"{NOT_FROM}ROOM/tmp: java.io.IOException: the folder belongs to nobody\n  /proc: .*\n  ROOM/missing: .*",
        SET_EITHER),
}


def assert_says(reason, remedy, output):
    """While it failed, the temporary folder was empty."""
    message = re.search(rf'\[\]\nException in thread "main" {LINK_ERROR}((?s:.*?))\n\t', output)[1]
    assert re.fullmatch(rf"cannot load square_jni for linux-\w+: {reason}\n{remedy}\.", message), message


@pytest.mark.parametrize("case", FAILS)
def test_says_what_failed(consume, case):
    options, how, reason, remedy = FAILS[case]
    output = consume(*options, fails=True, **how)
    assert_says(reason, remedy, output)
    assert "PLANTED" not in output


def test_refuses_a_library_of_another_version(consume):
    output = consume(setting("library", "ROOM/libsquare_jni.so"), fails=True)
    assert output.startswith("PLANTED\n[]\n")
    assert f"{LINK_ERROR}the native library has version 0.9.0, the Java code {VERSION}\n" in output


@on_strict_jdks
@pytest.mark.parametrize("options, caller", [([], "ALL-UNNAMED"), (MODULE, "org.example.square")])
def test_says_which_consent_is_missing(consume, options, caller):
    output = consume("--illegal-native-access=deny", *options, consent=None, fails=True)
    assert_says("native access is denied", f"Start Java with --enable-native-access={caller}", output)


@on_strict_jdks
def test_without_consent_java_warns_in_four_lines(consume):
    assert consume(consent=None) == """\
WARNING: A restricted method in java.lang.System has been called
WARNING: java.lang.System::load has been called by org.example.square.ExtractedLibrary in an unnamed module \
(file:ROOM/square.jar)
WARNING: Use --enable-native-access=ALL-UNNAMED to avoid a warning for callers in this module
WARNING: Restricted methods will be blocked in a future release unless native access is enabled

49
[]
"""


@pytest.mark.slow
def test_maven_resolves_and_compiles(room):
    for plugin in "compiler", "resources":
        if not Path(f"/usr/share/maven-repo/org/apache/maven/plugins/maven-{plugin}-plugin").exists():
            pytest.skip(f"needs Debian's maven and libmaven-{plugin}-plugin-java")
    shutil.copytree(CONSUMERS, room / "consumer")
    run("mvn", "-B", "-s", "settings.xml", f"-Dmaven.repo.local={room}/local", f"-Dpackages=file://{PACKAGES}/maven",
        f"-Dversion={VERSION}", "compile", cwd=room / "consumer", JAVA_HOME=JAVA.parents[1],
        MAVEN_OPTS=f"{QUIET} -Duser.home={room} -Djava.io.tmpdir={room}/tmp")
    [jar] = (room / "local/org/example").rglob("*.jar")
    output = run(JAVA, QUIET, "-cp", f"{jar}:{room}/consumer/target/classes", "Consumer", room / "tmp")
    assert output.endswith("49\n[]\n")  # after the warnings of JDK 24 and later
