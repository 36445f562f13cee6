using System.Diagnostics;
using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using Example;
using Microsoft.Data.Sqlite;

// The bindings of docs/examples against ADO.NET's driver and System.IO.Hashing. Arguments: --rounds N FILE.
const int rows = 100_000, warmUp = 20;
const string create = "CREATE TABLE t (i INTEGER, x REAL, s TEXT)", insert = "INSERT INTO t VALUES ($i, $x, $s)",
  select = "SELECT i, x, s FROM t";
string[] texts = [.. Enumerable.Range(0, rows).Select(i => $"text {i}")];
byte[] bytes = [.. Enumerable.Range(0, 1 << 20).Select(i => (byte) i)];

int rounds = int.Parse(args[1], CultureInfo.InvariantCulture);
using var output = new StreamWriter(args[2]);
for (int round = -warmUp; round < rounds; round++)
{
  using var ours = new Database(":memory:", Sqlite.OpenReadwrite | Sqlite.OpenCreate);
  ours.Exec(create);
  using var theirs = new SqliteConnection("Data Source=:memory:");
  theirs.Open();
  using (SqliteCommand command = theirs.CreateCommand())
  {
    command.CommandText = create;
    command.ExecuteNonQuery();
  }
  Time(round, "SQLite inserts", rows, "ours", "ours", () => Insert(ours));
  long mine = Time(round, "SQLite select", rows, "ours", "ours", () => Select(ours));
  Time(round, "SQLite inserts", rows, "Microsoft.Data.Sqlite", "peer", () => InsertTheirs(theirs));
  long other = Time(round, "SQLite select", rows, "Microsoft.Data.Sqlite", "peer", () => SelectTheirs(theirs));
  long mySum = Time(round, "crc32", bytes.Length, "ours", "ours", () => (long) Zlib.Crc32(0, bytes));
  long sum = Time(round, "crc32", bytes.Length, "System.IO.Hashing", "peer", () => Crc32.HashToUInt32(bytes));
  if (mine != other || mySum != sum) throw new UnreachableException();
}

long Time(int round, string group, int n, string variant, string role, Func<long> work)
{
  long start = Stopwatch.GetTimestamp();
  long result = work();
  double ns = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
  if (round >= 0) output.WriteLine(JsonSerializer.Serialize(new { language = "C#", group, n, variant, role, ns }));
  return result;
}

long Insert(Database database)
{
  database.Exec("BEGIN");
  using (Statement row = database.Prepare(insert))
    for (int i = 0; i < rows; i++)
    {
      row.BindInt64(1, i);
      row.BindDouble(2, i / 2.0);
      row.BindText(3, texts[i]);
      row.Step();
      row.Reset();
    }
  database.Exec("COMMIT");
  return 0;
}

long Select(Database database)
{
  long total = 0;
  using Statement row = database.Prepare(select);
  while (row.Step()) total += row.ColumnInt64(0) + row.ColumnText(2)!.Length * (row.ColumnDouble(1) >= 0 ? 1 : 0);
  return total;
}

long InsertTheirs(SqliteConnection connection)
{
  using SqliteTransaction transaction = connection.BeginTransaction();
  using SqliteCommand row = connection.CreateCommand();
  row.CommandText = insert;
  SqliteParameter first = row.Parameters.Add("$i", SqliteType.Integer), second = row.Parameters.Add("$x", SqliteType.Real),
    third = row.Parameters.Add("$s", SqliteType.Text);
  for (int i = 0; i < rows; i++)
  {
    first.Value = (long) i;
    second.Value = i / 2.0;
    third.Value = texts[i];
    row.ExecuteNonQuery();
  }
  transaction.Commit();
  return 0;
}

long SelectTheirs(SqliteConnection connection)
{
  long total = 0;
  using SqliteCommand command = connection.CreateCommand();
  command.CommandText = select;
  using SqliteDataReader row = command.ExecuteReader();
  while (row.Read()) total += row.GetInt64(0) + row.GetString(2).Length * (row.GetDouble(1) >= 0 ? 1 : 0);
  return total;
}
