"""The package in one process with packages of other names that the template made, and with a module as SWIG makes it by itself."""
import os
import sys

import pytest
from conftest import EXPECTED, EXAMPLES, SOURCE, run

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
