"""The README shows the example programs as they are."""
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
LANGUAGES = {"hello.c": "c", "hello.cpp": "cpp", "hello.py": "python", "Hello.java": "java", "Hello.cs": "csharp"}


@pytest.mark.parametrize("example", LANGUAGES)
def test_shows_the_example(example):
    blocks = re.findall(rf"```{LANGUAGES[example]}\n(.*?)```", (SOURCE / "README.md").read_text(), re.DOTALL)
    assert (SOURCE / "docs" / "examples" / example).read_text() in blocks
