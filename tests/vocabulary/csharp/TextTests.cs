using Xunit;

namespace Vocabulary.Tests;

public class TextTests
{
  /// <summary>From the shortest to what is not converted on the stack, and about where that begins.</summary>
  public static TheoryData<string> Texts =>
    ["", "a", "na\u00efve \u20ac \U0001f600", "\u0001\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff",
     .. from length in (int[]) [84, 85, 86, 254, 255, 256, 100_000] from letter in (string[]) ["a", "\u00e9", "\u20ac"]
        select string.Concat(Enumerable.Repeat(letter, length))];

  [Theory, MemberData(nameof(Texts))]
  public void AnyTextComesBack(string text)
  {
    Assert.Equal(text + text, Kinds.Twice(text));
    Assert.Equal((nuint) System.Text.Encoding.UTF8.GetByteCount(text), Kinds.TextBytes(text));
  }

  [Theory]
  [InlineData("\0"), InlineData("a\0b"), InlineData("b\0")]
  public void NulIsRefusedWhereCWouldEnd(string text) =>
    Fails.Argument("text", "the text has a NUL in it, where it would end for C", () => Kinds.TextBytes(text));

  [Fact]
  public void NulIsRefusedInALongText() => Fails.Argument("text", "NUL", () => Kinds.TextBytes(new string('a', 1000) + "\0"));

  [Fact]
  public void HalfASurrogatePairIsRefused()
  {
    foreach (string text in (string[]) ["\ud800", "a\udc00", "\ude00\ud83d", "\ud83d"]) // an attribute cannot hold these
    {
      Fails.Argument("text", "the text has half of a surrogate pair in it", () => Kinds.TextBytes(text));
      Fails.Argument("text", "half of a surrogate pair", () => Kinds.TextBytes(text + new string('a', 1000)));
    }
  }

  [Fact]
  public void NulIsPassedWithALength()
  {
    Assert.Equal((nuint) 0, Kinds.CountNul(""));
    Assert.Equal((nuint) 2, Kinds.CountNul("a\0\u00e9\0"));
    Assert.Equal((nuint) 1000, Kinds.CountNul(new string('\0', 1000)));
    Fails.Argument("text", "half of a surrogate pair", () => Kinds.CountNul("\0\ud800"));
    Assert.Throws<ArgumentNullException>("text", () => Kinds.CountNul(null!));
  }

  [Fact]
  public void NullIsRefusedUnlessTheLineSaysSo()
  {
    Assert.Throws<ArgumentNullException>("text", () => Kinds.TextBytes(null!));
    Assert.Equal(-1, Kinds.OptionalText(null));
    Assert.Equal(0, Kinds.OptionalText(""));
    Assert.Equal(2, Kinds.OptionalText("\u00e9"));
    Assert.Null(Kinds.NameOf(-1));
    Assert.Equal("number", Kinds.NameOf(1));
    Fails.With<InvalidOperationException>("the library returned NULL", () => Kinds.NoText());
  }

  [Fact]
  public void WhatCReturnsIsUtf8() => Assert.Equal("gr\u00fc\u00df dich \U0001f600", Kinds.Greeting());

  [Fact]
  public void WhatIsNotUtf8HasReplacementCharacters() => Assert.Equal("gr\ufffd\ufffd dich", Kinds.Latin1());

  [Fact]
  public void AnOwnedTextIsFreed()
  {
    int alive = Kinds.Alive();
    Assert.Equal("", Kinds.Twice(""));
    string text = new('a', 500_000);
    Memory.StaysFlat(200, () => Kinds.Twice(text));
    Kinds.FailNextAllocation();
    Fails.With<InvalidOperationException>("the library returned NULL", () => Kinds.Twice(""));
    Assert.Equal(alive, Kinds.Alive());
  }

  [Fact]
  public void LongTextsAreFreed()
  {
    string text = new('a', 1_000_000);
    Memory.StaysFlat(200, () => Kinds.TextBytes(text));
    string refused = text + "\0";
    Memory.StaysFlat(200, () => Assert.Throws<ArgumentException>(() => Kinds.TextBytes(refused)));
  }
}
