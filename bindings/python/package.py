"""package.py SOURCE FOLDER: makes the sdist, and from it the wheel, by the same pyproject.toml as `pip install .`.

On Linux the wheel then gets the platform tag that its symbols allow. auditwheel does the same, and more: it copies other
libraries into the wheel. Here there are none, so that it is enough to measure which glibc is needed at least (PEP 600).
"""
from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def run(*command: str | Path) -> str:
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.stdout if result.returncode == 0 else sys.exit(result.stdout)


def manylinux(module: Path) -> str:
    needed = re.findall(r"NEEDED +(\S+)", run("objdump", "-p", module))
    if set(needed) - {"libc.so.6"}:
        sys.exit(f"{module} needs {needed}: use auditwheel")
    major, minor = max((int(a), int(b)) for a, b in re.findall(r"GLIBC_(\d+)\.(\d+)", run("objdump", "-T", module)))
    return f"manylinux_{major}_{max(minor, 5)}_{platform.machine()}"  # no installer knows one before 2.5


def retag(wheel: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "wheel", "unpack", "--dest", folder, wheel)
        [root] = Path(folder).iterdir()
        [module] = root.rglob("*.so")
        [metadata] = root.glob("*.dist-info/WHEEL")
        metadata.write_text(re.sub(r"linux_\w+", manylinux(module), metadata.read_text()))
        run(sys.executable, "-m", "wheel", "pack", "--dest-dir", wheel.parent, root)
    wheel.unlink()


os.umask(0o022)  # `wheel unpack` gives files the modes of the umask
source, packages = map(Path, sys.argv[1:])
with tempfile.TemporaryDirectory() as folder:
    copy = Path(folder, source.name)  # the back end looks at every file, also of build/: minutes, when it has many
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("build", ".*"))
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", packages, copy)
if sys.platform == "linux":
    [built] = packages.glob("*.whl")
    retag(built)
