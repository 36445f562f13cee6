"""Packages for several platforms are put together, from what this one has built and from native libraries that are made up."""
import base64
import hashlib
import os
import re
import shutil
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import EXAMPLES, EXPECTED, JAVA_PACKAGE, NAME, PACKAGES, PYTHON_PACKAGE, TESTS, VERSION, run

COMBINE = TESTS.parent / "packaging/combine.py"
# By .NET's name: Java's, the tag of wheels, and the suffix of libraries.
PLATFORMS = {
    "linux-x64": ("linux-x86_64", "manylinux_2_17_x86_64.manylinux2014_x86_64", "so"),
    "other-arm64": ("other-aarch64", "manylinux_2_99_aarch64", "other"),
    "linux-musl-x64": (None, "musllinux_1_2_x86_64", "so")}


def native(platform, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"{platform} {path.name}".encode())


def make_platform(folder, platform):
    """What a build for that platform leaves."""
    java, tag, suffix = PLATFORMS[platform]
    native(platform, folder / f"packages/{NAME}-{VERSION}-{platform}.tar.gz")
    for python in "cp311", "cp312":
        native(platform, folder / f"natives/python/{python}-{python}-{tag}/{PYTHON_PACKAGE}/_{PYTHON_PACKAGE}.{python}.so")
        native(platform, folder / f"natives/python/{python}-{python}-{tag}/sboms/{PYTHON_PACKAGE}.cdx.json")
    if java:
        native(platform, folder / f"natives/csharp/runtimes/{platform}/native/{NAME}_csharp.{suffix}")
        native(platform, folder / f"natives/csharp/sbom/{platform}.cdx.json")
        native(platform, folder / f"natives/java/{JAVA_PACKAGE.replace('.', '/')}/native/{java}/lib{NAME}_jni.{suffix}.gz")
        native(platform, folder / f"natives/java/META-INF/sbom/{NAME}-{java}.cdx.json")


def extract(package, pattern, folder):
    """The files of a package that match, as a build would have laid them out."""
    with ZipFile(package) as file:
        for name in file.namelist():
            if re.fullmatch(pattern, name):
                file.extract(name, folder)


def make_platforms(build):
    """This one's libraries are real, those of the others made up."""
    packages, here = build / "packages", build / "platforms/linux-x64/natives"
    for platform in PLATFORMS:
        make_platform(build / "platforms" / platform, platform)
    for language in "csharp", "java":
        shutil.rmtree(here / language)
    extract(only(packages, "*.nupkg"), "runtimes/.+|sbom/.+", here / "csharp")
    extract(only(packages, "maven/**/*.jar"), ".+/native/.+[.]gz|META-INF/sbom/.+", here / "java")


def make_interface(folder):
    for name in "java/interface/classes/A.java", "csharp/interface/Types.cs", "python/interface/stub.pyi":
        native("any", folder / "bindings" / name)


def only(folder, pattern):
    [file] = [file for file in folder.glob(pattern) if not re.search("-(sources|javadoc).jar", file.name)]
    return file


@pytest.fixture
def build(tmp_path):
    folder = tmp_path / "build"
    shutil.copytree(PACKAGES, folder / "packages")
    make_platforms(folder)
    for place in folder, *folder.glob("platforms/*"):
        make_interface(place)
    return folder


def combine(build, *platforms, **how):
    dist = build.with_name("dist")
    output = run(sys.executable, COMBINE, build, dist, *(platforms or PLATFORMS), **how)
    return output if how.get("fails") else dist


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_it_has_a_wheel_for_each_interpreter_and_an_archive_for_each_platform(build):
    dist = combine(build)
    assert {path.name for path in dist.glob("*.tar.gz")} == {f"{NAME}-{VERSION}-{platform}.tar.gz" for platform in PLATFORMS}
    version = only(PACKAGES, "python/*.whl").name.split("-")[1]
    assert {path.name for path in dist.glob("python/*.whl")} == {
        f"{PYTHON_PACKAGE}-{version}-{python}-{python}-{tag}.whl"
        for python in ("cp311", "cp312") for _, tag, _ in PLATFORMS.values()}
    same = {name for name in names(PACKAGES) if not re.search(r"\.whl$|^[^/]*\.tar\.gz$|^SHA256SUMS$", name)}
    assert same == {name for name in names(dist) if not re.search(r"\.whl$|^[^/]*\.tar\.gz$|^SHA256SUMS$", name)}


def entries(package):
    with ZipFile(package) as file:
        return {name: hashlib.sha256(file.read(name)).hexdigest() for name in file.namelist() if not name.endswith("/")}


@pytest.mark.parametrize("pattern, language, own", [
    ("*.nupkg", "csharp", "runtimes/|sbom/"), ("maven/**/*.jar", "java", ".*/native/.|META-INF/sbom/")])
def test_a_package_has_the_libraries_and_bills_of_all_and_else_what_it_had(build, pattern, language, own):
    combined, before = entries(only(combine(build), pattern)), entries(only(PACKAGES, pattern))
    expected = {name: content for name, content in before.items() if not re.match(own, name)}
    for folder in build.glob(f"platforms/*/natives/{language}"):
        expected |= {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names(folder)}
    types = {"[Content_Types].xml"} & before.keys()
    assert {**combined, **dict.fromkeys(types)} == {**expected, **dict.fromkeys(types)}
    assert sum(1 for name in combined if re.match(own, name)) == 4


