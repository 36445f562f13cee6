namespace Example.Tests;

/// <summary>A slice of all numbers, and random ones, against C#'s own 64-bit arithmetic.</summary>
static class EveryInput
{
  const int RandomNumbers = 1 << 21;
  static readonly int[] Limits = [int.MinValue, -46341, -46340, -1, 0, 1, 46340, 46341, int.MaxValue];

  /// <summary>The exit code: 0 when all is right, 1 when not; the first wrong number is then printed.</summary>
  public static int Check(string first, string last)
  {
    int seed = Environment.TickCount;
    Console.WriteLine($"{first} to {last} as arrays; {RandomNumbers} random numbers of seed {seed}, one by one");
    string? wrong = InArrays(SquareMathTests.Number(first), SquareMathTests.Number(last))
      ?? OneByOne(Limits) ?? OneByOne(Random(seed));
    Console.WriteLine(wrong ?? "all are right");
    return wrong is null ? 0 : 1;
  }

  static int Expected(int number) => (long) number * number is <= int.MaxValue and long square ? (int) square : -1;

  static string? InArrays(int first, int last)
  {
    int[] numbers = new int[1 << 20], squares = new int[1 << 20];
    for (long start = first; start <= last; start += numbers.Length)
    {
      int count = (int) Math.Min(numbers.Length, last - start + 1);
      for (int i = 0; i < count; i++) numbers[i] = (int) (start + i);
      if (InArray(numbers.AsSpan(0, count), squares.AsSpan(0, count)) is string wrong) return wrong;
    }
    return null;
  }

  static string? InArray(ReadOnlySpan<int> numbers, Span<int> squares)
  {
    string? message = null;
    try { SquareMath.SquareArray(numbers, squares); }
    catch (OverflowException error) { message = error.Message; }

    for (int i = 0; i < numbers.Length; i++)
      if (squares[i] != Expected(numbers[i])) return $"{numbers[i]}: {squares[i]} in an array";
    int index = squares.IndexOf(-1);
    string? expected = index < 0 ? null : $"SquareArray(): numbers[{index}]: the result does not fit in 32 bits";
    return message == expected ? null : $"{numbers[Math.Max(index, 0)]}: '{message}' instead of '{expected}'";
  }

  static string? OneByOne(IEnumerable<int> numbers)
  {
    foreach (int number in numbers)
      if (Square(number) != Expected(number)) return $"{number}: {Square(number)}";
    return null;
  }

  static int Square(int number)
  {
    try { return SquareMath.Square(number); }
    catch (OverflowException) { return -1; }
  }

  /// <summary>Of every magnitude, so that half of the squares fit.</summary>
  static IEnumerable<int> Random(int seed)
  {
    Random random = new(seed);
    for (int i = 0; i < RandomNumbers; i++) yield return (int) random.NextInt64(1L << 32) >> random.Next(32);
  }
}
