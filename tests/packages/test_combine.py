"""Packages of several platforms are put together: this one's, and one that is made up from it."""
import hashlib
import os
import re
import shutil
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import CSHARP_PACKAGE, EXAMPLES, EXPECTED, NAME, PACKAGES, TESTS, VERSION, run

COMBINE = TESTS.parent / "packaging/combine.py"
RUNTIME, JAVA = "other-arm64", "other-aarch64"


def rewrite(package, change):
    """Gives an archive the entries that `change` makes of its entries."""
    with ZipFile(package) as file:
        entries = dict(change(name, file.read(name)) for name in file.namelist())
    with ZipFile(package, "w") as file:
        for name in filter(None, entries):
            file.writestr(name, entries[name])


def of_the_other(name, content):
    """Its libraries have other bytes, and in C# another suffix, as on macOS."""
    if "/native/" in name and not name.endswith("/"):
        content += b"other"
    name = re.sub(r"(runtimes/|sbom/)[a-z]+-\w+", rf"\1{RUNTIME}", name)
    name = re.sub(r"((?:/native/|META-INF/sbom/.*-))[a-z]+-\w+", rf"\1{JAVA}", name)
    return re.sub(r"(runtimes/.*)\.so$", r"\1.other", name), content.replace(b'Extension="so"', b'Extension="other"')


def only(folder, pattern):
    [file] = [file for file in folder.glob(pattern) if not re.search("-(sources|javadoc).jar", file.name)]
    return file


@pytest.fixture
def built(tmp_path):
    here, other = (shutil.copytree(PACKAGES, tmp_path / "built" / name, ignore=shutil.ignore_patterns("SHA256SUMS"))
                   for name in ("here", "other"))
    rewrite(only(other, "*.nupkg"), of_the_other)
    rewrite(only(other, "maven/**/*.jar"), of_the_other)
    only(other, "*.tar.gz").rename(other / f"{NAME}-{VERSION}-other.tar.gz")
    wheel = only(other, "python/*.whl")
    wheel.rename(wheel.with_name(wheel.name.rsplit("-", 1)[0] + "-other.whl"))
    return tmp_path / "built"


def combine(built, *platforms, **how):
    run(sys.executable, COMBINE, built, built.with_name("dist"), *(platforms or ["here", "other"]), **how)
    return built.with_name("dist")


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_it_has_the_files_of_all_platforms(built):
    dist = combine(built)
    of_the_other = {name for name in names(built / "other") if "other" in name}
    assert names(dist) == sorted({*names(built / "here"), *of_the_other, "SHA256SUMS"})
    assert len(list(dist.glob("*.tar.gz"))) == len(list(dist.glob("python/*.whl"))) == 2


def entries(package):
    with ZipFile(package) as file:
        return {name: hashlib.sha256(file.read(name)).hexdigest() for name in file.namelist() if not name.endswith("/")}


@pytest.mark.parametrize("pattern, libraries, bills", [
    ("*.nupkg", "runtimes/", "sbom/"), ("maven/**/*.jar", "/native/", "META-INF/sbom/")])
def test_a_package_has_the_libraries_and_bills_of_all_and_else_what_the_first_has(built, pattern, libraries, bills):
    combined = entries(only(combine(built), pattern))
    here, other = (entries(only(built / name, pattern)) for name in ("here", "other"))
    own = {name: content for name, content in other.items() if libraries in name or name.startswith(bills)}
    assert len(own) == 2
    types = {"[Content_Types].xml"} & here.keys()
    assert {**combined, **dict.fromkeys(types)} == {**here, **own, **dict.fromkeys(types)}


def test_nuget_knows_every_suffix(built):
    package = only(combine(built), "*.nupkg")
    with ZipFile(package) as file:
        known = re.findall(r'<Default Extension="(\w+)"', file.read("[Content_Types].xml").decode())
        suffixes = {Path(name).suffix[1:] for name in file.namelist()} - {""}
    assert len(known) == len(set(known)) and suffixes <= {*known, "xml"}


def test_the_checksums_are_those_of_what_is_published(built):
    dist = combine(built)
    jar = only(dist, "maven/**/*.jar")
    for algorithm in "md5", "sha1":
        assert (jar.parent / f"{jar.name}.{algorithm}").read_text() == hashlib.new(algorithm, jar.read_bytes()).hexdigest()
    listed = dict(reversed(line.split("  ")) for line in (dist / "SHA256SUMS").read_text().splitlines())
    assert listed == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in dist.rglob("*")
                      if path.is_file() and path.name != "SHA256SUMS"}


