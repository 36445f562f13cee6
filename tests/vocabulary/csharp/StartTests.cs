using Xunit;

namespace Vocabulary.Tests;

public class StartTests
{
  [Fact]
  public void TheLibraryIsStartedOnce() => Assert.Equal(1, Kinds.Starts());

  [Fact]
  public void FunctionsMayBeConstants()
  {
    Assert.Equal((32ul, ulong.MaxValue - 16, -5L), (Kinds.KeyBytes, Kinds.MessageBytesMax, Kinds.Lowest));
    Assert.Equal((0.25, "bl\u00e4ke"), (Kinds.RatioOf, Kinds.Primitive));
  }
}
