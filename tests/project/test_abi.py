"""Programs that were linked with an earlier release still run: the binary interface is compared with the committed one."""
import os
import shutil
import subprocess
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "core"
BASELINE = Path(__file__).parent / "abi/square.xml"
SCRATCH = Path(os.environ["SCRATCH"]) / "abi"
CHANGES = {
    "nothing": (lambda text: text, True),
    "a new function": (lambda text: text.replace('"kernel.h"', '"kernel.h"\nSQUARE_API int added(void) { return 1; }'), True),
    "another type": (lambda text: text.replace("square(int32_t number)", "square(int64_t number)"), False),
    "a function is gone": (lambda text: text.replace("square_version", "square_release"), False),
}


def describe(core):
    """The binary interface as XML, without what depends on the machine and the compiler."""
    command = [os.environ["CC"], "-g", "-std=c11", "-fPIC", "-shared", "-fvisibility=hidden", "-DSQUARE_EXPORTS", "-Iinclude",
               "src/square.c", "src/square_array.c", "-Wl,-soname,libsquare.so.1", "-o", SCRATCH / "libsquare.so"]
    subprocess.run(command, check=True, cwd=core)
    subprocess.run(["abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--exported-interfaces-only",
                    "--headers-dir", core / "include", "--out-file", SCRATCH / "square.xml", SCRATCH / "libsquare.so"],
                   check=True)
    return SCRATCH / "square.xml"


@pytest.mark.parametrize("change", reversed(CHANGES))  # nothing comes last: its description is what a new baseline is made of
def test_only_additions_are_compatible(change):
    edit, compatible = CHANGES[change]
    shutil.rmtree(SCRATCH, ignore_errors=True)
    shutil.copytree(CORE, SCRATCH / "core")
    for file in "include/square.h", "src/square.c":
        path = SCRATCH / "core" / file
        path.write_text(edit(path.read_text()))
    command = ["abidiff", "--no-added-syms", BASELINE, describe(SCRATCH / "core")]
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    assert (result.returncode == 0) == compatible, result.stdout
