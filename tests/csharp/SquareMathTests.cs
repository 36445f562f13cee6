using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

using Xunit;

using Row = System.Collections.Generic.Dictionary<string, int?>;

namespace Example.Tests;

public class SquareMathTests
{
  /// <summary>The rows as dictionaries of numbers, with null where the result does not fit in 32 bits.</summary>
  static List<Row> ReadVectors(IEnumerable<string> lines)
  {
    string[][] rows = lines.Select(line => line.Split(',')).ToArray();
    if (rows.Length < 2 || rows.Any(row => row.Length != rows[0].Length)) throw new FormatException("malformed vectors");
    var vectors = rows[1..].Select(row => row.Select(Parse).Zip(rows[0]).ToDictionary(cell => cell.Second, cell => cell.First));
    return vectors.All(row => row["number"] is not null) ? vectors.ToList() : throw new FormatException("a number is required");
  }

  static int? Parse(string cell) => cell.Length == 0 ? null : Number(cell);

  internal static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

  static List<Row> Vectors => ReadVectors(File.ReadLines(Environment.GetEnvironmentVariable("VECTORS")!));

  static void Fails<T>(string message, Action call) where T : Exception =>
    Assert.Equal(message, Assert.Throws<T>(call).Message);

  // ---- Square ----

  [Fact]
  public void AgreesWithEveryVector()
  {
    foreach (Row row in Vectors)
    {
      int number = row["number"]!.Value;
      if (row["square"] is int square) Assert.Equal(square, SquareMath.Square(number));
      else Assert.Throws<OverflowException>(() => SquareMath.Square(number));
    }
  }

  [Theory]
  [InlineData(0), InlineData(1), InlineData(-1), InlineData(46340), InlineData(-46340)]
  public void FitsUpToTheLimits(int number) => Assert.Equal(number * number, SquareMath.Square(number));

  [Theory]
  [InlineData(46341), InlineData(-46341), InlineData(int.MaxValue), InlineData(int.MinValue)]
  public void ResultDoesNotFit(int number) =>
    Fails<OverflowException>($"Square(): number = {number}: the result does not fit in 32 bits", () => SquareMath.Square(number));

  // ---- SquareArray ----

  [Fact]
  public void ArrayAllFit()
  {
    int[] squares = new int[3];
    SquareMath.SquareArray([0, 7, -46340], squares);
    Assert.Equal([0, 49, 2147395600], squares);
  }

