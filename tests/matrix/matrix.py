"""matrix.py [TEXT]: runs the cells of the matrix, or those with TEXT in their name, each in a folder of its own.

The log of each cell is in build/matrix, and so is report.md, the table that is printed at the end.
"""
import contextlib
import os
import re
import shutil
import signal
import shlex
import subprocess
import sys
import time

from cells import CELLS, HERE, SOURCE

FOLDER = SOURCE / "build" / "matrix"
FETCHED = FOLDER / "fetched"
TIME_LIMIT = 900


def bash(commands, build, log):
    """Whether the commands succeed. The environment is the machine's, and says that nothing may be left out."""
    environment = {**os.environ, "BUILD": str(build), "FETCHED": str(FETCHED), "CI": "true"}
    script = f"source {shlex.quote(str(HERE / 'cell.sh'))}\n{commands}"
    with subprocess.Popen(["bash", "-c", script], cwd=SOURCE, env=environment, stdin=subprocess.DEVNULL, stdout=log,
                          stderr=subprocess.STDOUT, start_new_session=True) as process:
        try:
            return process.wait(TIME_LIMIT) == 0
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # what it started may still run


def run(cell):
    """The result of a cell: that it was proved, that it failed, or why it cannot run here."""
    name = re.sub(r"\W+", "-", cell.name.replace("#", "sharp")).strip("-").lower()
    build = FOLDER / name
    shutil.rmtree(build, ignore_errors=True)
    build.mkdir(parents=True)
    with open(FOLDER / f"{name}.log", "w") as log:
        try:
            for reason, command in cell.needs.items():
                if not bash(command, build, log):
                    return f"not run: {reason}"
            if not all(bash(command, build, log) for command in cell.fetches):
                return f"FAILED to download: see {name}.log"
            return cell.proof if bash(cell.commands, build, log) else f"FAILED: see {name}.log"
        except subprocess.TimeoutExpired:
            return f"FAILED: stopped after {TIME_LIMIT} seconds"


def main(text=""):
    FETCHED.mkdir(parents=True, exist_ok=True)
    cells = [cell for cell in CELLS if text in cell.name]
    rows = ["| cell | result | seconds |", "|---|---|---|"]
    for number, cell in enumerate(cells, 1):
        print(f"[{number}/{len(cells)}] {cell.name} ...", end=" ", flush=True)
        start = time.monotonic()
        result = run(cell)
        print(result, flush=True)
        rows.append(f"| {cell.name} | {result} | {time.monotonic() - start:.0f} |")
    report = "\n".join(rows) + "\n"
    (FOLDER / "report.md").write_text(report)
    print("\n" + report, end="")
    return int("| FAILED" in report or not cells)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
