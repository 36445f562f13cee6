using Xunit;

namespace Vocabulary.Tests;

public class DefaultsTests
{
  [Fact]
  public void OfAFunction()
  {
    Assert.Equal("255", Kinds.Format(255));
    Assert.Equal("FF", Kinds.Format(255, 16));
    Assert.Equal("ff", Kinds.Format(255, 16, false));
    Assert.Equal("ff \u20ac", Kinds.Format(255, 16, false, " \u20ac"));
  }

  [Fact]
  public void OfAMethodAndAConstructor()
  {
    using Shelf shelf = new(), named = new("x");
    Assert.Equal(("a \"shelf\"", "x"), (shelf.Name(), named.Name()));
    Assert.Equal(-42, shelf.Scaled());
    Assert.Equal(-42, shelf.Scaled(3));
    Assert.Equal(1, shelf.Scaled(3, 1));
    Assert.Equal(-1, shelf.Scaled(3, 1, Sign.Negative));
  }

  [Fact]
  public void OfWhatMayBeNull()
  {
    Assert.Equal(1u, Kinds.SumWith([1]));
    Assert.Equal(11u, Kinds.SumWith([1], [1, 2, 3, 4]));
    Assert.Equal(3u, Kinds.SumWith([1], null, "ab"));
    Fails.With<ArgumentException>("key: 4 bytes are required, not 3", () => Kinds.SumWith([1], new byte[3]));
  }
}
