using Xunit;

namespace Vocabulary.Tests;

public class NumbersTests
{
  /// <summary>C gives each number back.</summary>
  private static void Same<T>(Func<T, T> c, params T[] numbers) =>
    Assert.All(numbers, number => Assert.Equal(number, c(number)));

  [Fact]
  public void EveryIntegerHasTheRangeOfItsType()
  {
    Same(Kinds.Int8, sbyte.MinValue, (sbyte) -1, (sbyte) 0, sbyte.MaxValue);
    Same(Kinds.Uint8, byte.MinValue, byte.MaxValue);
    Same(Kinds.Int16, short.MinValue, (short) -1, short.MaxValue);
    Same(Kinds.Uint16, ushort.MinValue, ushort.MaxValue);
    Same(Kinds.Int32, int.MinValue, -1, int.MaxValue);
    Same(Kinds.Uint32, uint.MinValue, uint.MaxValue);
    Same(Kinds.Int64, long.MinValue, -1, long.MaxValue);
    Same(Kinds.Uint64, ulong.MinValue, ulong.MaxValue);
    Same(Kinds.Size, nuint.MinValue, nuint.MaxValue);
    Same(Kinds.Ptrdiff, nint.MinValue, nint.MaxValue);
    Assert.Equal(int.MinValue, Kinds.Add(int.MinValue - short.MinValue, short.MinValue));
  }

  [Fact]
  public void LongIsAsWideAsInC()
  {
    Same(Kinds.Long, (long) int.MinValue, -1, int.MaxValue);
    Same(Kinds.Ulong, (ulong) uint.MinValue, uint.MaxValue);
    Assert.Equal(OperatingSystem.IsWindows() ? new(int.MinValue, uint.MaxValue) : new LongLimitsResult(long.MinValue, ulong.MaxValue),
      Kinds.LongLimits());
    Action least = () => Same(Kinds.Long, long.MinValue), most = () => Same(Kinds.Ulong, ulong.MaxValue);
    if (OperatingSystem.IsWindows())
    {
      Assert.Throws<OverflowException>(least);
      Assert.Throws<OverflowException>(most);
    }
    else
    {
      least();
      most();
    }
  }

  [Fact]
  public void FloatingPointNumbersKeepEveryBit()
  {
    Same(Kinds.Float, float.MinValue, float.Epsilon, float.NaN, float.NegativeInfinity, float.MaxValue);
    Same(Kinds.Double, double.MinValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.MaxValue);
    Assert.True(double.IsNegative(Kinds.Double(-0.0)));
  }

  [Fact]
  public void CharIsAByte()
  {
    Same(Kinds.Char, '\0', 'a', '\u007f', '\u0080', '\u00ff');
    Assert.Throws<OverflowException>(() => Kinds.Char('\u0100'));
    Assert.Throws<OverflowException>(() => Kinds.Char('\uffff'));
  }

  [Fact]
  public void BoolIsBool()
  {
    Same(Kinds.Bool, true, false);
    Assert.True(Kinds.IsEven(2));
    Assert.False(Kinds.IsEven(3));
  }

  [Fact]
  public void ConstantsAreConstants()
  {
    const int limit = Kinds.Limit;
    Assert.Equal(42, limit);
    Assert.Equal(long.MaxValue, Kinds.Big);
    Assert.Equal(1.5, Kinds.Ratio);
    Assert.Equal("kinds \"of\" 'values'", Kinds.Title);
  }

  // ---- Enums ----

  [Fact]
  public void EnumsHaveTheValuesAndTheTypeOfC()
  {
    Assert.Equal(32, (int) Color.Blue);
    Assert.Equal(-1, (int) Sign.Negative);
    Assert.Equal(typeof(int), typeof(Sign).GetEnumUnderlyingType());
    Assert.Equal(sizeof(int), System.Runtime.InteropServices.Marshal.SizeOf(typeof(Color).GetEnumUnderlyingType()));
    Assert.Equal(Color.Green, Kinds.Mix(Color.Red));
    Assert.Equal(Sign.Negative, Kinds.SignOf(-0.5));
    Assert.Equal(32, Kinds.ColorNumber(Color.Blue));
  }

  [Fact]
  public void UnknownEnumValuesAreKept()
  {
    Color unknown = Kinds.UnknownColor();
    Assert.Equal(99, (int) unknown);
    Assert.False(Enum.IsDefined(unknown));
    Assert.Equal(99, Kinds.ColorNumber(unknown));
    Assert.Equal(-1, Kinds.ColorNumber((Color) uint.MaxValue));
  }

  [Fact]
  public void FlagsAreCombined()
  {
    Assert.Equal(Flags.Safe | Flags.Loud, Kinds.Invert(Flags.Fast));
    Assert.Equal("Fast, Safe", (Flags.Fast | Flags.Safe).ToString());
    Assert.Equal(Flags.Fast | Flags.Safe | Flags.Loud, Kinds.Invert((Flags) 4));
  }
}
