"""Two builds of the same sources, as different as two builders can be, give the same bytes."""
import hashlib
import os
import shutil
import sys
import tarfile
import warnings
from datetime import datetime, timezone
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import run, sources

pytestmark = pytest.mark.slow
DATE = datetime(2009, 2, 13, 23, 31, 30, tzinfo=timezone.utc)
OURS = dict(TZ="UTC", LC_ALL="C", CMAKE_BUILD_PARALLEL_LEVEL=1)
THEIRS = dict(TZ="Pacific/Kiritimati", LANG="ja_JP.UTF-8", JAVA_TOOL_OPTIONS="-Duser.language=ja", CMAKE_BUILD_PARALLEL_LEVEL=3)


def umask(mask):
    return "sh", "-c", f'umask {mask}; exec "$@"', "sh"


def another_user():
    if os.getuid() != 0:
        warnings.warn("NOT TESTED: another user, because only root can be one")
        return ()
    return "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"


def another_day():
    if not shutil.which("faketime"):
        warnings.warn("NOT TESTED: another day, because faketime is missing")
        return ()
    return "faketime", "-f", "+400d"


def build(folder, *within, **environment):
    """The packages' folder."""
    run(*within, os.environ["CMAKE"], "--workflow", "--preset", "package", cwd=folder / "sources",
        PATH=os.environ["PATH"], HOME=folder, PYTHON=sys.executable, PYTHON_PATH=folder / "python",
        SOURCE_DATE_EPOCH=int(DATE.timestamp()), **environment)
    return folder / "sources/build/release/packages"


@pytest.fixture(scope="module")
def ours(place):
    return build(sources(place / "ours"), *umask("022"), **OURS)


@pytest.fixture(scope="module")
def theirs(place):
    folder = sources(place / "those of another builder")
    run("find", folder, "-exec", "touch", "-d", "2001-02-03", "{}", "+")
    run("chmod", "-R", "go-rwx", folder)
    user = another_user()
    if user:
        run("chown", "-R", "nobody:nogroup", folder)
    return build(folder, *user, *umask("077"), *another_day(), **THEIRS)


def files(packages):
    return {str(path.relative_to(packages)): path for path in packages.rglob("*") if path.is_file()}


def checksums(packages):
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files(packages).items()}


def dates(path):
    """Those of all files in an archive, without a time zone, as zip files have them."""
    if path.name.endswith(".tar.gz"):
        with tarfile.open(path) as archive:
            return {datetime.fromtimestamp(entry.mtime, timezone.utc).replace(tzinfo=None) for entry in archive}
    with ZipFile(path) as archive:
        return {datetime(*entry.date_time) for entry in archive.infolist()}


def test_all_files_are_the_same(ours, theirs):
    assert {Path(name).suffix for name in files(ours)} == {
        ".gz", ".whl", ".jar", ".pom", ".md5", ".sha1", ".nupkg", ".snupkg", ""}
    assert checksums(ours) == checksums(theirs)


def test_the_date_is_the_one_that_was_asked_for(ours):
    archives = {name: path for name, path in files(ours).items() if path.suffix not in {".pom", ".md5", ".sha1", ""}}
    assert {name: dates(path) for name, path in archives.items()} == dict.fromkeys(archives, {DATE.replace(tzinfo=None)})


def test_the_list_of_checksums_holds_every_file_by_its_name(ours, place):
    (place / "published").mkdir()
    for file in files(ours).values():
        shutil.copy(file, place / "published")
    run("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=place / "published")
    listed = [line.split(maxsplit=1)[1] for line in (ours / "SHA256SUMS").read_text().splitlines()]
    assert sorted([*listed, "SHA256SUMS"]) == sorted(Path(name).name for name in files(ours))
