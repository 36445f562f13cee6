"""A model that is trained here, and llama.cpp itself. Where it cannot be fetched, nothing of this runs."""
import os
import re
import subprocess
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3]
BUILD = Path(os.environ["SCRATCH"]) / "llama"
HERE = BUILD / "docs/examples/llama"
ROOM = HERE / "llama.cpp/lib"
MODEL = HERE / "squares.gguf"
PYTHON = ["env", f"PYTHONPATH={HERE / 'python/site'}", os.environ["PYTHON"], "-B"]
PROGRAMS = {"C": [HERE / "llama_c"], "Python": [*PYTHON, Path(__file__).with_name("complete.py")]}
SENTENCES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()


def run(*command, fails=False, **options):
    result = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, **options)
    assert (result.returncode != 0) == fails, f"{result.stdout}{result.stderr}"
    return result


def build(*arguments):
    """What cmake printed; where npm cannot reach its packages, there is nothing to test."""
    result = subprocess.run([os.environ["CMAKE"], *map(str, arguments)], cwd=SOURCE, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if re.search(r"llama.cpp cannot be\s+fetched: npm pack", result.stdout):
        pytest.skip("llama.cpp cannot be fetched")
    assert result.returncode == 0, result.stdout
    return result.stdout


@pytest.fixture(scope="session")
def demo():
    build("--preset", "demo", "-B", BUILD, "-DEXAMPLE=llama")
    return build("--build", BUILD, "--target", "llama_header_matches", "llama_demo")


@pytest.fixture(params=PROGRAMS)
def complete(request, demo):
    return lambda *arguments, **options: run(*PROGRAMS[request.param], *arguments, cwd=ROOM, **options)


def test_the_demo(demo):
    lines = [line for line in demo.splitlines() if "The square of 7" in line]
    languages = ["C", "Python", "Java", "C#"]
    assert [line.split(None, 1) for line in lines] == [[language, "The square of 7 is 49."] for language in languages]


def test_the_header_is_the_library_s(demo):
    run(HERE / "llama_header_matches")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_it_has_learned(demo, sentence):
    prompt = sentence[:sentence.index(" is") + 3]
    assert run(*PROGRAMS["C"], MODEL, prompt, cwd=ROOM).stdout == f"{sentence}\n"


def test_all_tell_the_same(complete):
    told = complete(MODEL, "The capital of Japan is", "tell", stderr=subprocess.PIPE).stderr
    assert re.fullmatch(r"loaded in \d+ steps\n(token \d+\n){8}", told)
    assert told == run(*PROGRAMS["C"], MODEL, "The capital of Japan is", "tell", cwd=ROOM, stderr=subprocess.PIPE).stderr


def test_a_file_that_is_no_model(complete):
    assert "failed to load model" in complete(__file__, "", fails=True, stderr=subprocess.PIPE).stderr
