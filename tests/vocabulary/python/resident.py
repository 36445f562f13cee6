"""That memory does not grow."""
import sys
from pathlib import Path

import pytest

PAGES = Path("/proc/self/statm")
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="no /proc")


def grows_by(call, times):
    """By how many pages the process has grown since it was called as often before."""
    sizes = []
    for _ in range(2):
        for _ in range(times):
            call()
        sizes.append(int(PAGES.read_text().split()[1]))
    return sizes[1] - sizes[0]
