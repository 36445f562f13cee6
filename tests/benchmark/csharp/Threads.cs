using System.Diagnostics;
using Example;

namespace Benchmark;

/// <summary>One thread, and two, each with arrays of its own: the nanoseconds are those of one array.</summary>
static class Threads
{
  const int Elements = 50_000_000; // for each thread: its start then takes no time that counts

  public static Variant[] Of(int n)
  {
    int[][] numbers = [Sevens(n), Sevens(n)], squares = [Sevens(n), Sevens(n)];
    Variant Of(string name, int count) => new("ours", name, () => Best(count, numbers, squares));
    return [Of("one thread", 1), Of("two threads", 2)];
  }

  static int[] Sevens(int n) => Enumerable.Repeat(7, n).ToArray();

  static double Best(int count, int[][] numbers, int[][] squares) =>
    Enumerable.Range(0, 3).Min(_ => Nanoseconds(count, numbers, squares));

  static double Nanoseconds(int count, int[][] numbers, int[][] squares)
  {
    int times = Elements / numbers[0].Length;
    Thread Of(int i) => new(() =>
    {
      for (int t = 0; t < times; t++) SquareMath.SquareArray(numbers[i], squares[i]);
    });
    long start = Stopwatch.GetTimestamp();
    Thread[] threads = Enumerable.Range(0, count).Select(Of).ToArray();
    foreach (Thread thread in threads) thread.Start();
    foreach (Thread thread in threads) thread.Join();
    return Stopwatch.GetElapsedTime(start).TotalNanoseconds / (count * times);
  }
}
