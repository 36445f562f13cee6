from __future__ import annotations

from collections.abc import Sequence

from sqlite import BLOB, FLOAT, INTEGER, NULL, OPEN_CREATE, OPEN_READWRITE, TEXT, Backup, Context, Database, Error, Value

database = Database(":memory:", OPEN_READWRITE | OPEN_CREATE)
database.exec("CREATE TABLE notes (number INTEGER UNIQUE, weight REAL, text TEXT, data BLOB, more)")
insert = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, NULL)")
database.exec("BEGIN")
for number, text in enumerate(["gr\u00fcn", "a\0b", "\U0001f600"], 1):
    insert.bind_int64(1, number << 40)
    insert.bind_double(2, number / 2)
    insert.bind_text(3, text)
    insert.bind_blob(4, text.encode())
    insert.step()
    insert.reset()
database.exec("COMMIT; BEGIN; DELETE FROM notes; ROLLBACK")
print(f"row {database.last_insert_rowid()} is the last of {database.total_changes()} changes")

try:
    insert.step()  # once more
except Error as error:
    print(f"error {error.code}: {error}")
insert.close()


def shift(context: Context, values: Sequence[Value]) -> None:
    context.result_int64(values[0].int64() >> 40)


def fail(context: Context, values: Sequence[Value]) -> None:
    raise LookupError(f"fail({values[0].text()})")


shifted: list[str | None] = []
traced: list[str | None] = []
database.create_function("shift", 1, shift)
database.create_function("fail", 1, fail)
database.trace(traced.append)
database.exec("SELECT shift(number) AS shifted, more FROM notes", lambda values, names: shifted.extend([names[0], *values]))
print(f"{shifted[0]}: {shifted[1]}, then {shifted[4]} and {shifted[7]}; {len(traced)} traced")
try:
    database.exec("SELECT fail('so')")
except LookupError as error:
    print(error)
database.progress_handler(1000, lambda: 1)
try:
    database.exec("WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT max(n) FROM numbers")
except Error as error:
    print(f"error {error.code}: {error}")
database.progress_handler(1000, lambda: 0)

copy = Database(":memory:", OPEN_READWRITE)
with Backup.init(copy, "main", database, "main") as backup:
    while backup.step(1):
        pass
    print(f"{backup.pagecount()} pages, {backup.remaining()} remaining")
database.close()

rows = copy.prepare("SELECT * FROM notes")
copy.close()  # which a statement keeps open
while rows.step():
    assert [rows.column_type(column) for column in range(rows.column_count())] == [INTEGER, FLOAT, TEXT, BLOB, NULL]
    stored, data = rows.column_text(2), rows.column_blob(3)
    assert stored is not None and stored.encode() == data and rows.column_text(4) is None
    print(f"{rows.column_int64(0) >> 40}: {10 * rows.column_double(1):.0f}, {len(data)} bytes, {rows.column_bytes(2)} of text")
rows.close()
try:
    rows.step()
except ValueError:
    print("closed")
