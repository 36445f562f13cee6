"""An author touches only what is theirs: no file or folder of the template's knows the library's name, or is edited."""
import os
import re
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
sys.path.insert(0, str(SOURCE / "template"))
import files  # noqa: E402

NAMES = [os.environ[key] for key in ("LIBRARY_NAME", "LIBRARY_CLASS", "CSHARP_PACKAGE", "JAVA_PACKAGE")]
KNOWN = re.compile("|".join(map(re.escape, NAMES)), re.IGNORECASE)
MADE = (SOURCE / files.MANIFEST).exists()  # by `./dev new`
FILES = [path for path in files.template_files(SOURCE) if path != files.MANIFEST]


@pytest.mark.skipif(MADE, reason="the template was written before this library had its name")
@pytest.mark.parametrize("path", FILES)
def test_the_template_does_not_know_the_name(path):
    lines = (SOURCE / path).read_text(encoding="utf-8").splitlines()
    assert [line for line in [path, *lines] if KNOWN.search(line)] == []


def test_a_library_cannot_be_called_as_a_target_is():
    text = "".join((SOURCE / path).read_text(encoding="utf-8") for path in FILES
                   if path.endswith((".cmake", "CMakeLists.txt")) and not path.startswith("tests/packages/c/"))
    targets = set(re.findall(r"\badd_(?:custom_target|executable|library|assembly)\(([a-z]\w*)", text))
    assert {"python", "java", "csharp"} <= targets <= set(files.lines(SOURCE / "packaging/targets"))


@pytest.mark.skipif(not MADE, reason="the template itself has no manifest")
def test_no_file_of_the_template_s_is_edited():
    """`./dev update` would refuse."""
    manifest = files.read_manifest(SOURCE)
    assert [path for path, digest in manifest.items() if files.checksum(SOURCE / path) != digest] == []


@pytest.mark.skipif(MADE, reason="an author may have deleted some")
def test_every_pattern_of_the_author_has_a_file():
    """One that has none is misspelt, or owns what is not there."""
    tree, patterns = files.tree(SOURCE), files.lines(SOURCE / "template/yours.txt")
    unused = [pattern for pattern in patterns if not any(files.is_yours(path, [pattern]) for path in tree)]
    assert unused == ["links/"]  # the sample links nothing
