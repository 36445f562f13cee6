using System.Diagnostics;
using Example;
using Mizux.CMakeSwig.Foo;

// Calls WHO NUMBER: one call of triangle(), ours or the peer's. Calls time: what a call costs, both in turn.
if (args[0] == "time")
{
  var rounds = Enumerable.Range(0, 60).Select(_ => $"{{\"ours\":{Calls.Ours()},\"peer\":{Calls.Peer()}}}");
  Console.WriteLine($"[{string.Join(",", rounds)}]");
  return;
}
try
{
  int number = int.Parse(args[1]);
  Console.WriteLine(args[0] == "ours" ? SquareMath.Triangle(number) : csFoo.Triangle(number));
}
catch (Exception error)
{
  Console.WriteLine(error);
}

static class Calls
{
  const int Count = 2_000_000;

  public static double Ours()
  {
    long sum = 0;
    var clock = Stopwatch.StartNew();
    for (int i = 0; i < Count; i++) sum += SquareMath.Triangle(i & 1023);
    return sum == 0 ? 0 : clock.Elapsed.TotalNanoseconds / Count;
  }

  public static double Peer()
  {
    long sum = 0;
    var clock = Stopwatch.StartNew();
    for (int i = 0; i < Count; i++) sum += csFoo.Triangle(i & 1023);
    return sum == 0 ? 0 : clock.Elapsed.TotalNanoseconds / Count;
  }
}
