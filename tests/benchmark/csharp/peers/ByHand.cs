using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Benchmark;

/// <summary>What one writes who knows .NET and wants the same as ours, in the four ways that .NET has.</summary>
static unsafe partial class ByHand
{
  [DllImport("square")] static extern int square(int number);
  [DllImport("square")] static extern nuint square_array(int* numbers, nuint count, int* squares);
  [LibraryImport("square", EntryPoint = "square")] private static partial int generated(int number);
  [SuppressGCTransition, DllImport("square", EntryPoint = "square")] static extern int suppressed(int number);

  public struct Import : IScalar { public static int Call(int number) => Checked(number, square(number)); }
  public struct Generated : IScalar { public static int Call(int number) => Checked(number, generated(number)); }
  public struct Suppressed : IScalar { public static int Call(int number) => Checked(number, suppressed(number)); }

  public struct Pointer : IScalar
  {
    static readonly delegate* unmanaged[Cdecl]<int, int> function = (delegate* unmanaged[Cdecl]<int, int>)
      NativeLibrary.GetExport(NativeLibrary.Load("square", typeof(Pointer).Assembly, null), "square");

    public static int Call(int number) => Checked(number, function(number));
  }

  public static void SquareArray(ReadOnlySpan<int> numbers, Span<int> squares)
  {
    if (numbers.Length != squares.Length) throw new ArgumentException("another length than numbers", nameof(squares));
    nuint index;
    fixed (int* numbersPointer = numbers, squaresPointer = squares)
      index = square_array(numbersPointer, (nuint) numbers.Length, squaresPointer);
    if (index != (nuint) numbers.Length) Throw($"numbers[{index}]");
  }

  [MethodImpl(MethodImplOptions.AggressiveInlining)]
  static int Checked(int number, int square)
  {
    if (square < 0) Throw($"number = {number}");
    return square;
  }

  static void Throw(string argument) => throw new OverflowException($"{argument}: the result does not fit in 32 bits");
}
