"""docs/publishing.md, followed to the letter: its commands, run in a clone, push to stand-ins for the registries.

Those are a folder for NuGet, and a server that takes every file for PyPI and Maven Central; what they got is then held against
the rules of the registry, and installed.
"""
import email
import hashlib
import os
import re
import shutil
import sys
import threading
import xml.etree.ElementTree as ET
from http.server import BaseHTTPRequestHandler, HTTPServer
from zipfile import ZipFile

import pytest
from conftest import CSHARP_PACKAGE, EXAMPLES, EXPECTED, NAME, TESTS, VERSION, run, sources
from test_combine import PLATFORMS, make_platforms, only

pytestmark = pytest.mark.slow
PAGE = (TESTS.parent / "docs/publishing.md").read_text()
COMMANDS = {section.splitlines()[0].strip("# "): re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
            for section in re.split(r"^(?=##? )", PAGE, flags=re.MULTILINE)[1:]}
# Debian 12 has a twine that does not know the metadata of today; Debian 13's runs there.
TWINE = [f"python3-{name}" for name in """cffi-backend certifi chardet charset-normalizer cmarkgfm docutils id idna
    importlib-metadata jaraco.classes jaraco.context jaraco.functools keyring markdown-it mdurl more-itertools nh3 packaging
    pkginfo pygments readme-renderer requests requests-toolbelt rfc3986 rich urllib3 zipp""".split()]


class Registry(BaseHTTPRequestHandler):
    """Keeps the files of every form that is sent to it with a password."""
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        form = email.message_from_bytes(f"Content-Type: {self.headers['Content-Type']}\n\n".encode() + body)
        for part in form.walk():
            if part.get_filename():
                (self.server.folder / part.get_filename()).write_bytes(part.get_payload(decode=True))
        self.send_response(201 if "Authorization" in self.headers else 401)
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def registry(place):
    with HTTPServer(("127.0.0.1", 0), Registry) as server:
        server.folder = place / "registry"
        server.folder.mkdir()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def gnupg(place):
    """A key that is thrown away, for a process that must end with the test."""
    if not shutil.which("gpg") or not shutil.which("apt-get"):
        pytest.skip("needs gpg, and apt-get for twine")
    folder = place / "gnupg"
    folder.mkdir(mode=0o700)
    run("gpg", "--batch", "--passphrase", "", "--quick-generate-key", "Nobody <nobody@example.org>", GNUPGHOME=folder)
    yield folder
    run("gpgconf", "--kill", "all", GNUPGHOME=folder)


def twine(place):
    """A folder with that program."""
    architecture = run("dpkg", "--print-architecture").strip()
    run(TESTS.parent / "packaging/fetch", place / "twine", "trixie", architecture, "twine", *TWINE)
    program = place / "bin/twine"
    program.parent.mkdir()
    packages = place / "twine/usr/lib/python3/dist-packages"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={packages} exec {sys.executable} -m twine "$@"\n')
    program.chmod(0o755)
    return program.parent


ALL_PLATFORMS = "./dev package --all-platforms"  # which the matrix runs


def make_packages(clone, environment):
    """Of this platform; natives of others are made up."""
    run("./dev", "package", cwd=clone, **environment)
    make_platforms(clone / "build/release")
    return f"{sys.executable} packaging/combine.py build/release build/dist {' '.join(PLATFORMS)}"


def download(clone):
    (clone.parent / "downloads").mkdir()
    for path in *clone.glob("build/dist/*.gz"), *clone.glob("build/dist/python/*"), clone / "build/dist/SHA256SUMS":
        shutil.copy(path, clone.parent / "downloads")


BEFORE = {"The same bytes": download}


@pytest.fixture(scope="module")
def published(place, registry, gnupg):
    """The folder of the clone, after all commands of the page have succeeded."""
    clone = sources(place / "clone") / "sources"
    address = f"http://127.0.0.1:{registry.server_port}/"
    (place / "feed").mkdir()
    environment = dict(
        PATH=f"{twine(place)}:{os.environ['PATH']}", HOME=place / "home", PYTHON=sys.executable, GNUPGHOME=gnupg,
        DOWNLOADS=place / "clone/downloads", PREFIX=place / "prefix",
        MAVEN_TOKEN="token", MAVEN_UPLOAD=address, NUGET_SOURCE=place / "feed", NUGET_KEY="key",
        TWINE_REPOSITORY_URL=address, TWINE_USERNAME="nobody", TWINE_PASSWORD="password")
    (place / "home").mkdir()
    for section, blocks in COMMANDS.items():
        BEFORE.get(section, lambda clone: None)(clone)
        for block in blocks:
            if ALL_PLATFORMS in block:
                block = block.replace(ALL_PLATFORMS, make_packages(clone, environment))
            run("bash", "-euo", "pipefail", "-c", block, cwd=clone, **environment)
    return clone


