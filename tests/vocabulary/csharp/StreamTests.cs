using Xunit;

namespace Vocabulary.Tests;

/// <summary>Streams with cursors: a call is given bytes, and gives all that becomes of them.</summary>
public class StreamTests
{
  [Fact]
  public void AllThatGoesInComesOut()
  {
    using var pump = new Pump(0);
    Assert.Equal([1, 1, 2, 2], pump.Run([1, 2], 2).Output);
    foreach (int size in new[] { 0, 1, 2048, 100_000 })
    {
      var data = new byte[size];
      Array.Fill(data, (byte) 1);
      (byte[] output, bool ended, nuint left) = pump.Run(data, 2);
      Assert.Equal(2 * size, output.Length);
      Assert.DoesNotContain(output, each => each != 1);
      Assert.False(ended);
      Assert.Equal((nuint) 0, left);
    }
  }

  [Fact]
  public void TheEndAndFailures()
  {
    using var pump = new Pump(0);
    PumpRunResult result = pump.Run([1, 0, 2, 3], 1);
    Assert.Equal([1, 0], result.Output);
    Assert.True(result.Ended);
    Assert.Equal((nuint) 2, result.Left);
    Assert.Equal(3, Assert.Throws<KindsException>(() => pump.Run([1, 255], 1)).Code);
  }

  [Fact]
  public void ThreadsTakeTurnsOrAreRefused()
  {
    using var pump = new Pump(0);
    var data = new byte[10_000];
    Array.Fill(data, (byte) 1);
    Parallel.For(0, 400, _ =>
    {
      try
      {
        Assert.Equal(20_000, pump.Run(data, 2).Output.Length);
      }
      catch (InvalidOperationException refused)
      {
        Assert.Contains("in use by another thread", refused.Message, StringComparison.Ordinal);
      }
    });
  }
}
