"""The jar in the hands of its users: on each JDK of this machine, in odd surroundings, it works and leaves nothing."""
import gzip
import os
import shutil
import time
from zipfile import ZipFile

import pytest
from conftest import EXPECTED, JAVA_PACKAGE, NAME, TESTS, VERSION
from jvm import (CONSUMERS, FILE, JAR, JUNIT, MAY_LOAD, MODULE, NATIVE, PERMISSIONS, PREFIX, QUIET, ROOT, on_one_jdk,
                 on_strict_jdks, replace, setting, tool)

DONE = f"{EXPECTED}[]\n"
ODD = "ROOM/odd #%20+!;&'ü"

PLANTED = dict(cwd="ROOM", HOME="ROOM", LD_LIBRARY_PATH="ROOM:.:")
WORKS = {
    "alone": ([], {}),
    "as a module": (MODULE, dict(consent=JAVA_PACKAGE)),
    "beside planted libraries": (["-Djava.library.path=ROOM"], PLANTED),
    "chosen library": ([setting("library", "ROOM/real.so")], dict(entries={NATIVE: None})),
    "chosen directory": ([setting("directory", "ROOM/tmp"), "-Djava.io.tmpdir=/proc"], {}),
    "second directory": (["-Djava.io.tmpdir=/proc"], dict(XDG_RUNTIME_DIR="/proc", XDG_CACHE_HOME="ROOM/tmp")),
    "empty properties": ([setting("library", ""), setting("directory", "")], dict(XDG_RUNTIME_DIR="", XDG_CACHE_HOME="")),
    "empty temporary directory": (["-Djava.io.tmpdir="], dict(XDG_RUNTIME_DIR="relative", XDG_CACHE_HOME="ROOM/tmp")),
    "relative directory": (["-Djava.io.tmpdir=tmp"], dict(cwd="ROOM")),
    "a path that Java cannot spell": ([], dict(XDG_RUNTIME_DIR="/ü", LC_ALL="C")),
    "interrupted": ([], dict(main=["Interrupted", "ROOM/tmp"])),
}


@pytest.mark.parametrize("case", WORKS)
def test_works(consume, case):
    options, how = WORKS[case]
    assert consume(*options, **how) == DONE


def test_works_on_odd_paths(consume, made, room):
    odd = ODD.replace("ROOM", str(room))
    os.mkdir(odd)
    shutil.copy(JAR, odd)
    output = consume("-cp", f"{odd}/{JAR.name}:{made}", f"-Djava.io.tmpdir={odd}", LC_ALL="C.UTF-8")
    assert output == DONE and os.listdir(odd) == [JAR.name]


def test_a_preloaded_function_of_the_same_name_is_not_called(consume):
    assert consume(LD_PRELOAD=f"ROOM/{FILE}") == f"PLANTED\n{DONE}"


@pytest.mark.slow  # java.unit runs it with the jar of the build tree
def test_suite_passes_with_the_jar(consume, made, room):
    tool("javac", "--release", 11, "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-cp", f"{JAR}:{JUNIT}", "-d", room / "suite",
         *(TESTS / "java").glob("*.java"))
    launcher = ["org.junit.platform.console.ConsoleLauncher", "--disable-banner", "--fail-if-no-tests"]
    heap = ["-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"]  # all from the start: what the process grows by is then native
    consume(*heap, "-cp", f"ROOM/library.jar:ROOM/suite:{JUNIT}", main=[*launcher, "--scan-class-path=ROOM/suite"],
            VECTORS=os.environ["VECTORS"], HEADER_VERSION=VERSION, FAILING_CALLS=100)


# ---- Class loaders, threads, the end ----


@pytest.fixture
def jar_with_hello(made, room):
    shutil.copy(JAR, room / "hello.jar")
    replace(room / "hello.jar", {path.name: path.read_bytes() for path in made.glob("Hello*.class")})
    return room / "hello.jar"


