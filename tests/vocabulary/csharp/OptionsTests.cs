using Xunit;

namespace Vocabulary.Tests;

public class OptionsTests
{
  [Fact]
  public void TheDefaultsAreTheLibrarys()
  {
    Options options = new();
    Assert.Equal((10, 0.5, Color.Green, true, "a stack", null, new Point(3, 4)),
      (options.Limit, options.Ratio, options.Color, options.Strict, options.Title, options.Author, options.Start));
    Assert.Equal(new byte[] { 1, 2, 3, 4 }, options.Seed.ToArray());
    Assert.Equal(new Style { Width = 5, Font = "serif" }, new());
    Assert.Equal(new Options { Limit = 3 }, new Options() with { Limit = 3 });
  }

  [Fact]
  public void AMemberThatIsLeftAloneHasItsDefault()
  {
    Assert.True(Kinds.OptionsIsUnused(new() { Limit = 3 }));
    Assert.Equal(1007, Kinds.StyleWidth(new() { Width = 7 }));
    Assert.Equal(new Style { Width = 6 }, Kinds.StyleWider(new()));
  }

  [Fact]
  public void TextsLiveAsLongAsTheObject()
  {
    using Stack stack = Stack.CreateWith(new() { Limit = 2, Title = "a long title", Author = new('x', 5000) });
    for (int i = 0; i < 1000; i++) _ = Kinds.OptionsIsUnused(new() { Title = new('y', 5000) });
    Assert.Equal("a long title", stack.MadeTitle());
    Assert.Equal(new('x', 5000), stack.MadeAuthor());
    stack.ChangeOptions(new() { Title = "another" });
    Assert.Equal("another", stack.MadeTitle());
    Assert.Null(stack.MadeAuthor());
    Fails.Status(2, "a stack of 0 holds nothing", () => Stack.CreateWith(new() { Limit = 0, Title = "refused" }));
  }

  [Fact]
  public void WhatDoesNotFitIsRefused()
  {
    Fails.Argument("style", "Style.Font: at most 7 bytes of UTF-8, not 9", () => Kinds.StyleWidth(new() { Font = "monospace" }));
    Assert.Throws<ArgumentNullException>("style", () => Kinds.StyleWidth(null!));
  }

  [Fact]
  public void NothingLeaks() => Memory.StaysFlat(100_000, () =>
  {
    using Stack stack = Stack.CreateWith(new() { Limit = 2, Title = "a title", Author = "somebody" });
    stack.ChangeOptions(new() { Title = "b title" });
  });
}
