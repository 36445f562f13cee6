"""The first draft of NAME.i says what can be guessed, leaves out the rest, and is accepted as it stands."""
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2]
HEADER = """
#include <stddef.h>
typedef struct thing thing;
typedef struct thing_part { int members; } thing_part;
#define THING_OK 0
#define THING_MARK '\\1'
typedef struct thing_object thing_object;
void thing_object_free(thing_object *self);
thing *thing_new(void);
void thing_free(thing *self);
void thing_free_v2(thing *self);
void thing_destroy(thing *self);
char *thing_finish(thing *self);
void thing_ref_bytes(thing *self, const void *data, size_t size);
int thing_feed(thing *self, const char *data, size_t size);
int thing_get_errcode(thing *self);
const char *thing_errmsg(thing *self);
const char *thing_strerror(int status);
int thing_is_fed(thing *self);
thing_part *thing_first_part(thing *self);
thing_part *thing_part_copy(thing_part *self);
void thing_part_retain(thing_part *self);
void thing_part_release(thing_part *self);
void thing_position(thing *self, int *line, int *column);
char *thing_render(thing *self);
char *thing_name(thing *self);
int thing_squeeze(const void *src, void *dst, int srcSize, int dstSize);
int thing_sum(const short *numbers, int count);
void thing_read(thing *self, int *numbers, int count);
void thing_move(thing *self, thing_end *end, int *state);
void thing_free_end(thing_end *end);
const char *thing_label(thing *self, size_t *length);
int thing_set_size(thing *self, unsigned size);
int thing_add(thing *self, thing *child);
thing *thing_open_memory(const void *data, size_t size);
thing *thing_from_static(const char *text);
int thing_log_file(thing *self, const char *path, size_t block_size);
thing *thing_thread(thing *self);
thing *thing_enclosing(thing *self);
void thing_send(thing *self);
void thing_file_part_end(thing *self);
void thing_freeze(thing *self);
void thing_each(thing *self, void (*visit)(void *user), void *user);
void thing_set_handler(thing *self, void (*visit)(void *user), void *user);
void thing_log(const char *format, ...);
void thing_log_more(const char *format, ...);
void thing_pipe(int ends[2]);
int thing_is_fed_(thing *self);
/** The last. */
typedef struct { int a; /** and no more */ } thing_end;
"""
DRAFT = """%prefix(thing_)
%handle(thing, Thing, thing_free_v2)
%handle(thing_object, ThingObject, thing_object_free)
%skip(thing_ref_bytes)
%skip(thing_free thing_destroy)
%handle(thing_part, Part, thing_part_release)
%refcounted(thing_part, thing_part_retain)
%status(int, THING_OK, thing_strerror(status))
%no_status(thing_get_errcode)
%message(thing, thing_errmsg(self))
%truth(thing_is_fed)
%bytes(thing_feed::data, size)
%inout(thing_move::end state)
%skip(thing_read)
%skip(thing_free_end)
%view(thing_label, *length)
%is_status(thing_set_size)
%skip(thing_add)
%bytes(thing_open_memory::data, size)
%keeps(thing_open_memory::data)
%keeps(thing_from_static::text)
%skip(thing_thread thing_enclosing)
%borrowed(thing_first_part)
%creates(thing_part_copy)
%out(thing_position::line column)
%owned(thing_render, free)
%skip(thing_finish thing_name)
%skip(thing_squeeze)
%array(thing_sum::numbers, count)
%scope(thing_each, call)
%skip(thing_set_handler)
%skip(thing_log thing_log_more)
%skip(thing_pipe)
%skip(thing_is_fed_)""".split("\n")


def run(*command):
    return subprocess.run([sys.executable, "-B", *command], capture_output=True, text=True, check=True).stdout


def test_the_draft(tmp_path):
    header = tmp_path / "thing.h"
    header.write_text(HEADER)
    draft = run(SOURCE / "template" / "suggest.py", header)
    lines = [line.partition(" // ") for line in draft.splitlines() if line.startswith("%") and "(" in line]
    assert sorted(line for line, _, _ in lines) == sorted(DRAFT) and all(reason for _, _, reason in lines)
    (tmp_path / "thing.i").write_text(draft)
    assert "may fail" in run(SOURCE / "swig" / "generator", "list", tmp_path / "thing.i", "--include", tmp_path)
