using System.Globalization;

using Xunit;

namespace {{ namespace }}.Tests;

public class {{ class }}Tests
{
  [Fact]
  public void AgreesWithEveryVector()
  {
    string[] rows = File.ReadAllLines(Environment.GetEnvironmentVariable("VECTORS")!)[1..];
    Assert.NotEmpty(rows);
    foreach (string line in rows)
    {
      int[] row = line.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
      Assert.Equal(row[^1], {{ class }}.{{ csharp_function }}({% for p in parameters %}row[{{ loop.index0 }}]{{ ", " if not loop.last }}{% endfor %}));
    }
  }
}
