"""An edit of the header reaches every wrapper without a clean build; without that, bindings return wrong numbers."""
import os
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).parents[2]
SCRATCH = Path(os.environ["SCRATCH"]) / "rebuild"
NAME = os.environ["LIBRARY_NAME"]
MODULES = os.environ["MODULES"].split(";")
GUARD = '#ifdef __cplusplus\nextern "C"\n#endif\n'


def cmake(*arguments):
    subprocess.run([os.environ["CMAKE"], *arguments], check=True, stdout=subprocess.DEVNULL)


def build():
    cmake("--build", SCRATCH / "build", "--target", *MODULES)
    return {path.name: path.read_text() for path in (SCRATCH / "build").glob("bindings/*/generated/*_wrap.c*")}


def append(path, text):
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_new_function_reaches_every_wrapper():
    shutil.rmtree(SCRATCH, ignore_errors=True)
    for name in "core", "swig", "bindings", "packaging":
        shutil.copytree(SOURCE / name, SCRATCH / name)
    for name in "CMakeLists.txt", "project.cmake", "LICENSE":
        shutil.copy(SOURCE / name, SCRATCH)
    cmake("-S", SCRATCH, "-B", SCRATCH / "build", "-G", "Ninja", f"-DPython_EXECUTABLE={os.environ['PYTHON']}",
          "-DBUILD_TESTING=OFF", "-DBUILD_EXAMPLES=OFF")
    before = build()
    assert build() == before

    append(SCRATCH / f"core/include/{NAME}.h", f"\n{GUARD}int32_t {NAME}_added(int32_t number);\n")
    source = min((SCRATCH / "core/src").glob("*.c*"))
    append(source, f"\n{GUARD}int32_t {NAME}_added(int32_t number) {{ return number; }}\n")
    after = build()

    assert len(after) == len(MODULES)
    assert all(f"{NAME}_added(" in after[name] and f"{NAME}_added(" not in before[name] for name in after)
