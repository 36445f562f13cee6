"""The licence of a library that the system has, where the system says it: what is packed with that library needs its text."""
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def of_the_system(header: str) -> str:
    """On Debian, that of the package that the header is from; elsewhere nothing, and the build asks for it."""
    if not shutil.which("dpkg-query"):
        return ""
    found = subprocess.run(["dpkg-query", "--search", f"/usr/include/{header}"], text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    path = Path("/usr/share/doc", found.partition(":")[0], "copyright")
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def write(folder: Path, header: str, links: list[str]) -> None:
    text = of_the_system(header)
    for package in {link.partition("::")[0] for link in links if "::" in link}:
        if text:
            (folder / f"LICENSE.{package}").write_text(text, encoding="utf-8")
