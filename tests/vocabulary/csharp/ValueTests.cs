using Xunit;

namespace Vocabulary.Tests;

public class ValueTests
{
  private static readonly Numbers Ones = new(-1, 2, -3, 4, 5, -6, 7, 8, -9, 10, 1.5f, 2.5, 'ÿ', Flags.Safe | Flags.Loud);
  private static readonly Line Slope = new(new(1, 2), new(3, 4), Color.Green, true);
  private static readonly Label Tag = new(7, "abc", null, "me", new byte[] { 0, 1, 2, 3 }, new[] { 1, 2.5 });

  [Fact]
  public void AValueIsARecord()
  {
    Point point = new(1, 2);
    Assert.Equal(new Point(1, 2), point);
    Assert.Equal(new Point(1, 5), point with { Y = 5 });
    Assert.Equal("Point { X = 1, Y = 2 }", point.ToString());
  }

  [Fact]
  public void EqualityLooksIntoArrays()
  {
    Label same = Tag with { Key = new byte[] { 0, 1, 2, 3 }, Box = new[] { 1, 2.5 } };
    Assert.Equal(Tag, same);
    Assert.Equal(Tag.GetHashCode(), same.GetHashCode());
    Assert.NotEqual(Tag, Tag with { Box = new[] { 1, 2.0 } });
    Assert.NotEqual(Tag, Tag with { Text = "abd" });
  }

  [Fact]
  public void ByValueByAddressAndBack()
  {
    Assert.Equal(new Point(2, 1), Kinds.PointMirror(new(1, 2)));
    Assert.Equal(23, Kinds.PointDot(new(2, 3), new(4, 5)));
    Assert.Equal(3, Kinds.PointQuadrant(new(-1, -1)));
    Assert.Equal(-1, Kinds.PointQuadrant(null));
    Assert.Equal(new Point(-1, -1), Kinds.PointCorner(2));
    Assert.Null(Kinds.PointCorner(4));
  }

  [Fact]
  public void OutAndInOut()
  {
    Assert.Equal(new Point(11, 22), Kinds.PointMove(new(1, 2), 10, 20));
    Assert.Equal(new Point(2, -3), Kinds.PointHalve(new(4, -6)));
    Fails.Status(2, "it is broken ✗", () => Kinds.PointHalve(new(1, 2)));
    Assert.Equal(new(new(3, 4), 100), Kinds.LineMiddle(new(new(0, 0), new(6, 8), Color.Red, false)));
  }

  [Fact]
  public void ValuesInValues() => Assert.Equal(new(new(3, 4), new(1, 2), Color.Green, false), Kinds.LineReverse(Slope));

  [Fact]
  public void TheLimitsOfEveryNumber()
  {
    Numbers least = new(sbyte.MinValue, 0, short.MinValue, 0, 0, long.MinValue, 0, 0, int.MinValue, 0, float.MinValue,
      double.MinValue, '\0', 0);
    Numbers most = new(sbyte.MaxValue, byte.MaxValue, short.MaxValue, ushort.MaxValue, uint.MaxValue, long.MaxValue,
      ulong.MaxValue, nuint.MaxValue, int.MaxValue, uint.MaxValue, float.MaxValue, double.MaxValue, 'ÿ', Flags.Loud);
    foreach (Numbers each in new[] { Ones, least, most }) Assert.Equal(each, Kinds.NumbersSame(each));
    Fails.With<OverflowException>("Numbers.Character", () => Kinds.NumbersSame(Ones with { Character = 'Ā' }));
  }

  [Fact]
  public void TextsAndArraysWithin()
  {
    Label turned = Kinds.LabelTurn(Tag with { Note = "é" });
    Assert.Equal(new(7, "cba", "é", "em", new byte[] { 0, 1, 2, 3 }, new[] { 2, 5.0 }), turned);
    Assert.Equal(6u, Kinds.LabelBytes(Tag with { Text = "héh" }));
    Assert.Equal(5005u, Kinds.LabelBytes(Tag with { Note = new('x', 5000) }));
    Assert.Equal(new('o', 16), Kinds.LabelFull(1).Owner);
    Fails.With<InvalidOperationException>("Label.Text: the library has NULL there", () => Kinds.LabelFull(0));
  }

