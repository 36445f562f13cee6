"""Clean consumers of what `./dev package` made: nothing here sees the build tree."""
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

PACKAGES = Path(os.environ["PACKAGES"])
TESTS = Path(__file__).parents[1]
SOURCE = TESTS.parent
EXAMPLES = SOURCE / "docs" / "examples"
EXPECTED = (EXAMPLES / "expected.txt").read_text(encoding="utf-8")  # what the author's hello prints, in each language
VERSION = os.environ["HEADER_VERSION"]
LICENSES = [path.name for path in SOURCE.glob("LICENSE*")]  # the library's own, and those of what it links
NAME, LICENSE = os.environ["LIBRARY_NAME"], os.environ["LIBRARY_LICENSE"]
PYTHON_PACKAGE = os.environ["PYTHON_PACKAGE"]
JAVA_GROUP, JAVA_PACKAGE = os.environ["JAVA_GROUP"], os.environ["JAVA_PACKAGE"]
CSHARP_PACKAGE = os.environ["CSHARP_PACKAGE"]


def run(*command, cwd="/", fails=False, **environment):
    """What the command printed, in an environment that holds nothing but PATH and what is given."""
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", **environment}
    result = subprocess.run(list(map(str, command)), cwd=cwd, env={k: str(v) for k, v in environment.items()},
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert (result.returncode != 0) == fails, result.stdout
    return result.stdout


def sources(folder):
    """A copy of the sources in a new folder, which has all that a build touches: a home, and the back end for Python."""
    shutil.copytree(TESTS.parent, folder / "sources", ignore=shutil.ignore_patterns("build", ".git", "__pycache__"))
    for path in filter(None, os.environ["PYTHONPATH"].split(os.pathsep)):
        shutil.copytree(path, folder / "python", dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def place():
    """An empty folder outside the repository, which other users may read."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


if os.environ.get("PACKAGE") == "java":
    pytest_plugins = ["jvm"]
