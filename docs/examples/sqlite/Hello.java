import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.example.sqlite.Backup;
import org.example.sqlite.Database;
import org.example.sqlite.Sqlite;
import org.example.sqlite.SqliteException;
import org.example.sqlite.Statement;

class Hello {
  public static void main(String[] arguments) {
    Database database = new Database(":memory:", Sqlite.OPEN_READWRITE | Sqlite.OPEN_CREATE);
    database.exec("CREATE TABLE notes (number INTEGER UNIQUE, weight REAL, text TEXT, data BLOB, more)");
    Statement insert = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, NULL)");
    database.exec("BEGIN");
    String[] texts = {"gr\u00fcn", "a\0b", "\ud83d\ude00"};
    for (int number = 1; number <= texts.length; number++) {
      insert.bindInt64(1, (long) number << 40);
      insert.bindDouble(2, number / 2.0);
      insert.bindText(3, texts[number - 1]);
      insert.bindBlob(4, texts[number - 1].getBytes(UTF_8));
      insert.step();
      insert.reset();
    }
    database.exec("COMMIT; BEGIN; DELETE FROM notes; ROLLBACK");
    System.out.println("row " + database.lastInsertRowid() + " is the last of " + database.totalChanges() + " changes");

    try {
      insert.step(); // once more
    } catch (SqliteException error) {
      System.out.println("error " + error.code() + ": " + error.getMessage());
    }
    insert.close();

    callBack(database);

    Database copy = new Database(":memory:", Sqlite.OPEN_READWRITE);
    try (Backup backup = Backup.init(copy, "main", database, "main")) {
      while (backup.step(1)) {}
      System.out.println(backup.pagecount() + " pages, " + backup.remaining() + " remaining");
    }
    database.close();

    Statement rows = copy.prepare("SELECT * FROM notes");
    copy.close(); // which a statement keeps open
    while (rows.step()) {
      String text = rows.columnText(2);
      byte[] data = rows.columnBlob(3);
      if (rows.columnType(0) != Sqlite.INTEGER || rows.columnType(1) != Sqlite.FLOAT || rows.columnType(2) != Sqlite.TEXT
          || rows.columnType(3) != Sqlite.BLOB || rows.columnType(4) != Sqlite.NULL
          || !Arrays.equals(text.getBytes(UTF_8), data) || rows.columnText(4) != null) {
        throw new AssertionError();
      }
      System.out.println((rows.columnInt64(0) >> 40) + ": " + Math.round(10 * rows.columnDouble(1)) + ", " + data.length
          + " bytes, " + rows.columnBytes(2) + " of text");
    }
    rows.close();
    try {
      rows.step();
    } catch (IllegalStateException error) {
      System.out.println("closed");
    }
  }

  private static void callBack(Database database) {
    List<String> shifted = new ArrayList<>();
    List<String> traced = new ArrayList<>();
    database.createFunction("shift", 1, (context, values) -> context.resultInt64(values[0].int64() >> 40));
    database.createFunction("fail", 1, (context, values) -> {
      throw new UnsupportedOperationException("fail(" + values[0].text() + ")");
    });
    database.trace(sql -> traced.add(sql) ? 0 : 1);
    database.exec("SELECT shift(number) AS shifted, more FROM notes", (values, names) -> {
      shifted.addAll(List.of(names[0], values[0]));
      return values[1] == null ? 0 : 1;
    });
    System.out.println(shifted.get(0) + ": " + shifted.get(1) + ", then " + shifted.get(3) + " and " + shifted.get(5) + "; "
        + traced.size() + " traced");
    try {
      database.exec("SELECT fail('so')");
    } catch (UnsupportedOperationException error) {
      System.out.println(error.getMessage());
    }
    database.progressHandler(1000, () -> 1);
    try {
      database.exec("WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT max(n) FROM numbers");
    } catch (SqliteException error) {
      System.out.println("error " + error.code() + ": " + error.getMessage());
    }
    database.progressHandler(1000, () -> 0);
  }
}