  public static TheoryData<Label, string> Unfit => new()
  {
    { Tag with { Text = null! }, "Label.Text: null" },
    { Tag with { Text = "a\0b" }, "Label.Text: the text has a NUL in it" },
    { Tag with { Note = "\ud800" }, "Label.Note: the text has half of a surrogate pair" },
    { Tag with { Owner = new('o', 16) }, "Label.Owner: at most 15 bytes of UTF-8, not 16" },
    { Tag with { Owner = "éééééééé" }, "Label.Owner: at most 15 bytes of UTF-8, not 16" },
    { Tag with { Owner = "\0" }, "Label.Owner: the text has a NUL in it" },
    { Tag with { Owner = null! }, "Label.Owner: null" },
    { Tag with { Key = new byte[3] }, "Label.Key: a length of 4 is required, not 3" },
    { Tag with { Box = default }, "Label.Box: a length of 2 is required, not 0" },
  };

  [Theory, MemberData(nameof(Unfit))]
  public void WhatDoesNotFitIsRefused(Label label, string message) =>
    Fails.Argument("label", message, () => Kinds.LabelBytes(label));

  [Fact]
  public void ListsIn()
  {
    Assert.Equal(new Point(4, 6), Kinds.PointSum([new(1, 2), new(3, 4)]));
    Assert.Equal(new Point(0, 0), Kinds.PointSum([]));
    Assert.Equal(new Point(1_000_000, 0), Kinds.PointSum(Enumerable.Repeat(new Point(1, 0), 1_000_000).ToArray()));
    Assert.Equal(13u, Kinds.LabelAllBytes([Tag, Tag with { Text = "a", Note = "12345" }]));
    Fails.Argument("labels", "Label.Owner: null", () => Kinds.LabelAllBytes([Tag, Tag with { Owner = null! }]));
  }

  [Fact]
  public void ListsOut()
  {
    Assert.Equal([new(1, 1), new(-1, 1), new(-1, -1), new(1, -1)], Kinds.Corners());
    Assert.Equal("one of many", Kinds.Labels(3)![2].Text);
    Assert.Null(Kinds.Labels(0));
    Assert.Empty(Kinds.Grid(0));
    Assert.Equal(new Point(499, 499), Kinds.Grid(500)[^1]);
  }

  [Fact]
  public void AStructThatIsItsBytes()
  {
    byte[] id = [1, 2, 3, 4, 5, 6, 7, 8], next = [2, 2, 3, 4, 5, 6, 7, 8];
    Assert.Equal(next, Kinds.IdNext(id));
    Assert.Equal([(byte) 'a', (byte) 'b', 0, 0, 0, 0, 0, 0], Kinds.IdOf("ab"));
    Assert.Equal(new byte[8], Kinds.IdNone());
    Assert.Equal(0, Kinds.IdCompare(id, id));
    Assert.Throws<KindsException>(() => Kinds.IdOf(""));
    Assert.Equal(new Entry(next, 2), Kinds.EntryNext(new(id, 1)));
    Fails.With<ArgumentException>("right: 8 bytes are required, not 7", () => Kinds.IdCompare(id, new byte[7]));
    Fails.Argument("entry", "Entry.Id: a length of 8 is required, not 9", () => Kinds.EntryNext(new(new byte[9], 1)));
  }

  [Fact]
  public void AnEnumAndAFunctionOfOneName() => Assert.Equal(Shade.Dark, Kinds.Shade(1));

  [Fact]
  public void NothingLeaks() => Memory.StaysFlat(100_000, () =>
  {
    _ = Kinds.LabelAllBytes(Kinds.Labels(3));
    _ = Kinds.LabelTurn(Tag with { Note = "a note" });
    Fails.Argument("label", "Owner", () => Kinds.LabelBytes(Tag with { Note = "a note", Owner = new('o', 16) }));
  });
}
