using System.Globalization;
using System.Text.Json;
using Benchmark;

// Measures the variants of a group in one process and in turns (A B C A B C ..): what else the machine does then meets
// all of them, and their ratios hold where times do not. Not BenchmarkDotNet: it measures one variant after the other,
// also in one process, and takes minutes. Every variant has a loop of its own, which the JIT compiles alone, tiered as
// in any program.
//
// Arguments: --rounds N FILE, or --first VARIANT in the processes that this one starts.

if (args[0] == "--first")
{
  FirstCall.Print(args[1]);
  return;
}

const int warmUp = 30; // rounds: the JIT's last tier comes after 30 calls, and then only when it finds time

int rounds = int.Parse(args[1], CultureInfo.InvariantCulture);
using var output = new StreamWriter(args[2]);
foreach (string group in (string[]) ["scalar", "scalar alone", "failing"]) Measure(group, 1, warmUp, Scalar.Of(group));
foreach ((string group, Variant[] variants) in Objects.Groups) Measure(group, 1, warmUp, variants);
foreach (int n in (int[]) [0, 16, 1000]) Measure("array", n, warmUp, Arrays.Of(n));
foreach (int n in (int[]) [100_000, 10_000_000]) Measure("array", n, 3, Arrays.Of(n)); // compiled by now
foreach (int n in (int[]) [100_000, 10_000_000]) Measure("threads", n, 3, Threads.Of(n));
Measure("cold", 1, 1, FirstCall.Variants);

void Measure(string group, int n, int warmUp, Variant[] variants)
{
  Console.WriteLine($"C#: {group}, n = {n}");
  for (int round = -warmUp; round < rounds; round++)
    foreach (Variant variant in variants)
    {
      double nanoseconds = variant.Nanoseconds();
      if (round >= 0) Write(group, n, variant, nanoseconds);
    }
}

void Write(string group, int n, Variant variant, double ns)
{
  var row = new { language = "C#", group, n, variant = variant.Name, role = variant.Role, ns };
  output.WriteLine(JsonSerializer.Serialize(row));
}
