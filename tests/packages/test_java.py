"""The Maven repository: what is in it, and that Maven Central and Maven take it."""
import hashlib
import itertools
import os
import platform
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from conftest import EXPECTED, JAVA_GROUP, JAVA_PACKAGE, LICENSE, LICENSES, NAME, PACKAGES, TESTS, VERSION, run
from jvm import CLASS, CONSUMERS, FOLDER, JAR, JAVA, LIBRARY, NATIVE, QUIET, REPOSITORY, tool


SOURCES, JAVADOC = (JAR.with_name(f"{JAR.stem}-{kind}.jar") for kind in ("sources", "javadoc"))
POM = JAR.with_suffix(".pom")
CLASSES = {f"{FOLDER}/{name}.class" for name in ("NativeLibrary", "ExtractedLibrary", f"{CLASS}JNI", CLASS)}


def test_jar_holds_a_module_for_java_11():
    with ZipFile(JAR) as jar:
        files = {name: jar.read(name) for name in jar.namelist() if not name.endswith("/")}
    bill = f"sbom/{NAME}-linux-{platform.machine()}.cdx.json"
    metadata = {f"META-INF/{name}" for name in ("MANIFEST.MF", bill, *LICENSES)}
    classes = {name for name in files if name.endswith(".class")}
    assert set(files) - classes == {*metadata, NATIVE}
    assert classes >= CLASSES and {name.rpartition("/")[0] for name in classes} == {"", FOLDER}
    assert {int.from_bytes(files[name][6:8], "big") for name in classes} == {55}
    lines = tool("jar", "--describe-module", "--file", JAR).splitlines()
    assert lines[0].startswith(f"{JAVA_PACKAGE} jar:")
    assert lines[1:] == [f"exports {JAVA_PACKAGE}", "requires java.base mandated", ""]
    assert "finalize" not in tool("javap", "-private", "-cp", JAR,
                                  *(name[:-len(".class")].replace("/", ".") for name in classes - {"module-info.class"}))


def test_native_library_needs_nothing_but_libc(tmp_path):
    (tmp_path / "real.so").write_bytes(LIBRARY)
    dynamic = run("readelf", "-dW", tmp_path / "real.so")
    assert "BIND_NOW" in dynamic
    assert not re.search("RPATH|RUNPATH", dynamic)
    assert re.findall(r"NEEDED.*\[(?!lib[cm]\.so\.6|ld-linux)(.*)\]", dynamic) == []


REQUIRED = ["groupId", "artifactId", "version", "name", "description", "url", "licenses/{*}license/{*}name",
            "licenses/{*}license/{*}url", "developers/{*}developer/{*}name", "scm/{*}url"]  # by Maven Central


def test_pom():
    pom = ElementTree.parse(POM)
    found = {name.replace("{*}", ""): pom.findtext("{*}" + name) for name in REQUIRED}
    assert all(found.values()), found
    assert [found[name] for name in ("groupId", "artifactId", "version", "licenses/license/name")] == [
        JAVA_GROUP, NAME, VERSION, LICENSE]
    assert found["licenses/license/url"] == "https://spdx.org/licenses/" + (f"{LICENSE}.html" if " " not in LICENSE else "")
    assert pom.find("{*}dependencies") is None
    assert pom.findtext("{*}packaging", "jar") == "jar"


def test_every_file_has_the_checksums_that_maven_central_wants():
    names = [path.name for path in (JAR, SOURCES, JAVADOC, POM)]
    assert set(os.listdir(REPOSITORY)) == {name + kind for name in names for kind in ("", ".md5", ".sha1")}
    for name, algorithm in itertools.product(names, ("md5", "sha1")):
        expected = hashlib.new(algorithm, (REPOSITORY / name).read_bytes()).hexdigest()
        assert (REPOSITORY / f"{name}.{algorithm}").read_text() == expected


def test_the_repository_holds_nothing_else():
    assert {path.parent for path in (PACKAGES / "maven").rglob("*") if path.is_file()} == {REPOSITORY}


def test_sources_compile_and_documentation_shows_the_class(tmp_path):
    ZipFile(SOURCES).extractall(tmp_path / "sources")
    tool("javac", "--release", 11, "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-d", tmp_path,
         *(tmp_path / "sources").rglob("*.java"))
    compiled = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.class")}
    assert compiled == {name for name in ZipFile(JAR).namelist() if name.endswith(".class")}
    assert f"{JAVA_PACKAGE}/{FOLDER}/{CLASS}.html" in ZipFile(JAVADOC).namelist()


@pytest.mark.slow
def test_maven_resolves_and_compiles(made, room):
    for plugin in "compiler", "resources":
        if not Path(f"/usr/share/maven-repo/org/apache/maven/plugins/maven-{plugin}-plugin").exists():
            pytest.skip(f"needs Debian's maven and libmaven-{plugin}-plugin-java")
    shutil.copytree(CONSUMERS, room / "consumer")
    shutil.copy(TESTS.parent / "docs/examples/Hello.java", room / "consumer")
    run("mvn", "-B", "-s", "settings.xml", f"-Dmaven.repo.local={room}/local", f"-Dpackages=file://{PACKAGES}/maven",
        f"-Dgroup={JAVA_GROUP}", f"-Dartifact={NAME}", f"-Dversion={VERSION}", "compile", cwd=room / "consumer",
        JAVA_HOME=JAVA.parents[1], MAVEN_OPTS=f"{QUIET} -Duser.home={room} -Djava.io.tmpdir={room}/tmp")
    [jar] = (room / "local" / JAVA_GROUP.replace(".", "/")).rglob("*.jar")
    output = run(JAVA, QUIET, "-cp", f"{jar}:{room}/consumer/target/classes", "Consumer", room / "tmp")
    assert output.endswith(f"{EXPECTED}[]\n")  # after the warnings of JDK 24 and later
