"""Nobody's program breaks by an oversight: what the build offers is what was accepted, by `./dev accept` and a reader."""
import os
import subprocess
from pathlib import Path

import pytest

MADE, ACCEPTED = Path(os.environ["MADE"]), Path(__file__).parents[1] / "evidence"


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", names(MADE))
def test_is_what_was_accepted(name):
    made, accepted = MADE / name, ACCEPTED / name
    assert accepted.exists(), "run ./dev accept, and commit what it writes"
    if name == "abi.xml":
        result = subprocess.run(["abidiff", accepted, made], stdout=subprocess.PIPE, text=True)
        assert result.returncode == 0, result.stdout
    else:
        assert made.read_text(encoding="utf-8") == accepted.read_text(encoding="utf-8")


def test_every_kind_is_looked_at():
    """Where a language was left out, or a tool is missing, the others are compared; here, all of them."""
    assert names(MADE)
    if "CI" in os.environ:
        assert set(names(MADE)) >= set(names(ACCEPTED))
