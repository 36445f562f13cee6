"""The stub says what the module has, and a strict type checker accepts it."""
import os
import subprocess
import sys
from pathlib import Path

import pytest

import _kinds

pytest.importorskip("mypy")
STUB = Path(_kinds.__file__).parent


@pytest.mark.parametrize("tool", [["mypy", "--strict", str(STUB / "_kinds.pyi")],
                                  ["mypy.stubtest", "--allowlist", "allowed", "_kinds"]])
def test_the_stub(tool, tmp_path):
    (tmp_path / "allowed").write_text(r"_kinds\.\w+\.__init__")  # of every type in C it is (self, /, *args, **kwargs)
    environment = {**os.environ, "MYPYPATH": str(STUB)}
    command = [sys.executable, "-W", "ignore", "-m", *tool]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