def test_the_page_has_commands_for_every_registry():
    assert [len(COMMANDS[section]) for section in COMMANDS] == [1, 2, 1, 1, 1, 1]


def test_pypi_gets_the_sdist_and_the_wheels(published, registry):
    got = {path.name for path in registry.folder.glob("*") if path.suffix in {".whl", ".gz"}}
    assert got == {path.name for path in (published / "build/dist/python").iterdir()} and len(got) == 7


# ---- Maven Central ----

REQUIRED = ["name", "description", "url", "licenses/{*}license/{*}name", "developers/{*}developer/{*}name", "scm/{*}url"]


@pytest.fixture(scope="module")
def bundle(published, registry, place):
    with ZipFile(registry.folder / "bundle.zip") as file:
        file.extractall(place / "bundle")
    return place / "bundle"


def test_central_gets_the_layout_of_a_repository_and_its_rules_hold(bundle, published, gnupg):
    repository = published / "build/dist/maven"
    files = {str(path.relative_to(repository)) for path in repository.rglob("*") if path.suffix in {".jar", ".pom"}}
    assert len(files) == 4
    parts = {name + suffix for name in files for suffix in ("", ".asc", ".md5", ".sha1")}
    assert {str(path.relative_to(bundle)) for path in bundle.rglob("*") if path.is_file()} == parts
    for name in files:
        run("gpg", "--verify", bundle / f"{name}.asc", bundle / name, GNUPGHOME=gnupg)
        content = (bundle / name).read_bytes()
        for algorithm in "md5", "sha1":
            assert (bundle / f"{name}.{algorithm}").read_text() == hashlib.new(algorithm, content).hexdigest()


def test_central_finds_what_it_requires_in_the_pom(bundle):
    pom = ET.parse(only(bundle, "**/*.pom"))
    assert [name for name in REQUIRED if not pom.findtext("{*}" + name)] == []
    group, artifact, version = (pom.findtext("{*}" + name) for name in ("groupId", "artifactId", "version"))
    assert only(bundle, "**/*.pom") == bundle / group.replace(".", "/") / artifact / version / f"{artifact}-{version}.pom"


def test_a_signature_that_fails_makes_no_bundle(published, place):
    (place / "empty").mkdir(mode=0o700)
    run(published / "packaging/bundle", published / "build/dist/maven", place / "unsigned.zip", fails=True,
        GNUPGHOME=place / "empty")
    assert not (place / "unsigned.zip").exists()


def test_java_works_with_what_central_got(bundle):
    jar = only(bundle, "**/*.jar")
    assert run(os.environ["JAVA"], "-XX:-UsePerfData", "-cp", jar, EXAMPLES / "Hello.java").endswith(EXPECTED)


# ---- NuGet ----

PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net$(BundledNETCoreAppTargetFrameworkVersion)</TargetFramework>
    <OutputType>Exe</OutputType>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="{package}" Version="[{version}]" /></ItemGroup>
</Project>"""


def test_csharp_works_with_what_nuget_got(published, place):
    project = place / "program"
    project.mkdir()
    (project / "program.csproj").write_text(PROJECT.format(package=CSHARP_PACKAGE, version=VERSION))
    shutil.copy(EXAMPLES / "Hello.cs", project)
    output = run(os.environ["DOTNET"], "run", "--project", project, f"-p:RestoreSources={place}/feed",
                 "--disable-build-servers", HOME=place / "home", DOTNET_CLI_HOME=place / "home", NUGET_PACKAGES=place / "cache",
                 DOTNET_NOLOGO=1, DOTNET_CLI_TELEMETRY_OPTOUT=1, NUGET_CERT_REVOCATION_MODE="offline")
    assert output.endswith(EXPECTED)


# ---- C ----

def test_c_works_with_what_a_distribution_installs(published, place):
    run("sh", "-c", f'cc {EXAMPLES}/hello.c -o hello $(pkg-config --cflags --libs {NAME})', cwd=place,
        PKG_CONFIG_PATH=place / "prefix/lib/pkgconfig")
    assert run(place / "hello", LD_LIBRARY_PATH=place / "prefix/lib") == EXPECTED
