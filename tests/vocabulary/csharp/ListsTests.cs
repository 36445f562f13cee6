using Xunit;

namespace Vocabulary.Tests;

public class ListsTests
{
  [Fact]
  public void AListIsPassed()
  {
    Assert.Equal(12u, Kinds.BytesOf(["a", "gr\u00f6\u00dfe", "", "\U0001f600"]));
    Assert.Equal("a,gr\u00f6\u00dfe", Kinds.Join(["a", "gr\u00f6\u00dfe"]));
    Assert.Equal(0u, Kinds.BytesOf([]));
    Assert.Equal("", Kinds.Join([]));
    Assert.Equal(29_999, Kinds.Join([.. Enumerable.Repeat("ab", 10_000)]).Length);
    Assert.Equal(0, Kinds.CountTexts([]));
    Assert.Equal(-1, Kinds.CountTexts(null));
  }

  [Fact]
  public void WhatIsNoListIsRefused()
  {
    Assert.Throws<ArgumentNullException>("texts", () => Kinds.Join(null!));
    Assert.Throws<ArgumentNullException>("texts[1]", () => Kinds.Join(["a", null!]));
    Fails.Argument("texts[0]", "the text has a NUL in it", () => Kinds.Join(["a\0b"]));
    Memory.StaysFlat(20_000, () => Assert.Throws<ArgumentException>(() => Kinds.Join([new string('a', 1000), "\0"])));
  }

  [Fact]
  public void AListIsReturned()
  {
    int alive = Objects.Alive();
    Assert.Equal(["a", "gr\u00f6\u00dfe", "", "b"], Kinds.Split("a,gr\u00f6\u00dfe,,b"));
    Assert.Equal([""], Kinds.Split(""));
    Assert.Equal(["one", "zw\u00f6lf", "\U0001f600", ""], Kinds.Names(4)!);
    Assert.Empty(Kinds.Names(0)!);
    Assert.Null(Kinds.Names(-1));
    Assert.Equal(["one", "zw\ufffdlf"], Kinds.Latin1Names());
    Fails.With<InvalidOperationException>("the library returned NULL at index 1", () => Kinds.BrokenNames());
    Kinds.FailNextAllocation();
    Fails.With<InvalidOperationException>("the library returned NULL", () => Kinds.Split("a"));
    Assert.Equal(alive, Kinds.Alive());
    Memory.StaysFlat(50_000, () => Kinds.Split("a,b"));
  }

  [Fact]
  public void ListsAndTextsAreGivenThroughPointers()
  {
    int alive = Objects.Alive();
    Assert.Equal(["a", "b"], Kinds.Parts("a,b"));
    Assert.Throws<KindsException>(() => Kinds.Parts(""));
    Assert.Equal("some number", Kinds.Spell(1));
    Assert.Null(Kinds.Spell(0));
    Assert.Throws<KindsException>(() => Kinds.Spell(-1));
    Assert.Equal(new byte[3], Kinds.Bytes(3));
    Assert.Equal(alive, Kinds.Alive());
  }

  [Fact]
  public void WhyItHasFailedIsGivenThroughAPointer()
  {
    int alive = Objects.Alive();
    Kinds.Execute("go");
    Assert.Equal(2, Kinds.Measure("go"));
    Fails.Status(2, "no such command \u2717", () => Kinds.Execute("stop"));
    Fails.Status(2, "it is broken \u2717", () => Kinds.Execute(""));
    Fails.With<KindsException>("no command", () => Kinds.Measure(""));
    Assert.Equal(alive, Kinds.Alive());
  }
}
