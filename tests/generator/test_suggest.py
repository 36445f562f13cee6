"""The first draft of NAME.i says what can be guessed, leaves out the rest, and is accepted as it stands."""
import os
import subprocess
from pathlib import Path

SOURCE = Path(__file__).parents[2]
HEADER = """
#include <stddef.h>
typedef struct thing thing;
typedef enum { thing_error, thing_ok } thing_status;
thing *thing_new(void);
void thing_free(thing *self);
thing_status thing_feed(thing *self, const char *data, size_t size);
int thing_sum(const short *numbers, int count);
void thing_each(thing *self, void (*visit)(void *user), void *user);
"""
DRAFT = ["%prefix(thing_)", "%handle(thing, Thing, thing_free)", "%status(thing_status, thing_ok)",
         "%sized_text(thing_feed::data, size)", "%array(thing_sum::numbers, count)", "%skip(thing_each)"]


def run(*command):
    return subprocess.run([os.environ["GENERATOR_PYTHON"], "-B", *command], capture_output=True, text=True, check=True).stdout


def test_the_draft(tmp_path):
    header = tmp_path / "thing.h"
    header.write_text(HEADER)
    draft = run(SOURCE / "template" / "suggest.py", header)
    lines = [line.partition(" // ") for line in draft.splitlines() if line.startswith("%") and "(" in line]
    assert [line for line, _, _ in lines] == DRAFT and all(reason for _, _, reason in lines)
    (tmp_path / "thing.i").write_text(draft)
    assert "may fail" in run(SOURCE / "swig" / "generator", "list", tmp_path / "thing.i", "--include", tmp_path)
