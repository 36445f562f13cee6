"""What a type checker accepts and refuses."""
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def mypy(file, folder):
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={folder}", HERE / file]
    environment = {**os.environ, "MYPYPATH": os.environ["PYTHONPATH"]}
    result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    return {int(line.split(":")[1]) for line in result.stdout.splitlines() if ": error: " in line}


def test_right_calls(tmp_path):
    assert mypy("consumer.py", tmp_path) == set()


def test_wrong_calls(tmp_path):
    assert mypy("wrong_consumer.py", tmp_path) == set(range(3, 13))
