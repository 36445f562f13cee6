from _sqlite import OPEN_CREATE, OPEN_READWRITE, Backup, Database, Error

with Database(":memory:", OPEN_READWRITE | OPEN_CREATE, None) as database:
    database.exec("CREATE TABLE notes (text TEXT, data BLOB, weight REAL); BEGIN")
    insert = database.prepare("INSERT INTO notes VALUES (?, ?, ?)")
    for text in "grün", "a\0b", "😀":
        insert.bind_text(1, text)
        insert.bind_blob(2, text.encode())
        insert.bind_double(3, len(text) / 2)
        insert.step()
        insert.reset()
    database.exec("COMMIT")
    print(database.changes(), database.last_insert_rowid(), database.get_autocommit())

    with Database(":memory:", OPEN_READWRITE, None) as copy:
        backup = Backup.init(copy, "main", database, "main")
        while backup.step(1):
            pass
        backup.close()
        rows = copy.prepare("SELECT * FROM notes ORDER BY rowid")
    while rows.step():  # a statement keeps its database open
        print(ascii(rows.column_text(0)), rows.column_blob(1), rows.column_double(2))

    try:
        database.prepare("SELEC")
    except Error as error:
        print(error.code, error)
