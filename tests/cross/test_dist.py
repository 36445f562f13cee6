"""What `./dev package --all-platforms` has made: each user's tool takes the file that is for that user, and no other."""
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

SOURCE = Path(__file__).parents[2]
DIST = SOURCE / "build/dist"
SAID = subprocess.run(["cmake", "-P", "tests/matrix/identity.cmake"], cwd=SOURCE, stderr=subprocess.PIPE, text=True, check=True)
IDENTITY = dict(line.split("=", 1) for line in SAID.stderr.splitlines())
NAME, PACKAGE, VERSION = (IDENTITY[name].strip("'") for name in ("python_package", "csharp_package", "library_version"))
WHEELS = sorted(path.name for path in DIST.glob("python/*.whl"))
RUNTIMES = ["linux-x64", "linux-arm64", "win-x64", "win-arm64", "osx-x64", "osx-arm64"]
PLATFORMS = ["manylinux2014_x86_64", "manylinux2014_aarch64", "musllinux_1_2_x86_64", "musllinux_1_2_aarch64", "win_amd64",
             "win_arm64", "macosx_11_0_x86_64", "macosx_11_0_arm64"]
VERSIONS = ["3.9", "3.10", "3.11", "3.12", "3.13", "3.14"]
# CPython for Windows on arm64 begins with 3.11.
USERS = [(version, platform) for version in VERSIONS for platform in PLATFORMS
         if platform != "win_arm64" or version not in ("3.9", "3.10")]


def run(*command, **environment):
    process = subprocess.run(list(map(str, command)), env={**os.environ, **environment}, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True)
    assert process.returncode == 0, process.stdout
    return process.stdout


def download(version, platform, folder):
    """What pip takes for somebody's interpreter."""
    run(sys.executable, "-m", "pip", "download", "--no-deps", "--no-index", "--only-binary=:all:", "--find-links",
        DIST / "python", "--platform", platform, "--python-version", version, "--dest", folder, NAME)
    [wheel] = folder.iterdir()
    return wheel.name


def test_pip_finds_a_wheel_for_each_interpreter_and_takes_each_wheel_for_one(tmp_path):
    taken = {user: download(*user, tmp_path / "-".join(user)) for user in USERS}
    for (version, platform), wheel in taken.items():
        assert f"-cp{version.replace('.', '')}-" in wheel and platform in wheel
    assert sorted(taken.values()) == WHEELS


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_dotnet_publish_takes_the_library_of_that_runtime_and_no_other(runtime, tmp_path):
    consumer = SOURCE / "tests/packages/csharp/consumer"
    run("dotnet", "publish", consumer, "--runtime", runtime, "--no-self-contained", "--output", tmp_path / "published",
        "--artifacts-path", tmp_path / "artifacts", "--disable-build-servers", "-property:UseAppHost=false",
        f"-property:Hello={SOURCE}/docs/examples/Hello.cs", f"-property:RestorePackagesPath={tmp_path}/nuget",
        f"-property:RestoreAdditionalProjectSources={DIST}", f"-property:Library={PACKAGE}",
        f"-property:LibraryVersion={VERSION}")
    with ZipFile(next(DIST.glob("*.nupkg"))) as package:
        [native] = [name for name in package.namelist() if name.startswith(f"runtimes/{runtime}/native/")]
        expected = package.read(native)
    published = [path for path in (tmp_path / "published").rglob("*") if re.search(r"[.](so|dylib|dll)$", path.name)]
    assert {path.name for path in published} == {Path(native).name, "Consumer.dll", f"{PACKAGE}.dll"}
    assert (tmp_path / "published" / Path(native).name).read_bytes() == expected
