using System.Globalization;
using Xunit;

namespace Vocabulary.Tests;

public class FilledTests
{
  [Theory]
  [InlineData(0), InlineData(1), InlineData(58), InlineData(59), InlineData(60), InlineData(61), InlineData(1000)]
  public void AsSnprintf(int number) =>
    Assert.Equal(number.ToString(CultureInfo.InvariantCulture).PadLeft(number, '0') + " \u20ac", Kinds.Describe(number));

  [Fact]
  public void ANegativeNumberHasNoDescription() => Fails.With<KindsException>("a negative number", () => Kinds.Describe(-1));

  [Fact]
  public void ANegativeResultSaysHowMuchIsNeeded()
  {
    foreach (int length in (int[]) [0, 1, 64, 65, 10_000])
      Assert.Equal(Enumerable.Repeat((int) 'x', length), Kinds.Characters(new string('x', length)));
  }

  [Fact]
  public void OfASizeThatIsKnown()
  {
    Assert.Equal([5, 5, 5, 5, 5], Kinds.Save(5));
    Assert.Empty(Kinds.Save(0));
  }

  [Fact]
  public void WithinABound()
  {
    Assert.Equal("abc"u8, Kinds.Pack("abc"u8));
    Fails.Status(2, "it is broken \u2717", () => Kinds.Pack([]));
  }

  [Fact]
  public void AFirstCallAsks()
  {
    Assert.Equal([0, 0.5, 1, 1.5, 2], Kinds.List(5));
    Assert.Empty(Kinds.List(0));
  }

  [Fact]
  public void UntilItFits()
  {
    foreach (int size in (int[]) [0, 1, 4096, 4097, 1_000_000])
      Assert.Equal(Enumerable.Repeat((byte) 'x', size), Kinds.Expand(size));
    Fails.Status(2, "it is broken \u2717", () => Kinds.Expand(-1));
    Memory.StaysFlat(100, () => Kinds.Expand(1_000_000));
  }
}
