import csv
import os
import sys
from pathlib import Path

import pytest


def read_vectors(lines):
    """The rows as dictionaries of integers, with None where the result does not fit in 32 bits."""
    rows = list(csv.DictReader(lines, restkey="too many", restval="too few"))
    if not rows:
        raise ValueError("no vectors")
    vectors = [{name: int(cell) if cell else None for name, cell in row.items()} for row in rows]
    if any(vector["number"] is None for vector in vectors):
        raise ValueError("a number is required")
    return vectors


def pytest_generate_tests(metafunc):
    if "vector" in metafunc.fixturenames:
        with Path(os.environ["VECTORS"]).open() as file:
            metafunc.parametrize("vector", read_vectors(file))


@pytest.fixture
def memory():
    """The resident memory of this process in bytes."""
    if not sys.platform.startswith("linux"):
        pytest.skip("memory is read from /proc")
    return lambda: int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
