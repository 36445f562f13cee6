namespace Vocabulary.Tests;

internal static class Objects
{
  /// <summary>How many C has. What other tests forgot is freed first, as it would be at any moment.</summary>
  internal static int Alive()
  {
    GC.Collect();
    GC.WaitForPendingFinalizers();
    return Kinds.Alive();
  }
}
