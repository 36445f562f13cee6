"""The package in one process with others that the template made, and with a module as SWIG makes it by itself."""
import json
import os
import sys
import zipfile

import pytest
from conftest import EXAMPLES, EXPECTED, SOURCE, run

NAMES = {"base64": "base64_native", "my_lib": "my_lib"}  # Python has a base64 of its own
ORDINARY = "%module ordinary\n%inline %{ struct Pair { int first, second; }; int count(void) { return 7; } %}\n"
ALL = """
import contextlib, io, runpy, sys
import ordinary
pair = ordinary.Pair()
for path in sys.argv[1:] * 2:
    with contextlib.redirect_stdout(io.StringIO()) as output:
        runpy.run_path(path)
    print(output.getvalue(), end="")
    pair.first = ordinary.count()
    assert pair.first == 7
"""


def make(name, folder):
    """Its folder of packages, in its build tree."""
    run(sys.executable, SOURCE / "template/new.py", folder, name)
    run(os.environ["CMAKE"], "--preset", "release", "-DBINDINGS=python", cwd=folder, PYTHON=sys.executable)
    run(os.environ["CMAKE"], "--build", "build/release", "--target", "python", cwd=folder)
    return folder / "build/release/bindings/python/site"


@pytest.mark.slow
def test_several_packages_in_one_process(place):
    folders = {name: place / name for name in NAMES}
    sites = [make(name, folder) for name, folder in folders.items()]
    assert [[path.name for path in site.iterdir()] for site in sites] == [[package] for package in NAMES.values()]
    (place / "ordinary.i").write_text(ORDINARY)
    run("swig", "-python", "ordinary.i", cwd=place)
    include = run(sys.executable, "-c", "import sysconfig; print(sysconfig.get_path('include'))").strip()
    run("cc", "-shared", "-fPIC", f"-I{include}", "ordinary_wrap.c", "-o", "_ordinary.so", cwd=place)
    hellos = [EXAMPLES / "hello.py", *(folder / "docs/examples/hello.py" for folder in folders.values())]
    expected = EXPECTED + "".join((folder / "docs/examples/expected.txt").read_text() for folder in folders.values())
    path = os.pathsep.join(map(str, [os.environ["SITE"], place, *sites]))
    assert run(sys.executable, "-X", "dev", "-c", ALL, *hellos, PYTHONPATH=path) == expected * 2


def edit(path, **changes):
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, (path, old)
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_package_of_another_name_and_of_no_release(place):
    """The names and versions of a project whose package is not called as the library is, and that is a release candidate."""
    tree = place / "renamed"
    run(sys.executable, SOURCE / "template/new.py", tree, "renamed")
    edit(tree / "project.cmake", **{"python_package renamed": "python_package Other_Name",
                                    '"The C library renamed"': r'[[A "quoted" \ library]]'})
    edit(tree / "pyproject.toml", **{'name = "renamed"': 'name = "Other_Name"'})
    edit(tree / "core/include/renamed.h", **{'_VERSION "0.1.0"': '_VERSION "1.1.0-rc.1"'})
    edit(tree / "docs/examples/hello.py", **{"import renamed": "import Other_Name as renamed"})
    environment = {"PYTHON": sys.executable, "PYTHON_PATH": os.environ["PYTHONPATH"]}
    run(os.environ["CMAKE"], "--preset", "release", "-DBINDINGS=python", cwd=tree, **environment)
    run(os.environ["CMAKE"], "--build", "build/release", "--target", "python_package", cwd=tree)

    wheel, sdist = sorted((tree / "build/release/packages/python").iterdir(), key=lambda path: path.suffix, reverse=True)
    assert wheel.name.startswith("other_name-1.1.0rc1-cp3") and sdist.name == "other_name-1.1.0rc1.tar.gz"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "wheel")
        metadata = archive.read("other_name-1.1.0rc1.dist-info/METADATA").decode()
        bill = json.loads(archive.read("other_name-1.1.0rc1.dist-info/sboms/Other_Name.cdx.json"))
    assert "\nVersion: 1.1.0rc1\n" in metadata and "\nName: Other_Name\n" in metadata
    assert bill["metadata"]["component"]["purl"] == "pkg:pypi/other-name@1.1.0rc1"
    expected = (tree / "docs/examples/expected.txt").read_text()
    assert run(sys.executable, tree / "docs/examples/hello.py", PYTHONPATH=place / "wheel") == expected
    about = run(sys.executable, "-c", "import Other_Name as o; print(o.__version__, o.__doc__)", PYTHONPATH=place / "wheel")
    assert about == '1.1.0rc1 A "quoted" \\ library.\n'


@pytest.mark.slow
def test_version_and_name_that_disagree_are_refused(place):
    tree = place / "disagreeing"
    run(sys.executable, SOURCE / "template/new.py", tree, "disagreeing")
    edit(tree / "pyproject.toml", **{'name = "disagreeing"': 'name = "other"'})
    options = ["--no-build-isolation", "--no-index", "--no-deps", "--wheel-dir", place / "none"]
    output = run(sys.executable, "-m", "pip", "wheel", *options, tree, PYTHONPATH=os.environ["PYTHONPATH"], fails=True)
    assert "pyproject.toml makes other 0.1.0" in output
    edit(tree / "core/include/disagreeing.h", **{'_VERSION "0.1.0"': '_VERSION "1.1.0-SNAPSHOT"'})
    output = run(os.environ["CMAKE"], "--preset", "release", "-DBINDINGS=python", cwd=tree, PYTHON=sys.executable, fails=True)
    assert "Python has no version 1.1.0-SNAPSHOT: use -alpha.1, -beta.1, -rc.1 or -dev.1" in " ".join(output.split())
