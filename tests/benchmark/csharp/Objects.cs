using Example;

namespace Benchmark;

/// <summary>Objects: ours, by hand, and with a SafeHandle. Each variant has a loop of its own.</summary>
static class Objects
{
  const string text = "sixteen letters.";
  static readonly byte[] bytes = new byte[1000];
  static readonly Counter ours = new();
  static readonly HandCounter byHand = new();
  static readonly SafeCounter safe = new();

  public static readonly (string, Variant[])[] Groups =
  [
    ("method", Of(
      n => { long sum = 0; while (n-- > 0) sum += ours.Add(n & 7); return (int) sum; },
      n => { long sum = 0; while (n-- > 0) sum += byHand.Add(n & 7); return (int) sum; },
      n => { long sum = 0; while (n-- > 0) sum += safe.Add(n & 7); return (int) sum; })),
    ("text", Of(
      n => { nuint sum = 0; while (n-- > 0) sum += ours.Label(text); return (int) sum; },
      n => { nuint sum = 0; while (n-- > 0) sum += byHand.Label(text); return (int) sum; },
      n => { nuint sum = 0; while (n-- > 0) sum += safe.Label(text); return (int) sum; })),
    ("1 kB of bytes", Of(
      n => { uint sum = 0; while (n-- > 0) sum += ours.Feed(bytes); return (int) sum; },
      n => { uint sum = 0; while (n-- > 0) sum += byHand.Feed(bytes); return (int) sum; },
      n => { uint sum = 0; while (n-- > 0) sum += safe.Feed(bytes); return (int) sum; })),
    ("create and close", Of(
      n => { while (n-- > 0) new Counter().Dispose(); return 0; },
      n => { while (n-- > 0) new HandCounter().Dispose(); return 0; },
      n => { while (n-- > 0) new SafeCounter().Dispose(); return 0; })),
    ("failing method", Of(n => Failures(n, ours.Fail), n => Failures(n, byHand.Fail), n => Failures(n, safe.Fail))),
  ];

  static Variant[] Of(Func<int, int> ours, Func<int, int> byHand, Func<int, int> safe) =>
  [
    Variant.Timed("ours", "ours", ours),
    Variant.Timed("limit", "DllImport by hand", byHand),
    Variant.Timed("peer", "LibraryImport, SafeHandle", safe),
  ];

  // Shared, because an exception takes a hundred times as long as the call.
  static int Failures(int times, Action fail)
  {
    int failures = 0;
    while (times-- > 0)
      try { fail(); }
      catch (Exception) { failures++; }
    return failures;
  }
}
