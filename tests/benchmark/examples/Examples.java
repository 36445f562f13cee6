import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.zip.CRC32;
import org.example.sqlite.Database;
import org.example.sqlite.Sqlite;
import org.example.sqlite.Statement;
import org.example.zlib.Zlib;

/** The bindings of docs/examples against JDBC's driver and java.util.zip. Arguments: {@code --rounds N FILE}. */
final class Examples {
  private static final int ROWS = 100_000;
  private static final int WARM_UP = 20; // rounds, until the JIT's last compiler is done
  private static final String CREATE = "CREATE TABLE t (i INTEGER, x REAL, s TEXT)";
  private static final String INSERT = "INSERT INTO t VALUES (?, ?, ?)";
  private static final String SELECT = "SELECT i, x, s FROM t";
  private static final String[] TEXTS = new String[ROWS];
  private static final byte[] BYTES = new byte[1 << 20];

  private interface Work {
    long run() throws Exception;
  }

  private static PrintWriter output;

  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < ROWS; i++) TEXTS[i] = "text " + i;
    for (int i = 0; i < BYTES.length; i++) BYTES[i] = (byte) i;
    output = new PrintWriter(arguments[2], "UTF-8");
    for (int round = -WARM_UP; round < Integer.parseInt(arguments[1]); round++) round(round >= 0);
    output.close();
  }

  private static void round(boolean counts) throws Exception {
    Database ours = new Database(":memory:", Sqlite.OPEN_READWRITE | Sqlite.OPEN_CREATE);
    ours.exec(CREATE);
    Connection theirs = DriverManager.getConnection("jdbc:sqlite::memory:");
    theirs.createStatement().execute(CREATE);
    theirs.setAutoCommit(false);
    long mine = time(counts, "SQLite inserts", ROWS, "ours", "ours", () -> insert(ours));
    mine += time(counts, "SQLite select", ROWS, "ours", "ours", () -> select(ours));
    long other = time(counts, "SQLite inserts", ROWS, "sqlite-jdbc", "peer", () -> insert(theirs));
    other += time(counts, "SQLite select", ROWS, "sqlite-jdbc", "peer", () -> select(theirs));
    long mySum = time(counts, "crc32", BYTES.length, "ours", "ours", () -> Zlib.crc32(0, BYTES));
    long sum = time(counts, "crc32", BYTES.length, "java.util.zip.CRC32", "peer", () -> {
      CRC32 crc = new CRC32();
      crc.update(BYTES);
      return crc.getValue();
    });
    if (mine != other || mySum != sum) throw new AssertionError();
    ours.close();
    theirs.close();
  }

  private static long time(boolean counts, String group, int n, String variant, String role, Work work) throws Exception {
    long start = System.nanoTime();
    long result = work.run();
    double ns = System.nanoTime() - start;
    if (counts)
      output.printf(Locale.ROOT, "{\"language\": \"Java\", \"group\": \"%s\", \"n\": %d, \"variant\": \"%s\", \"role\": \"%s\", "
          + "\"ns\": %.1f}%n", group, n, variant, role, ns);
    return result;
  }

  private static long insert(Database database) {
    database.exec("BEGIN");
    try (Statement row = database.prepare(INSERT)) {
      for (int i = 0; i < ROWS; i++) {
        row.bindInt64(1, i);
        row.bindDouble(2, i / 2.0);
        row.bindText(3, TEXTS[i]);
        row.step();
        row.reset();
      }
    }
    database.exec("COMMIT");
    return 0;
  }

  private static long select(Database database) {
    long total = 0;
    try (Statement row = database.prepare(SELECT)) {
      while (row.step()) total += row.columnInt64(0) + row.columnText(2).length() * (row.columnDouble(1) >= 0 ? 1 : 0);
    }
    return total;
  }

  private static long insert(Connection connection) throws Exception {
    try (PreparedStatement row = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < ROWS; i++) {
        row.setLong(1, i);
        row.setDouble(2, i / 2.0);
        row.setString(3, TEXTS[i]);
        row.executeUpdate();
      }
    }
    connection.commit();
    return 0;
  }

  private static long select(Connection connection) throws Exception {
    long total = 0;
    try (PreparedStatement statement = connection.prepareStatement(SELECT); ResultSet row = statement.executeQuery()) {
      while (row.next()) total += row.getLong(1) + row.getString(3).length() * (row.getDouble(2) >= 0 ? 1 : 0);
    }
    return total;
  }
}
