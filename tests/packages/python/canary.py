"""The author's example as a function: what it prints, in any thread, process or interpreter."""
import io
from pathlib import Path

HELLO = Path(__file__).parents[3] / "docs" / "examples" / "hello.py"
EXPECTED = HELLO.with_name("expected.txt").read_text(encoding="utf-8")
CODE = compile(HELLO.read_text(encoding="utf-8"), str(HELLO), "exec")


def hello(*_):
    output = io.StringIO()
    exec(CODE, {"__name__": "__main__", "print": lambda *values, **options: print(*values, **{**options, "file": output})})
    return output.getvalue()