  [Theory]
  [InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
  public void ArrayNamesTheFirstThatDoesNotFit(int first)
  {
    int[] numbers = [7, 7, 7, 46341];
    numbers[first] = -46341;
    Fails<OverflowException>($"SquareArray(): numbers[{first}]: the result does not fit in 32 bits",
      () => SquareMath.SquareArray(numbers, new int[4]));
  }

  [Fact]
  public void ArrayIsCompleteAfterAFailureAlsoInPlace()
  {
    int[] numbers = [3, 46341, -4], squares = new int[3];
    Assert.Throws<OverflowException>(() => SquareMath.SquareArray(numbers, squares));
    Assert.Equal([9, -1, 16], squares);
    Assert.Throws<OverflowException>(() => SquareMath.SquareArray(numbers, numbers));
    Assert.Equal(squares, numbers);
  }

  [Fact]
  public void ArrayTakesSlicesAndTheStack()
  {
    Span<int> numbers = stackalloc int[] { 1, 2, 3, 0, 0, 0 };
    SquareMath.SquareArray(numbers[..3], numbers[3..]);
    Assert.Equal([1, 2, 3, 1, 4, 9], numbers.ToArray());
  }

  [Fact]
  public void ArrayPartlyOverlapping()
  {
    int[] all = [1, 2, 3, 4];
    string message = "SquareArray(): squares: overlaps numbers without being the same (Parameter 'squares')";
    Fails<ArgumentException>(message, () => SquareMath.SquareArray(all.AsSpan(0, 3), all.AsSpan(1)));
    Fails<ArgumentException>(message, () => SquareMath.SquareArray(all.AsSpan(1), all.AsSpan(0, 3)));
    Assert.Equal([1, 2, 3, 4], all);
  }

  [Fact]
  public void ArrayEmptyOrNull()
  {
    SquareMath.SquareArray([], []);
    SquareMath.SquareArray((int[]?) null, (int[]?) null);
    Fails<ArgumentException>("SquareArray(): squares: 0 elements, but numbers has 1 (Parameter 'squares')",
      () => SquareMath.SquareArray([1], (int[]?) null));
  }

  [Fact]
  public void ArrayLengthsDiffer() =>
    Fails<ArgumentException>("SquareArray(): squares: 2 elements, but numbers has 3 (Parameter 'squares')",
      () => SquareMath.SquareArray(new int[3], new int[2]));

  [Theory]
  [InlineData(0, 1, "squares"), InlineData(2, 0, "numbers"), InlineData(3, 1, "numbers"), InlineData(4, 3, "squares")]
  public void ArrayMisaligned(int numbers, int squares, string argument)
  {
    byte[] memory = GC.AllocateArray<byte>(16, pinned: true);
    Fails<ArgumentException>($"SquareArray(): {argument}: a span aligned to 4 bytes is required (Parameter '{argument}')",
      () => SquareMath.SquareArray(At(memory, numbers), At(memory, squares)));
    SquareMath.SquareArray(At(memory, numbers)[..0], At(memory, squares)[..0]);
    Assert.All(memory, octet => Assert.Equal(0, octet));
  }

  static Span<int> At(byte[] memory, int offset) => MemoryMarshal.Cast<byte, int>(memory.AsSpan(offset, 8));

  // ---- The library ----

  [Fact]
  public void StackTraceEndsInTheMethodThatWasCalled()
  {
    int[] all = new int[3];
    byte[] octets = new byte[16];
    TraceEndsIn(nameof(SquareMath.Square), () => SquareMath.Square(46341));
    TraceEndsIn(nameof(SquareMath.SquareArray), () => SquareMath.SquareArray([46341], all.AsSpan(1, 1)));
    TraceEndsIn(nameof(SquareMath.SquareArray), () => SquareMath.SquareArray([1, 2], all));
    TraceEndsIn(nameof(SquareMath.SquareArray), () => SquareMath.SquareArray(all.AsSpan(0, 2), all.AsSpan(1)));
    TraceEndsIn(nameof(SquareMath.SquareArray), () => SquareMath.SquareArray(all.AsSpan(0, 2), At(octets, 1)));
  }

  static void TraceEndsIn(string method, Action call) =>
    Assert.StartsWith($"   at Example.SquareMath.{method}(", Assert.ThrowsAny<Exception>(call).StackTrace);

  [Fact]
  public void VersionIsThatOfTheHeader() =>
    Assert.Equal(Environment.GetEnvironmentVariable("HEADER_VERSION"), SquareMath.Version);

  public static TheoryData<string, Action> Failures => new()
  {
    { "result", () => SquareMath.Square(46341) },
    { "element", () => SquareMath.SquareArray([46341], stackalloc int[1]) },
    { "length", () => SquareMath.SquareArray([1], stackalloc int[2]) },
    { "alignment", () => SquareMath.SquareArray(At(new byte[16], 1), stackalloc int[2]) },
    { "overlap", () => { Span<int> all = stackalloc int[3]; SquareMath.SquareArray(all[..2], all[1..]); } },
  };

  [Theory]
  [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
  public void FailingCallsLeakNothing(string failure, Action call)
  {
    int calls = Number(Environment.GetEnvironmentVariable("FAILING_CALLS") ?? "20000");
    Fail(call, calls);
    long before = Memory();
    Fail(call, calls);
    Assert.True(Memory() - before < 16 << 20, failure);
  }

  static void Fail(Action call, int times)
  {
    for (int i = 0; i < times; i++)
    {
      try { call(); }
      catch (Exception error) when (error is OverflowException or ArgumentException) { continue; }
      Assert.Fail("no exception");
    }
  }

  internal static long Memory()
  {
    GC.Collect();
    return Environment.WorkingSet;
  }

  [Fact]
  public void EachFunctionIsOneNativeCallAndNothingRunsBeforeIt()
  {
    const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    Type[] types = typeof(SquareMath).Assembly.GetTypes();
    var methods = types.SelectMany(type => type.GetMethods(all));
    int native = methods.Count(method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl));
    Assert.Equal(typeof(SquareMath).GetMethods(all).Count(method => method.IsPublic), native);
    Assert.DoesNotContain(types, type => type.TypeInitializer is not null || type.IsSubclassOf(typeof(Delegate)));
  }

  [Fact]
  public void CallsAllocateNothing()
  {
    TenThousandCalls();
    long before = GC.GetAllocatedBytesForCurrentThread();
    TenThousandCalls();
    Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
  }

  static void TenThousandCalls()
  {
    Span<int> numbers = stackalloc int[16];
    for (int i = 0; i < 10_000; i++)
    {
      SquareMath.Square(7);
      SquareMath.SquareArray(numbers, numbers);
    }
  }

  [Theory]
  [InlineData(""), InlineData("number,square"), InlineData("a,square\n7,49"), InlineData("number,square\n7")]
  [InlineData("number,square\nx,49"), InlineData("number,square\n7,49,1"), InlineData("number,square\n,49")]
  public void MalformedVectorsAreRefused(string text) => Assert.ThrowsAny<Exception>(() => ReadVectors(text.Split('\n')));
}
