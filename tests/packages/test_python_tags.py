"""On which systems a wheel says that it runs: what auditwheel makes of modules that need more than this project's own."""
import os
import re
import shutil
import sys
import zipfile

import pytest
from conftest import PACKAGES, SOURCE, run

[WHEEL] = (PACKAGES / "python").glob("*.whl")
sys.path.append(str(SOURCE / "bindings/python"))
from package import audit

pytestmark = pytest.mark.skipif("linux_" in WHEEL.name and "manylinux" not in WHEEL.name, reason="needs auditwheel")

POINTER = "extern char *strdup(const char *); char *(*volatile pointer)(const char *) = strdup;"
BUFFER = "extern char *strcpy(char *, const char *); int length(const char *t) { char b[9]; strcpy(b, t); return b[7]; }"
# The compiler, its options, the source, the tag, and what auditwheel takes into the wheel.
MODULES = {
    "libc only": ("cc", [], "int one(void) { return 1; }", r"manylinux_2_5_|manylinux_2_17_", []),
    "relative relocations": ("cc", ["-Wl,-z,pack-relative-relocs"], POINTER, "manylinux_2_36_", []),
    "what every system has": ("cc", ["-l:libz.so.1"], "int crc32(); int one(void) { return crc32(0, 0, 0); }",
                              "manylinux_2_", []),
    "what only this one has": ("cc", ["libother.so", "-Wl,-rpath,FOLDER"], "int other(); int one(void) { return other(); }",
                               "manylinux_2_", ["libother"]),
    "the loader of arm64": ("aarch64-linux-gnu-gcc", ["-fstack-protector-all"], BUFFER, "manylinux_2_17_aarch64", []),
}


@pytest.mark.parametrize("what", MODULES)
def test_tag_is_what_the_module_needs(what, place):
    compiler, options, source, tag, taken = MODULES[what]
    if not shutil.which(compiler):
        pytest.skip(f"needs {compiler}")
    folder = place / what.replace(" ", "_")
    folder.mkdir()
    (folder / "other.c").write_text("int other(void) { return 7; }")
    (folder / "module.c").write_text(source)
    run("cc", "-shared", "-fPIC", "other.c", "-o", "libother.so", cwd=folder)
    run(compiler, "-shared", "-fPIC", "-w", "module.c", "-o", "module.so",
        *(option.replace("FOLDER", str(folder)) for option in options), cwd=folder)
    audit(with_module(folder / "module.so", folder, "aarch64" if "aarch64" in compiler else os.uname().machine), folder)
    [audited] = [path for path in folder.glob("*.whl") if "-linux_" not in path.name]
    assert re.search(tag, audited.name), audited.name
    libraries = [name.split("/")[1] for name in zipfile.ZipFile(audited).namelist() if ".libs/" in name]
    assert [name.split("-")[0] for name in libraries if name] == taken


def with_module(module, folder, machine):
    """The wheel as it is before it is audited, with this module."""
    made = folder / re.sub(r"[^-]+\.whl$", f"linux_{machine}.whl", WHEEL.name)
    with zipfile.ZipFile(WHEEL) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = module.read_bytes() if name.endswith(".so") else old.read(name)
            if name.endswith(".dist-info/WHEEL"):
                content = re.sub(rb"(?m)^Tag: (.*-).*$", rb"Tag: \1linux_" + machine.encode(), content)
            new.writestr(name, content)
    return made
