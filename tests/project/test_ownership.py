"""An author touches only what is theirs: no file or folder of the template's knows the library's name."""
import os
import re
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
sys.path.insert(0, str(SOURCE / "template"))
import files  # noqa: E402

# A name of one or two letters is part of every word; only those that no word contains can be looked for.
NAMES = [name for name in (os.environ[key] for key in ("LIBRARY_NAME", "LIBRARY_CLASS", "CSHARP_PACKAGE", "JAVA_PACKAGE"))
         if len(name) > 3]
KNOWN = re.compile("|".join(map(re.escape, NAMES)) or "(?!)", re.IGNORECASE)
FILES = [path for path in files.template_files(SOURCE) if path != files.MANIFEST]


@pytest.mark.parametrize("path", FILES)
def test_the_template_does_not_know_the_name(path):
    lines = (SOURCE / path).read_text(encoding="utf-8").splitlines()
    assert [line for line in [path, *lines] if KNOWN.search(line)] == []


def test_every_pattern_of_the_author_has_a_file():
    """One that has none is misspelt, or owns what is not there."""
    tree = files.tree(SOURCE)
    patterns = files.lines(SOURCE / "template/yours.txt")
    optional = {"SECURITY.md", "docs/benchmark/", "docs/*.ipynb", "tests/benchmark/"}
    assert [pattern for pattern in patterns if pattern not in optional and not any(files.is_yours(p, [pattern]) for p in tree)] == []
