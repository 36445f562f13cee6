using Xunit;

namespace Vocabulary.Tests;

public class KeepingTests
{
  /// <summary>Memory that the copies would be in, if they were freed too early.</summary>
  private static void UseMemory()
  {
    for (int i = 1; i < 300; i++) Kinds.Twice(new string('y', i));
    GC.Collect();
  }

  [Fact]
  public void ItLivesAsLongAsTheObject()
  {
    using Shelf shelf = new("gr\u00f6\u00dfe");
    int[] numbers = [1, 2, 3];
    byte[] data = [1, 2];
    shelf.SetLabel("a label");
    shelf.SetNumbers(numbers);
    shelf.SetData(data);
    numbers[0] = data[0] = 100;
    UseMemory();
    Assert.Equal(("gr\u00f6\u00dfe", "a label"), (shelf.Name(), shelf.Label()));
    Assert.Equal((6L, 3u), (shelf.Total(), shelf.Sum()));
  }

  [Fact]
  public void ItIsReplacedByTheNextCallOnly()
  {
    using Shelf shelf = new("s");
    for (int i = 0; i < 1000; i++) shelf.SetLabel($"label {i}");
    shelf.SetNumbers([5]);
    Assert.Throws<KindsException>(() => shelf.SetLabel(new string('x', 1000)));
    Assert.Throws<KindsException>(() => shelf.SetNumbers([]));
    UseMemory();
    Assert.Equal("label 999", shelf.Label());
    Assert.Equal(5, shelf.Total());
    shelf.SetLabel(null);
    Assert.Null(shelf.Label());
  }

  [Fact]
  public void WhatABorrowedObjectKeepsItsOwnerKeeps()
  {
    using Shelf shelf = new("s");
    using (Shelf upper = shelf.Upper()) upper.SetLabel("upper label");
    shelf.SetLabel("own label");
    UseMemory();
    using Shelf again = shelf.Upper();
    Assert.Equal("upper label", again.Label());
  }

  [Fact]
  public void WhatIsKeptIsFreed()
  {
    byte[] data = new byte[100_000];
    Memory.StaysFlat(10_000, () =>
    {
      using Shelf shelf = new("s");
      shelf.SetData(data);
      shelf.SetData(data);
    });
  }
}