def test_a_wheel_has_the_module_the_tags_and_a_record_that_is_right(build):
    [tag] = PLATFORMS["linux-x64"][1:2]
    wheel = only(combine(build), f"python/*-cp312-cp312-{tag}.whl")
    with ZipFile(wheel) as file:
        content = {name: file.read(name) for name in file.namelist()}
    assert content[f"{PYTHON_PACKAGE}/_{PYTHON_PACKAGE}.cp312.so"] == f"linux-x64 _{PYTHON_PACKAGE}.cp312.so".encode()
    [record] = [name for name in content if name.endswith("RECORD")]
    expected = [f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()},{len(data)}"
                for name, data in content.items() if name != record]
    assert content[record].decode().splitlines() == [*expected, f"{record},,"]
    tags = re.findall("(?m)^Tag: (.*)$", content[record.replace("RECORD", "WHEEL")].decode())
    assert tags == [f"cp312-cp312-{part}" for part in tag.split(".")]
    before = {name for name in entries(only(PACKAGES, "python/*.whl")) if not name.endswith(".so")}
    assert before == {name for name in content if not name.endswith(".so")}


def test_nuget_knows_every_suffix(build):
    package = only(combine(build), "*.nupkg")
    with ZipFile(package) as file:
        known = re.findall(r'<Default Extension="(\w+)"', file.read("[Content_Types].xml").decode())
        suffixes = {Path(name).suffix[1:] for name in file.namelist()} - {""}
    assert len(known) == len(set(known)) and suffixes <= {*known, "xml"}


def test_the_checksums_are_those_of_what_is_published(build):
    dist = combine(build)
    jar = only(dist, "maven/**/*.jar")
    for algorithm in "md5", "sha1":
        assert (jar.parent / f"{jar.name}.{algorithm}").read_text() == hashlib.new(algorithm, jar.read_bytes()).hexdigest()
    listed = dict(reversed(line.split("  ")) for line in (dist / "SHA256SUMS").read_text().splitlines())
    assert listed == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in dist.rglob("*")
                      if path.is_file() and path.name != "SHA256SUMS"}


def test_the_same_platforms_give_the_same_bytes(build):
    sums = (combine(build) / "SHA256SUMS").read_text()
    shutil.rmtree(build.with_name("dist"))
    assert (combine(build) / "SHA256SUMS").read_text() == sums


def test_the_jar_still_works(build):
    jar = only(combine(build), "maven/**/*.jar")
    assert run(os.environ["JAVA"], "-XX:-UsePerfData", "-cp", jar, EXAMPLES / "Hello.java").endswith(EXPECTED)


def of_the_other(path):
    return lambda build: only(build / "platforms/other-arm64", path)


def remove(pattern):
    return lambda build: of_the_other(pattern)(build).unlink()


def change(pattern):
    return lambda build: of_the_other(pattern)(build).write_text("changed")


def the_same_platform(build):
    here, other = (build / f"platforms/{name}/natives/csharp" for name in ("linux-x64", "other-arm64"))
    shutil.rmtree(other)
    shutil.copytree(here, other)


def duplicate(pattern, name):
    return lambda build: shutil.copy(of_the_other(pattern)(build), build / "platforms/other-arm64" / name)


BOTH = "a native library and its bill of materials are expected"
ONE = "one file is expected, there are"
REFUSED = {
    "a platform is missing": (lambda build: shutil.rmtree(build / "platforms/other-arm64"), f"{ONE} 0"),
    "no jar": (lambda build: only(build / "packages", "maven/**/*.jar").unlink(), f"{ONE} 0"),
    "nothing native in the jar": (lambda build: ZipFile(only(build / "packages", "maven/**/*.jar"), "w").close(),
                                  "a package has no native library"),
    "no NuGet package": (lambda build: only(build / "packages", "*.nupkg").unlink(), f"{ONE} 0"),
    "no wheel": (lambda build: only(build / "packages", "python/*.whl").unlink(), f"{ONE} 0"),
    "no archive for C": (remove("packages/*.tar.gz"), f"{ONE} 0"),
    "two archives for C": (duplicate("packages/*.tar.gz", "packages/x.tar.gz"), f"{ONE} 2"),
    "an interpreter without a module": (lambda build: shutil.rmtree(of_the_other("natives/python/cp312-*")(build)),
                                        "no modules for .'cp312'."),
    "no library in the jar": (remove("natives/java/**/*.gz"), BOTH),
    "no bill in the NuGet package": (remove("natives/csharp/**/*.json"), BOTH),
    "two libraries in the NuGet package": (
        duplicate("natives/csharp/**/*.other", "natives/csharp/runtimes/other-arm64/native/x.so"), BOTH),
    "the same platform twice": (the_same_platform, "two platforms have a file of that name"),
    "another interface for Java": (change("bindings/**/A.java"), "A.java'. are not the same for other-arm64"),
    "another interface for C#": (change("bindings/**/Types.cs"), "Types.cs'. are not the same for other-arm64"),
    "another interface for Python": (change("bindings/**/stub.pyi"), "stub.pyi'. are not the same for other-arm64"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_incomplete_is_refused(build, case):
    spoil, message = REFUSED[case]
    spoil(build)
    output = combine(build, fails=True)
    assert re.search(message, output) and "Traceback" not in output, output


def test_a_language_that_was_left_out_is_missed(tmp_path):
    cmake = os.environ["CMAKE"]
    run(cmake, "--preset", "release", "-B", tmp_path, "-DBINDINGS=java", "-DCMAKE_DISABLE_FIND_PACKAGE_Java=ON",
        "-DCMAKE_DISABLE_FIND_PACKAGE_JNI=ON", cwd=TESTS.parent, PYTHON=sys.executable)
    assert "Missing: Java" in run(cmake, "--build", tmp_path, "--target", "packages", fails=True)
    run(cmake, tmp_path, "-DBINDINGS=")
    run(cmake, "--build", tmp_path, "--target", "packages")
