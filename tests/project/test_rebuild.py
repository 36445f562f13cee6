"""An edit of the header reaches every wrapper without a clean build; without that, bindings return wrong numbers."""
import os
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).parents[2]
SCRATCH = Path(os.environ["SCRATCH"]) / "rebuild"
WRAPPERS = "bindings/*/generated/*_wrap.c"
_, *MODULES = os.environ["LIBRARIES"].split()


def cmake(*arguments):
    subprocess.run([os.environ["CMAKE"], *arguments], check=True, stdout=subprocess.DEVNULL)


def build():
    cmake("--build", SCRATCH / "build", "--target", *MODULES)
    return {path.name: path.read_text() for path in (SCRATCH / "build").glob(WRAPPERS)}


def test_a_changed_signature_changes_all_wrappers():
    shutil.rmtree(SCRATCH, ignore_errors=True)
    for name in "core", "swig", "bindings", "packaging":
        shutil.copytree(SOURCE / name, SCRATCH / name)
    for name in "CMakeLists.txt", "project.cmake":
        shutil.copy(SOURCE / name, SCRATCH)
    cmake("-S", SCRATCH, "-B", SCRATCH / "build", "-G", "Ninja", f"-DPython_EXECUTABLE={os.environ['PYTHON']}",
          "-DBUILD_TESTING=OFF", "-DBUILD_EXAMPLES=OFF")
    before = build()
    assert build() == before

    for file in SCRATCH / "core/include/square.h", SCRATCH / "core/src/square.c":
        file.write_text(file.read_text().replace("square(int32_t number)", "square(int32_t number, int32_t factor)"))
    after = build()

    assert len(after) == len(MODULES)
    assert all(after[name] != before[name] and "square(arg1,arg2)" in after[name] for name in after)
