using System.Runtime.InteropServices;

using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Example.Tests;

/// <summary>Random cases against a model. FsCheck prints how many, and the seed and the case if one fails.</summary>
public class PropertyTests
{
  static readonly int Cases = SquareMathTests.Number(Environment.GetEnvironmentVariable("CASES") ?? "10000");

  static readonly Gen<int> Fitting = Gen.Choose(-46340, 46340);
  static readonly Gen<int> Any = Gen.Choose(int.MinValue, int.MaxValue);
  static readonly Gen<int> Limit = Gen.Elements(int.MinValue, -46341, -46340, -1, 0, 1, 46340, 46341, int.MaxValue);

  public enum Memory { None, Array, PinnedArray, Stack, Native }

  /// <summary>Two slices of one memory: the same, overlapping, apart, empty, or of different length.</summary>
  public record Slices(Memory Memory, int[] Content, int From, int Count, int To, int Room)
  {
    public override string ToString() =>
      $"{Memory} [{string.Join(", ", Content)}]: {Count} numbers at {From}, {Room} squares at {To}";
  }

  static readonly Gen<Slices> AnySlices =
    from memory in Gen.Elements(Enum.GetValues<Memory>())
    from size in memory == Memory.None ? Gen.Constant(0) : Gen.Choose(0, 200)
    from content in Gen.Frequency((200, Fitting), (1, Limit), (1, Any)).ArrayOf(size)
    from start in Gen.Choose(0, size)
    from to in Gen.OneOf(Gen.Constant(start), Gen.Choose(0, size))
    from count in Gen.Choose(0, size - Math.Max(start, to))
    from room in Gen.Frequency((9, Gen.Constant(count)), (1, Gen.Choose(0, size - to)))
    select new Slices(memory, content, start, count, to, room);

  [Fact]
  public void NumberOfAnySize() => Holds(Gen.OneOf(Fitting, Any, Limit), number =>
  {
    string? error = Square(number) < 0 ? $"Square(): number = {number}: the result does not fit in 32 bits" : null;
    Assert.Equal((error, Math.Max(0, Square(number))), Observe(number));
  });

  [Fact]
  public void SlicesOfAnyMemory() => Holds(AnySlices, one =>
  {
    string? error = Expected(one, out int[] content);
    Assert.Equal(error, Observe(one, out int[] observed));
    Assert.Equal(content, observed);
  });

  /// <summary>Twice, because what the second run adds to the memory of the process is leaked.</summary>
  static void Holds<T>(Gen<T> cases, Action<T> check)
  {
    Property property = Prop.ForAll(cases.ToArbitrary(), check);
    property.Check(Config.QuickThrowOnFailure.WithMaxTest(Cases / 2));
    long before = SquareMathTests.Memory();
    property.Check(Config.QuickThrowOnFailure.WithMaxTest(Cases / 2));
    Assert.True(SquareMathTests.Memory() - before < 16 << 20);
  }

  // ---- What is expected ----

  static int Square(int number) => (long) number * number is <= int.MaxValue and long square ? (int) square : -1;

  static string? Expected(Slices one, out int[] content)
  {
    content = [.. one.Content];
    if (one.Count != one.Room)
      return $"SquareArray(): squares: {one.Room} elements, but numbers has {one.Count} (Parameter 'squares')";
    if (one.From != one.To && Math.Abs(one.From - one.To) < one.Count)
      return "SquareArray(): squares: overlaps numbers without being the same (Parameter 'squares')";
    int[] squares = one.Content.Skip(one.From).Take(one.Count).Select(Square).ToArray();
    squares.CopyTo(content, one.To);
    int first = Array.IndexOf(squares, -1);
    return first < 0 ? null : $"SquareArray(): numbers[{first}]: the result does not fit in 32 bits";
  }

  // ---- What happens ----

  static (string? Error, int Square) Observe(int number)
  {
    try { return (null, SquareMath.Square(number)); }
    catch (OverflowException error) { return (error.Message, 0); }
  }

  static unsafe string? Observe(Slices one, out int[] content)
  {
    int size = one.Content.Length;
    int* native = (int*) NativeMemory.Alloc((nuint) size, sizeof(int));
    Span<int> memory = one.Memory switch
    {
      Memory.None => default,
      Memory.Array => new int[size],
      Memory.PinnedArray => GC.AllocateArray<int>(size, pinned: true),
      Memory.Stack => stackalloc int[size],
      _ => new Span<int>(native, size),
    };
    one.Content.CopyTo(memory);
    string? message = null;
    try { SquareMath.SquareArray(memory.Slice(one.From, one.Count), memory.Slice(one.To, one.Room)); }
    catch (Exception error) when (error is OverflowException or ArgumentException) { message = error.Message; }
    content = memory.ToArray();
    NativeMemory.Free(native);
    return message;
  }
}
