"""evidence.py FOLDER NAME=VALUE..: writes down what a build offers, so that it can be compared with what was accepted.

Each library (c, python, java, csharp) gives the list of its exports; `jar` the public Java interface, `stub` the
Python one, `diagnostics` the C# one; `described`, the C library with debug information, the binary interface as
libabigail sees it.
"""
from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

LANGUAGES = "c", "python", "java", "csharp"


def run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def exports(library: str) -> str:
    return "".join(f"{line.split()[-1]}\n" for line in run("nm", "-D", "--defined-only", library).splitlines())


def java_interface(javap: str, jar: str) -> str:
    names = sorted(name for name in zipfile.ZipFile(jar).namelist() if name.endswith(".class") and name != "module-info.class")
    classes = [name[:-len(".class")].replace("/", ".") for name in names]
    shown = [run(javap, "-J-XX:-UsePerfData", "-protected", "-cp", jar, each) for each in classes]
    return "".join(text for text in (text.split("\n", 1)[1] for text in shown) if text.startswith("public "))


def csharp_interface(diagnostics: str) -> str:
    """What Microsoft.CodeAnalysis.PublicApiAnalyzers found to be public, and in no list."""
    results = json.loads(Path(diagnostics).read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    return "".join(sorted(f"{found['properties']['customProperties']['APIName']}\n" for found in results
                          if found["ruleId"] == "RS0016"))


def binary_interface(library: str, headers: str, output: Path) -> None:
    """Without what depends on the machine and the compiler."""
    run("abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--exported-interfaces-only", "--headers-dir",
        headers, "--out-file", output, library)


def write(folder: Path, given: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "exports").mkdir(parents=True)
    for language in given.keys() & LANGUAGES:
        (folder / f"exports/{language}.txt").write_text(exports(given[language]), encoding="utf-8")
    if "jar" in given:
        (folder / "java.txt").write_text(java_interface(given["javap"], given["jar"]), encoding="utf-8")
    if "diagnostics" in given:
        (folder / "csharp.txt").write_text(csharp_interface(given["diagnostics"]), encoding="utf-8")
    if "stub" in given:
        shutil.copy(given["stub"], folder / "python.pyi")
    if "described" in given:
        binary_interface(given["described"], given["headers"], folder / "abi.xml")


if __name__ == "__main__":
    write(Path(sys.argv[1]), dict(argument.split("=", 1) for argument in sys.argv[2:]))
