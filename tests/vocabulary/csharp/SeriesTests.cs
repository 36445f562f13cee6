using Xunit;

namespace Vocabulary.Tests;

public class SeriesTests
{
  [Fact]
  public void AConstructorOfTwoCalls()
  {
    int alive = Objects.Alive();
    using (Series series = new(5, 3)) Assert.Equal([5, 6, 7], series);
    for (int i = 0; i < 1000; i++) Fails.Status(1, "it is empty", () => _ = new Series(5, 0));
    Kinds.FailNextAllocation();
    Fails.With<InvalidOperationException>("the library returned NULL", () => _ = new Series(5, 3));
    Assert.Equal(alive, Kinds.Alive());
  }

  [Fact]
  public void AnObjectInMemoryOfOurOwn()
  {
    int alive = Objects.Alive();
    using (Fruits fruits = new(), last = new(2))
    {
      Assert.Equal(["apple", "\u00e4pfel", "cherry"], fruits);
      Assert.Equal(["cherry"], last);
    }
    using (Basket basket = new()) Assert.Equal(["apple", "\u00e4pfel", "cherry"], basket);
    for (int i = 0; i < 1000; i++) Assert.Throws<KindsException>(() => _ = new Fruits(-1));
    Assert.Equal(alive, Kinds.Alive());
    Memory.StaysFlat(200_000, () => Assert.Throws<KindsException>(() => _ = new Fruits(-1)));
  }

  [Fact]
  public void ACloneHasItsOwnWay()
  {
    using Series series = new(0, 2), other = series.Clone();
    series.Shorten();
    series.Dispose();
    Assert.Equal([0, 1], other);
    using Fruits fruits = new(2);
    using Fruits same = fruits.Clone();
    Assert.Equal(["cherry"], same);
    Kinds.FailNextAllocation();
    Assert.Throws<KindsException>(() => fruits.Clone());
  }

  [Fact]
  public void ASequenceIsAReadOnlyList()
  {
    using Series series = new(10, 4);
    Assert.IsType<IReadOnlyList<long>>(series, exactMatch: false);
    Assert.Equal((4, 13), (series.Count, series[3]));
    Assert.Equal(46, series.Sum());
    series.Shorten();
    Assert.Throws<ArgumentOutOfRangeException>("index", () => series[-1]);
    Assert.Throws<ArgumentOutOfRangeException>("index", () => series[3]);
    series.Dispose();
    Fails.With<ObjectDisposedException>("the Series is closed", () => _ = series.Count);
  }

  [Fact]
  public void AnArrayOfObjects()
  {
    int alive = Objects.Alive();
    using (Series series = new(1, 2), other = new(10, 3))
    {
      Assert.Equal(12, Kinds.SeriesFirsts([series, other, series]));
      Assert.Equal(0, Kinds.SeriesFirsts([]));
      series.Extend([other, series]);
      Assert.Equal(10, series.Count);
      Fails.Status(1, "it is empty", () => series.Extend([]));
      Assert.Throws<ArgumentNullException>("others", () => series.Extend(null!));
      Fails.With<ArgumentNullException>("an element is null", () => series.Extend([other, null!]));
      other.Dispose();
      Fails.With<ObjectDisposedException>("the Series is closed", () => series.Extend([series, other]));
    }
    Assert.Equal(alive, Objects.Alive());
  }

  [Fact]
  public void IterationEndsAndStaysSo()
  {
    using Words words = new("one  zw\u00f6lf three");
    Assert.Equal("one", words.First());
    Assert.Equal(["zw\u00f6lf", "three"], words);
    Assert.Empty(words);
    using Countdown countdown = new(3);
    Assert.Equal([2, 1, 0], countdown);
  }

  [Fact]
  public void AStepMayFail()
  {
    using Words words = new("bad two");
    Assert.Throws<KindsException>(() => words.First());
    Assert.Equal(["two"], words);
  }
}
