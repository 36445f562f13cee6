"""examples.py --rounds N FILE: the bindings of docs/examples against what Python has for the same libraries."""
import json
import sqlite3
import sys
import zlib
from timeit import default_timer

import zlib_native
from sqlite import OPEN_CREATE, OPEN_READWRITE, Database

_, rounds, results = sys.argv[1:]
ROWS = 100_000
TEXTS = [f"text {i}" for i in range(ROWS)]
CREATE, INSERT, SELECT = "CREATE TABLE t (i INTEGER, x REAL, s TEXT)", "INSERT INTO t VALUES (?, ?, ?)", "SELECT i, x, s FROM t"
BYTES = bytes(range(256)) * 4096


def ours():
    database = Database(":memory:", OPEN_READWRITE | OPEN_CREATE)
    database.exec(CREATE)
    return database


def insert(database):
    database.exec("BEGIN")
    with database.prepare(INSERT) as row:
        for i, text in enumerate(TEXTS):
            row.bind_int64(1, i)
            row.bind_double(2, i / 2)
            row.bind_text(3, text)
            row.step()
            row.reset()
    database.exec("COMMIT")


def select(database):
    with database.prepare(SELECT) as row:
        total = 0
        while row.step():
            total += row.column_int64(0) + len(row.column_text(2)) * (row.column_double(1) >= 0)
    return total


def theirs():
    database = sqlite3.connect(":memory:")
    database.execute(CREATE)
    return database


def insert_many(database):
    with database:
        database.executemany(INSERT, ((i, i / 2, text) for i, text in enumerate(TEXTS)))


def insert_each(database):
    with database:
        for i, text in enumerate(TEXTS):
            database.execute(INSERT, (i, i / 2, text))


def select_all(database):
    return sum(i + len(text) * (x >= 0) for i, x, text in database.execute(SELECT))


def timed(function, *arguments):
    start = default_timer()
    function(*arguments)
    return (default_timer() - start) * 1e9


def write(group, n, variant, role, ns):
    with open(results, "a") as file:
        print(json.dumps({"language": "Python", "group": group, "n": n, "variant": variant, "role": role, "ns": ns}), file=file)


for warm_up in (True, *[False] * int(rounds)):
    mine, other, each = ours(), theirs(), theirs()
    measured = [
        ("SQLite inserts", ROWS, "ours", "ours", timed(insert, mine)),
        ("SQLite inserts", ROWS, "sqlite3, executemany()", "peer", timed(insert_many, other)),
        ("SQLite inserts", ROWS, "sqlite3, execute()", "peer", timed(insert_each, each)),
        ("SQLite select", ROWS, "ours", "ours", timed(select, mine)),
        ("SQLite select", ROWS, "sqlite3", "peer", timed(select_all, other)),
        ("crc32", len(BYTES), "ours", "ours", min(timed(zlib_native.crc32, 0, BYTES) for _ in range(5))),
        ("crc32", len(BYTES), "zlib", "peer", min(timed(zlib.crc32, BYTES) for _ in range(5))),
    ]
    assert select(mine) == select_all(other) == select_all(each) and zlib_native.crc32(0, BYTES) == zlib.crc32(BYTES)
    for row in [] if warm_up else measured:
        write(*row)
