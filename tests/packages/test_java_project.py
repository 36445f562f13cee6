"""A second project, whose names are legal and odd, made in surroundings that must not get into its packages."""
import hashlib
import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from conftest import EXAMPLES, EXPECTED, SOURCE, run
from jvm import JAR, JAVA, QUIET, STRICT, tool

pytestmark = pytest.mark.slow
NEIGHBOURS = Path(__file__).parent / "java_neighbours"
NAME, CLASS, RELEASE = "x264_1", "A_1", "1.1.0-rc.1"
GROUP, PACKAGE = "io.github.user-1", "io.github.user_1.x264_1"
AUTHORS = ["Zoë <zoe@example.org>", "Söhne & Töchter"]
DESCRIPTION = r"Für & <good> */ {@link X} \u002a/"
LICENSE = "MIT OR Apache-2.0"
HOSTILE = dict(
    JAVA_TOOL_OPTIONS="-Duser.language=tr -Dfile.encoding=US-ASCII", _JAVA_OPTIONS="-Duser.country=TR",
    CLASSPATH="/missing.jar", JDK_JAVAC_OPTIONS="-g", JDK_JAVA_OPTIONS="-version", MAVEN_OPTS="-version", LC_ALL="C")


def edit(file, change):
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def make(folder):
    run(sys.executable, SOURCE / "template/new.py", folder, NAME, "--group", GROUP, "--class", CLASS,
        PYTHONDONTWRITEBYTECODE=1)
    edit(folder / "project.cmake", lambda text: f"""{text}
set(library_authors [[{AUTHORS[0]}]] [[{AUTHORS[1]}]])
set(library_description [[{DESCRIPTION}]])
set(library_license "{LICENSE}")
""")
    prototype = f"const char *{NAME}_version(void)"
    edit(folder / f"core/include/{NAME}.h", lambda text: text.replace('"0.1.0"', f'"{RELEASE}"').replace(
        "\n#ifdef __cplusplus\n}",
        f"/** Tells the version. */\n{NAME.upper()}_API {prototype};\n\n#ifdef __cplusplus\n}}"))
    edit(folder / f"core/src/{NAME}.c", lambda text: f"{text}\n{prototype} {{ return {NAME.upper()}_VERSION; }}\n")
    edit(folder / f"swig/{NAME}.i", lambda text: f"{text}\n%library_version({NAME}_version, {NAME.upper()}_VERSION)\n")
    return folder


def configure(project, **environment):
    run("cmake", "-S", project, "-B", project / "build", "-G", "Ninja", "-DBINDINGS=java", "-DBUILD_TESTING=OFF",
        "-DBUILD_EXAMPLES=OFF", f"-DPython_EXECUTABLE={sys.executable}", JAVA_HOME=JAVA.parents[1], **environment)


def build(project, **environment):
    """Anew, beside what an earlier version had left."""
    shutil.rmtree(project / "build", ignore_errors=True)
    folder = project / "build/packages/maven"
    (folder / "io/github/old/1.0").mkdir(parents=True)
    (folder / "io/github/old/1.0/old-1.0.jar").touch()
    configure(project, **environment)
    run("cmake", "--build", project / "build", "--target", "java_package", **environment)
    return {path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*.[jp]*")}


@pytest.fixture(scope="module")
def project(place):
    return make(place / "a project")


@pytest.fixture(scope="module")
def clean(project):
    return build(project)


@pytest.fixture(scope="module")
def jar(project, clean):
    return project / f"build/packages/maven/io/github/user-1/{NAME}/{RELEASE}/{NAME}-{RELEASE}.jar"


def test_variables_that_the_tools_read_do_not_get_in(project, clean):
    assert clean == build(project, **HOSTILE)
    assert len(clean) == 12


def test_the_pom_tells_what_the_author_wrote(jar):
    pom = ElementTree.parse(jar.with_suffix(".pom"))
    names = "groupId", "artifactId", "version", "description", "licenses/{*}license/{*}name", "licenses/{*}license/{*}url"
    assert [pom.findtext("{*}" + name) for name in names] == [
        GROUP, NAME, RELEASE, DESCRIPTION, LICENSE, "https://spdx.org/licenses/"]
    assert [author.text for author in pom.findall("{*}developers/{*}developer/{*}name")] == AUTHORS


def test_the_documentation_begins_with_the_description(jar):
    page = ZipFile(jar.with_name(f"{jar.stem}-javadoc.jar")).read(f"{PACKAGE}/module-summary.html").decode()
    assert "Für &amp; &lt;good&gt; *&#47; {&#64;link X} &#92;u002a/." in page


@pytest.mark.parametrize("options", [[], ["-p", "JAR", f"--add-modules={PACKAGE}"]], ids=["class path", "module path"])
def test_its_own_hello_runs(project, jar, tmp_path, options):
    hello = project / "docs/examples/Hello.java"
    tool("javac", "-cp", jar, "-d", tmp_path, hello)
    options = [str(jar) if option == "JAR" else option for option in options] or ["-cp", f"{jar}:{tmp_path}"]
    output = run(JAVA, QUIET, f"-Djava.io.tmpdir={tmp_path}", "-cp", tmp_path, *options, "Hello")
    assert output.endswith((project / "docs/examples/expected.txt").read_text())


@pytest.mark.parametrize("java", dict.fromkeys([JAVA, *STRICT]))
def test_two_libraries_and_an_ordinary_module_in_one_virtual_machine(project, jar, java, tmp_path):
    other = tmp_path / "neighbour/Hello.java"
    other.parent.mkdir()
    text = (project / "docs/examples/Hello.java").read_text(encoding="utf-8")
    other.write_text("package neighbour;\n" + re.sub(r"^(?=class Hello)", "public ", text, flags=re.M), encoding="utf-8")
    (tmp_path / "plain").mkdir()
    run("swig", "-java", "-package", "plain", "-outdir", tmp_path / "plain", "-o", tmp_path / "plain.c", NEIGHBOURS / "plain.i")
    include = JAVA.parents[1] / "include"
    run("cc", "-shared", "-fPIC", "-w", f"-I{include}", f"-I{include}/linux", tmp_path / "plain.c", "-o", tmp_path / "plain.so")
    tool("javac", "-encoding", "UTF-8", "-cp", f"{JAR}:{jar}", "-d", tmp_path, EXAMPLES / "Hello.java", other,
         NEIGHBOURS / "Neighbours.java", *(tmp_path / "plain").glob("*.java"))
    output = run(java, QUIET, f"-Djava.io.tmpdir={tmp_path}", "-cp", f"{JAR}:{jar}:{tmp_path}", "Neighbours",
                 tmp_path / "plain.so")
    greeting = (project / "docs/examples/expected.txt").read_text()
    assert output.endswith(2 * f"{EXPECTED}42\n{greeting}")  # after the warnings of JDK 24 and later
