"""The worked examples as projects: what `./dev new` makes, with the author's files in their places."""
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2]
EXAMPLES = {path.parent.name: path.parent for path in SOURCE.glob("docs/examples/*/project.cmake")}
OPTIONS = {"sqlite": ["--system-header", "sqlite3.h", "--links", "SQLite::SQLite3", "m"],
           "zlib": ["--system-header", "zlib.h", "--links", "ZLIB::ZLIB"]}


def new(name, folder):
    subprocess.run([sys.executable, SOURCE / "template/new.py", folder, name, *OPTIONS[name]], check=True)
    return folder


def make(name, folder):
    new(name, folder)
    for path in EXAMPLES[name].iterdir():
        place = "." if path.name == "project.cmake" else "swig" if path.suffix == ".i" else "docs/examples"
        shutil.copy(path, folder / place)
    return folder
