"""import_library.py ZIG PROCESSOR HEADERS PYTHON LIBRARY: to link with PYTHON.dll, of what its headers declare."""
import re
import subprocess
import sys
from pathlib import Path

DECLARED = re.compile(r"\bPyAPI_(FUNC|DATA)\s*\([^)]*\)\s*\**\s*(\w+)")
MACHINES = {"x86_64": "i386:x86-64", "aarch64": "arm64"}

zig, processor, headers, python, library = sys.argv[1:]
declared = {match[2]: " DATA" * (match[1] == "DATA") for header in Path(headers).rglob("*.h")
            for match in DECLARED.finditer(header.read_text(encoding="utf-8"))}
definition = Path(library).with_suffix(".def")
exports = sorted(f"{name}{kind}\n" for name, kind in declared.items())
definition.write_text(f"LIBRARY {python}.dll\nEXPORTS\n{''.join(exports)}")
subprocess.run([zig, "dlltool", "-m", MACHINES[processor], "-d", definition, "-l", library], check=True)
