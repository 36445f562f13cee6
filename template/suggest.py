"""./dev suggest HEADER: the first draft of NAME.i for a header that nobody has described yet; beside each line stands why."""
from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import Refusal, read_header, suggest


def main() -> None:
    parser = argparse.ArgumentParser(prog="./dev suggest", description="Writes the first draft of NAME.i for a header.")
    parser.add_argument("header", help="a file, or the name of a header that the compiler finds, such as zlib.h")
    parser.add_argument("--include", nargs="*", default=[], help="where the headers lie that it includes")
    given = parser.parse_args()
    path = Path(given.header)
    folders = [str(path.parent.resolve())] if path.is_file() else []
    header = read_header("swig", ["cc"], [*folders, *given.include], [path.name if folders else given.header])
    print(f'%module {path.stem}\n%include "vocabulary.i"\n')
    if not folders:
        print(f"%headers({given.header})")
    for line, reason in suggest(header):
        print(f"{line} // {reason}")


try:
    main()
except Refusal as refusal:
    sys.exit(str(refusal))
