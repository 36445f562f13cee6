using System.Runtime.Intrinsics;

namespace Benchmark;

/// <summary>Without native code.</summary>
static unsafe class Managed
{
  public static void SquareArray(int[] numbers, int[] squares)
  {
    for (int i = 0; i < numbers.Length; i++) squares[i] = checked(numbers[i] * numbers[i]);
  }

  public static void Copy(int[] numbers, int[] squares)
  {
    long bytes = 4L * numbers.Length;
    fixed (int* from = numbers, to = squares) Buffer.MemoryCopy(from, to, bytes, bytes);
  }

  /// <summary>Says only that something does not fit, not what.</summary>
  public static void Vector(ReadOnlySpan<int> numbers, Span<int> squares)
  {
    var failed = Vector512<uint>.Zero;
    int i = 0;
    for (; i <= numbers.Length - Vector512<int>.Count; i += Vector512<int>.Count)
    {
      var number = Vector512.Create(numbers[i..]);
      failed |= Vector512.GreaterThan(Vector512.Abs(number).AsUInt32(), Vector512.Create(46340u));
      (number * number).CopyTo(squares[i..]);
    }
    for (; i < numbers.Length; i++) squares[i] = checked(numbers[i] * numbers[i]);
    if (failed != Vector512<uint>.Zero) throw new OverflowException();
  }
}
