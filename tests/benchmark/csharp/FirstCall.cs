using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Example;

namespace Benchmark;

/// <summary>The first call of a new process: finding and loading the library is most of it.</summary>
static class FirstCall
{
  public static Variant[] Variants =>
    [new("ours", "ours", () => InNewProcess("ours")), new("limit", "DllImport by hand", () => InNewProcess("by hand"))];

  static double InNewProcess(string variant)
  {
    string[] arguments = [typeof(FirstCall).Assembly.Location, "--first", variant];
    var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
    using Process process = Process.Start(start)!;
    return double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
  }

  public static void Print(string variant)
  {
    long start = Stopwatch.GetTimestamp();
    int square = variant == "ours" ? Ours() : Hand();
    double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    Console.WriteLine(square == 49 ? nanoseconds.ToString(CultureInfo.InvariantCulture) : "NaN");
  }

  // Apart, because what one calls is compiled, and may be loaded, with its caller.
  [MethodImpl(MethodImplOptions.NoInlining)] static int Ours() => SquareMath.Square(7);
  [MethodImpl(MethodImplOptions.NoInlining)] static int Hand() => ByHand.Import.Call(7);
}
