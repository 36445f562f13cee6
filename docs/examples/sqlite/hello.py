from sqlite import BLOB, FLOAT, INTEGER, NULL, OPEN_CREATE, OPEN_READWRITE, TEXT, Backup, Database, Error

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
