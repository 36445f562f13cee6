"""The jar on each JDK of this machine: a room with the library for one JVM at a time."""
import gzip
import os
import platform
import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import EXAMPLES, JAVA_GROUP, JAVA_PACKAGE, NAME, PACKAGES, TESTS, VERSION, run

CLASS = os.environ["LIBRARY_CLASS"]
JUNIT = os.environ["JUNIT_JAR"]
CONSUMERS = Path(__file__).parent / "java"
REPOSITORY = PACKAGES / "maven" / JAVA_GROUP.replace(".", "/") / NAME / VERSION
JAR = REPOSITORY / f"{NAME}-{VERSION}.jar"
FILE = f"lib{NAME}_jni.so"
FOLDER = JAVA_PACKAGE.replace(".", "/")
NATIVE = f"{FOLDER}/native/linux-{platform.machine()}/{FILE}.gz"
COMPRESSED = ZipFile(JAR).read(NATIVE)
LIBRARY = gzip.decompress(COMPRESSED)
PREFIX = f"{JAVA_PACKAGE}.{NAME}_jni-"  # of the folders to extract into
QUIET = "-XX:-UsePerfData"  # without it, each JVM writes into /tmp
MODULE = ["-p", "ROOM/library.jar", f"--add-modules={JAVA_PACKAGE}"]
ROOT = os.getuid() == 0
MAY_MOUNT = subprocess.run(["unshare", "--mount", "true"], stderr=subprocess.DEVNULL).returncode == 0


def release(java):
    return int(re.search(r'version "(\d+)', run(java, QUIET, "-version"))[1])


JAVA = Path(os.environ["JAVA"]).resolve()
OTHERS = sorted(path.resolve() for path in Path("/usr/lib/jvm").glob("*/bin/java"))
JDKS = {java: number for java in dict.fromkeys([JAVA, *OTHERS]) if (number := release(java)) >= 11}
STRICT = [java for java in JDKS if JDKS[java] >= 24]  # they want consent before native code is loaded
on_strict_jdks = pytest.mark.parametrize("java", STRICT, ids=JDKS.get, indirect=True)
on_one_jdk = pytest.mark.parametrize("java", [JAVA], ids=JDKS.get, indirect=True)


def tool(name, *arguments, java=JAVA):
    return run(java.with_name(name), f"-J{QUIET}", *arguments)


def setting(name, value):
    return f"-D{JAVA_PACKAGE}.{name}={value}"


# What a security manager must grant to whoever loads the library from the temporary folder, but for the loading itself.
PERMISSIONS = ['java.util.PropertyPermission "os.*", "read"', 'java.util.PropertyPermission "java.io.tmpdir", "read"',
               'java.io.FilePermission "ROOM/library.jar", "read"', 'java.io.FilePermission "ROOM/tmp", "read"',
               'java.io.FilePermission "ROOM/tmp/-", "read,write,delete"']
MAY_LOAD = 'java.lang.RuntimePermission "loadLibrary.*"'


def jni_name(function):
    """What the virtual machine looks for. A name is of ASCII letters, digits and underscores."""
    return "_".join(["Java", *(part.replace("_", "_1") for part in [*JAVA_PACKAGE.split("."), f"{CLASS}JNI", function])])


def exports(library):
    return [line.split()[-1].split("@")[0] for line in run("nm", "-D", "--defined-only", library).splitlines()]


def planted(folder):
    """A library of another version, with everything that the real one and the C library export; shows when it is loaded."""
    (folder / "real.so").write_bytes(LIBRARY)
    accepted = TESTS / "evidence/exports/c.txt"  # not in a new project
    names = {*exports(folder / "real.so"), *(accepted.read_text().split() if accepted.exists() else [])} - {jni_name("version")}
    include = JAVA.parents[1] / "include"
    run("cc", "-shared", "-fPIC", "-w", "-I", include, "-I", include / "linux", CONSUMERS / "planted.c",
        f"-DVERSION={jni_name('version')}", "-DFUNCTIONS=" + " ".join(f"F({name})" for name in sorted(names)),
        "-o", folder / FILE)


@pytest.fixture(params=JDKS, ids=JDKS.get)
def java(request):
    return request.param


@pytest.fixture(scope="session")
def made(place):
    """The classes of the author's hello and of the consumers around it, and the planted library."""
    folder = place / "made"
    tool("javac", "--release", 11, "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-cp", JAR, "-d", folder,
         EXAMPLES / "Hello.java", *CONSUMERS.glob("*.java"))
    planted(folder)
    return folder


@pytest.fixture
def room(made, place):
    """For one JVM: its temporary folder, the jar, the library that the jar holds, and the planted one."""
    folder = place / "room"
    (folder / "tmp").mkdir(parents=True)
    shutil.copy(JAR, folder / "library.jar")
    for file in "real.so", FILE:
        shutil.copy(made / file, folder)
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
def policy(java, room):
    """Options for a security manager that grants these permissions; no JDK from 24 on has one."""
    def policy(*permissions):
        if JDKS[java] >= 24:
            pytest.skip("this JDK has no security manager")
        grants = "".join(f"permission {permission};\n" for permission in permissions)
        (room / "policy").write_text(f"grant {{\n{grants}}};".replace("ROOM", str(room)))
        return ["-Djava.security.manager", "-Djava.security.policy==ROOM/policy"]
    return policy


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
            replace(room / "library.jar", entries)
        consents = [f"--enable-native-access={consent}"] if consent and java in STRICT else []
        command = [*within, java, QUIET, *consents, "-Djava.io.tmpdir=ROOM/tmp", "-cp", f"ROOM/library.jar:{made}"]
        output = run(*map(here, [*command, *options, *main]), fails=fails,
                     **{name: here(value) for name, value in environment.items()})
        assert sorted(os.listdir(room / "tmp")) == sorted(left)
        return output.replace(str(room), "ROOM")
    return consume
