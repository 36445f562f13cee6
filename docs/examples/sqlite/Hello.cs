using System.Text;
using Example;

var database = new Database(":memory:", Sqlite.OpenReadwrite | Sqlite.OpenCreate);
database.Exec("CREATE TABLE notes (number INTEGER UNIQUE, weight REAL, text TEXT, data BLOB, more)");
var insert = database.Prepare("INSERT INTO notes VALUES (?, ?, ?, ?, NULL)");
database.Exec("BEGIN");
var number = 0;
foreach (var text in new[] { "gr\u00fcn", "a\0b", "\U0001f600" })
{
  number++;
  insert.BindInt64(1, (long) number << 40);
  insert.BindDouble(2, number / 2.0);
  insert.BindText(3, text);
  insert.BindBlob(4, Encoding.UTF8.GetBytes(text));
  insert.Step();
  insert.Reset();
}
database.Exec("COMMIT; BEGIN; DELETE FROM notes; ROLLBACK");
Console.WriteLine($"row {database.LastInsertRowid()} is the last of {database.TotalChanges()} changes");

try
{
  insert.Step(); // once more
}
catch (SqliteException error)
{
  Console.WriteLine($"error {error.Code}: {error.Message}");
}
insert.Dispose();

List<string> shifted = [];
List<string> traced = [];
database.CreateFunction("shift", 1, (context, values) => context.ResultInt64(values[0].Int64() >> 40));
database.CreateFunction("fail", 1, (context, values) => throw new NotSupportedException($"fail({values[0].Text()})"));
database.Trace(sql =>
{
  traced.Add(sql);
  return 0;
});
database.Exec("SELECT shift(number) AS shifted, more FROM notes", (values, names) =>
{
  shifted.AddRange([names[0], values[0]]);
  return values[1] is null ? 0 : 1;
});
Console.WriteLine($"{shifted[0]}: {shifted[1]}, then {shifted[3]} and {shifted[5]}; {traced.Count} traced");
try
{
  database.Exec("SELECT fail('so')");
}
catch (NotSupportedException error)
{
  Console.WriteLine(error.Message);
}
database.ProgressHandler(1000, () => 1);
try
{
  database.Exec("WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT max(n) FROM numbers");
}
catch (SqliteException error)
{
  Console.WriteLine($"error {error.Code}: {error.Message}");
}
database.ProgressHandler(1000, () => 0);

var copy = new Database(":memory:", Sqlite.OpenReadwrite);
using (var backup = Backup.Init(copy, "main", database, "main"))
{
  while (backup.Step(1)) { }
  Console.WriteLine($"{backup.Pagecount()} pages, {backup.Remaining()} remaining");
}
database.Dispose();

var rows = copy.Prepare("SELECT * FROM notes");
copy.Dispose(); // which a statement keeps open
while (rows.Step())
{
  var types = Enumerable.Range(0, rows.ColumnCount()).Select(rows.ColumnType);
  var (text, data) = (rows.ColumnText(2), rows.ColumnBlob(3));
  if (!types.SequenceEqual([Sqlite.Integer, Sqlite.Float, Sqlite.Text, Sqlite.Blob, Sqlite.Null])
      || text is null || !Encoding.UTF8.GetBytes(text).SequenceEqual(data) || rows.ColumnText(4) is not null)
    throw new InvalidOperationException();
  Console.WriteLine($"{rows.ColumnInt64(0) >> 40}: {10 * rows.ColumnDouble(1):0}, {data.Length} bytes, {rows.ColumnBytes(2)} of text");
}
rows.Dispose();
try
{
  rows.Step();
}
catch (ObjectDisposedException)
{
  Console.WriteLine("closed");
}
