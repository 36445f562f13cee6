using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)] // tests measure the memory of the process

namespace Vocabulary.Tests;

internal static class Memory
{
  /// <summary>That no call takes memory for good: so many take at most 32 MB more than half as many.</summary>
  internal static void StaysFlat(int times, Action call)
  {
    for (int i = 0; i < times / 2; i++) call();
    long before = Resident();
    for (int i = 0; i < times; i++) call();
    Assert.InRange(Resident() - before, long.MinValue, 32 << 20);
  }

  private static long Resident()
  {
    GC.Collect();
    GC.WaitForPendingFinalizers();
    GC.Collect();
    using var process = System.Diagnostics.Process.GetCurrentProcess();
    return process.WorkingSet64;
  }
}
