"""The build, configured as other people do: in a copy of the sources, in a folder whose name has a space."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
NAME, VERSION, PYTHON_PACKAGE = (os.environ[name] for name in ("LIBRARY_NAME", "HEADER_VERSION", "PYTHON_PACKAGE"))
EXPECTED = (SOURCE / "docs/examples/expected.txt").read_text()  # what the author's hello prints, in each language


def run(*command, fails=False, **environment):
    """What the command printed."""
    environment = {**os.environ, **{name: str(value) for name, value in environment.items()}}
    result = subprocess.run(list(map(str, command)), env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)
    assert (result.returncode != 0) == fails, result.stdout
    return result.stdout


def copy_sources(folder):
    return shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("build", ".git", "__pycache__"))


def configure(source, build, *options, fails=False, **environment):
    output = run("cmake", "-S", source, "-B", build, f"-DPython_EXECUTABLE={sys.executable}", "-DBUILD_TESTING=OFF",
                 *options, fails=fails, **environment)
    return " ".join(output.split())


@pytest.fixture(scope="session")
def sources(tmp_path_factory):
    return copy_sources(tmp_path_factory.mktemp("a folder") / "the sources")


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes more than five seconds")
