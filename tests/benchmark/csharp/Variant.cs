using System.Diagnostics;

namespace Benchmark;

/// <summary>One way to do something, and how long it takes.</summary>
sealed record Variant(string Role, string Name, Func<double> Nanoseconds)
{
  const double Pass = 1e6, Round = 5e6; // nanoseconds

  static volatile int sink; // keeps the JIT from removing what nobody would look at

  public static Variant Timed(string role, string name, Func<int, int> loop)
  {
    int times = 1;
    return new(role, name, () =>
    {
      double best = double.PositiveInfinity;
      for (long start = Stopwatch.GetTimestamp(); Since(start) < Round;) best = Math.Min(best, Once(loop, ref times));
      return best; // the others met another process, or the garbage collector
    });
  }

  // Repeats as often as the pass before says that it must, to last as long as wanted.
  static double Once(Func<int, int> loop, ref int times)
  {
    long start = Stopwatch.GetTimestamp();
    sink = loop(times);
    double nanoseconds = Since(start) / times;
    times = (int) Math.Clamp(Pass / nanoseconds, 1, 1e9);
    return nanoseconds;
  }

  static double Since(long start) => Stopwatch.GetElapsedTime(start).TotalNanoseconds;
}
