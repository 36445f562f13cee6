"""The worked examples print what stands beside them."""
import os
import subprocess
import sys
from pathlib import Path

import pytest


PROGRAMS = sorted(Path(os.environ["EXAMPLES"]).glob("*/*.py"))


@pytest.mark.parametrize("program", [pytest.param(path, id=path.parent.name) for path in PROGRAMS])
def test_an_example(program):
    pytest.importorskip(f"_{program.parent.name}")
    run = subprocess.run([sys.executable, "-X", "dev", "-W", "error", program], capture_output=True, text=True)
    assert (run.stdout, run.stderr) == (program.with_name("expected.txt").read_text(), "")
