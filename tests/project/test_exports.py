"""A library exports its interface and nothing else: nobody can come to rely on the rest, or replace it."""
import os
import subprocess
from pathlib import Path


def test_exports_equal_the_committed_list():
    lines = subprocess.check_output(["nm", "-D", "--defined-only", os.environ["LIBRARY"]], text=True).splitlines()
    committed = Path(__file__).parent / "exports" / f"{os.environ['LIST']}.txt"
    assert [line.split()[-1] for line in lines] == committed.read_text().split()