def test_the_jar_still_works(built):
    jar = only(combine(built), "maven/**/*.jar")
    assert run(os.environ["JAVA"], "-XX:-UsePerfData", "-cp", jar, EXAMPLES / "Hello.java").endswith(EXPECTED)


def test_the_same_platforms_give_the_same_bytes(built):
    sums = (combine(built) / "SHA256SUMS").read_text()
    shutil.rmtree(built.with_name("dist"))
    assert (combine(built) / "SHA256SUMS").read_text() == sums


def test_one_platform_alone(built):
    shutil.rmtree(built / "other")
    assert names(combine(built, "here")) == sorted([*names(built / "here"), "SHA256SUMS"])


def remove(pattern):
    return lambda built: only(built / "other", pattern).unlink()


def change(pattern, changed):
    """Changes the entries of the other platform's package whose name is as given."""
    return lambda built: rewrite(only(built / "other", pattern), changed)


def entry(suffix, content):
    return lambda name, old: (name, content if name.endswith(suffix) else old)


def duplicate(pattern, name):
    return lambda built: shutil.copy(only(built / "other", pattern), built / "other" / name)


def without_library(name, content):
    return (None if "/native/" in name else name), content


def same_library(built):
    for pattern in "*.nupkg", "maven/**/*.jar":
        shutil.copy(only(built / "here", pattern), only(built / "other", pattern))


REFUSED = {
    "a platform is missing": (lambda built: shutil.rmtree(built / "other"), "holds .'here'., not .'here', 'other'."),
    "a platform too much": (lambda built: (built / "third").mkdir(), "'third'"),
    "no jar": (remove("maven/**/*.jar"), "one file is expected, there are 0"),
    "no NuGet package": (remove("*.nupkg"), "one file is expected, there are 0"),
    "no archive for C": (remove("*.tar.gz"), "one file is expected, there are 0"),
    "no wheel": (remove("python/*.whl"), "wheels for the same interpreters are expected"),
    "a wheel for another interpreter": (duplicate("python/*.whl", "python/x-1-cp300-cp300-y.whl"), "same interpreters"),
    "two NuGet packages": (duplicate("*.nupkg", f"{CSHARP_PACKAGE}.0.9.0.nupkg"), "one file is expected, there are 2"),
    "two archives for C": (duplicate("*.tar.gz", "x.tar.gz"), "one file is expected, there are 2"),
    "no library in the jar": (change("maven/**/*.jar", without_library), "one more platform are expected, not of ..\n"),
    "no library in the NuGet package": (change("*.nupkg", without_library), "one more platform are expected, not of ..\n"),
    "no library in the first one's jar": (lambda built: rewrite(only(built / "here", "maven/**/*.jar"), without_library),
                                          "has native libraries for .'other-aarch64'."),
    "the same platform twice": (same_library, "native libraries of one more platform are expected"),
    "other classes": (change("maven/**/*.jar", entry(".class", b"other")), ".class'. are not the same on all platforms"),
    "another C# interface": (change("*.nupkg", entry(".xml", b"<x/>")), ".xml'. are not the same on all platforms"),
    "the same archive": (lambda built: only(built / "other", "*.tar.gz").rename(
        built / "other" / only(built / "here", "*.tar.gz").name), "another platform has a file of that name"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_incomplete_is_refused(built, case):
    spoil, message = REFUSED[case]
    spoil(built)
    output = run(sys.executable, COMBINE, built, built.with_name("dist"), "here", "other", fails=True)
    assert re.search(message, output) and "Traceback" not in output, output


@pytest.mark.parametrize("pattern", ["*.snupkg", "python/*.tar.gz", "*.tar.gz", "*.nupkg", "maven/**/*.jar", "python/*.whl"])
def test_what_the_first_lacks_is_missed_also_when_it_is_alone(built, pattern):
    shutil.rmtree(built / "other")
    only(built / "here", pattern).unlink()
    combine(built, "here", fails=True)


def test_a_language_that_was_left_out_is_missed(tmp_path):
    cmake = os.environ["CMAKE"]
    run(cmake, "--preset", "release", "-B", tmp_path, "-DBINDINGS=java", "-DCMAKE_DISABLE_FIND_PACKAGE_Java=ON",
        "-DCMAKE_DISABLE_FIND_PACKAGE_JNI=ON", cwd=TESTS.parent, PYTHON=sys.executable)
    assert "Missing: Java" in run(cmake, "--build", tmp_path, "--target", "packages", fails=True)
    run(cmake, tmp_path, "-DBINDINGS=")
    run(cmake, "--build", tmp_path, "--target", "packages")