def test_class_loaders_threads_and_a_jar_in_a_jar(consume, jar_with_hello, room):
    with ZipFile(room / "outer.jar", "w") as outer:
        outer.write(jar_with_hello, "hello.jar")
    output = consume(main=["Loaders", jar_with_hello, "ROOM/outer.jar"])
    assert sorted(output.splitlines()) == sorted(3 * 32 * EXPECTED.splitlines())


def test_a_class_loader_is_collected_with_the_library(consume, jar_with_hello):
    output = consume(main=["Reloads", jar_with_hello, f"{NAME}_jni"])
    assert output == 20 * f"{EXPECTED}1 mapped, 0 open\n"


def test_java_ends_while_threads_are_calling(consume):
    assert consume(main=["Shutdown"]) == "bye\n"


@on_strict_jdks
def test_virtual_threads(consume, java, made, room):
    tool("javac", "-cp", made, "-d", room / "newer", CONSUMERS.with_name("java22") / "Newer.java", java=java)
    output = consume("-cp", f"ROOM/library.jar:{made}:ROOM/newer", main=["Newer"])
    assert output == 1000 * EXPECTED


# ---- The folder to extract into ----


@on_one_jdk
def test_a_file_that_is_there_is_not_written_to(consume):
    assert consume(main=["Exclusive", JAVA_PACKAGE, "ROOM/tmp"]) == "FileAlreadyExistsException\n"


def test_no_other_user_can_enter_the_folder(consume, made):
    no_umask = ["sh", "-c", 'umask 0 && exec "$@"', "sh"]
    planted = gzip.compress((made / FILE).read_bytes())
    output = consume(within=no_umask, entries={NATIVE: planted}, fails=True, WHEN_LOADED="stat -c %a ROOM/tmp/*")
    assert output.startswith("PLANTED\n700\n")


def test_a_start_removes_what_a_killed_process_left(consume, room):
    """kill -9 between writing and removing leaves one folder with the library; a start an hour later removes it."""
    names = PREFIX + "old", PREFIX + "young", PREFIX + "foreign", "other"
    old, young, foreign, other = folders = [room / "tmp" / name for name in names]
    for folder in folders:
        folder.mkdir()
        shutil.copy(room / "real.so", folder / FILE)
    link = room / "tmp" / (PREFIX + "link")
    link.symlink_to(room)
    if ROOT:
        shutil.chown(foreign, "nobody")
    two_hours_ago = time.time() - 7200
    for path in room, old, foreign, other, link:
        os.utime(path, (two_hours_ago, two_hours_ago), follow_symlinks=False)
    kept = [young, link, other] + [foreign] * ROOT
    assert consume(left=[path.name for path in kept]).startswith(EXPECTED)
    assert all((path / FILE).exists() for path in kept)


@on_one_jdk
def test_a_crowded_folder_needs_no_memory(consume, room):
    names = [f"{i:0250}" for i in range(60_000)]
    (room / "crowd").mkdir()
    for name in names:
        os.mknod(room / "crowd" / name)
    assert consume("-Xmx12m", "-Djava.io.tmpdir=ROOM/crowd") == DONE


@pytest.mark.skipif(not ROOT, reason="needs a second user")
def test_a_folder_that_cannot_be_listed_will_do(consume, room):
    shutil.chown(room / "tmp", "nobody")
    os.chmod(room / "tmp", 0o300)
    nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    assert EXPECTED in consume(within=nobody, main=["Hello"])


@pytest.mark.slow
@on_one_jdk
def test_in_a_runtime_image(consume, java, made, room):
    tool("jlink", "--module-path", room / "library.jar", "--add-modules", JAVA_PACKAGE, "--output", room / "image")
    command = f"exec ROOM/image/bin/java {QUIET} -Djava.io.tmpdir=ROOM/tmp -cp {made} Hello"
    assert consume(within=["sh", "-c", command]) == EXPECTED


def test_what_a_security_manager_refuses_is_passed_over(consume, policy):
    options = policy(*PERMISSIONS, MAY_LOAD, 'java.lang.RuntimePermission "getenv.XDG_RUNTIME_DIR"')
    assert consume(*options, XDG_RUNTIME_DIR="ROOM").endswith(DONE)  # after warnings
