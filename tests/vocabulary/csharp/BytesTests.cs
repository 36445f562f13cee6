using System.Runtime.InteropServices;
using Xunit;

namespace Vocabulary.Tests;

public class BytesTests
{
  [Fact]
  public void BytesAreReadWhereTheyAre()
  {
    Assert.Equal(510u, Kinds.Sum([255, 255]));
    Assert.Equal(0u, Kinds.Sum([]));
    Assert.Equal(0u, Kinds.Sum(null));
    Assert.Equal(6u, Kinds.Sum(new byte[] { 9, 1, 2, 3, 9 }.AsSpan(1, 3)));
    Assert.Equal(3u, Kinds.Sum("\u0001\u0002"u8));
    Assert.Equal(100_000_000u, Kinds.Sum(Enumerable.Repeat((byte) 1, 100_000_000).ToArray()));
  }

  [Fact]
  public void NoBytesAreNotNull()
  {
    Assert.Equal(4u, Kinds.SumOptional([1, 2]));
    Assert.Equal(1u, Kinds.SumOptional(Array.Empty<byte>()));
    Assert.Equal(1u, Kinds.SumOptional(new byte[1].AsSpan(1)));
    Assert.Equal(0u, Kinds.SumOptional(null));
    Assert.Equal(0u, Kinds.SumOptional(default));
  }

  [Fact]
  public void AKeyHasItsSize()
  {
    Assert.Equal(16u, Kinds.SumKey(Enumerable.Repeat((byte) 1, 16).ToArray()));
    Fails.With<ArgumentException>("key: 16 bytes are required, not 15", () => Kinds.SumKey(new byte[15]));
    Fails.With<ArgumentException>("key: 16 bytes are required, not 17", () => Kinds.SumKey(new byte[17]));
    Fails.With<ArgumentException>("key: 16 bytes are required, not 0", () => Kinds.SumKey(default));
  }

  [Fact]
  public void WhatCWritesIsTheCallersOwn()
  {
    byte[] bytes = new byte[4];
    Kinds.CountUp(bytes.AsSpan(1));
    Assert.Equal([0, 1, 2, 3], bytes);
    Kinds.CountUp(null);
    float[] numbers = [1, 2.5f];
    Kinds.DoubleAll(numbers);
    Assert.Equal([2, 5], numbers);
  }

  [Fact]
  public void ArraysAreReadWhereTheyAre()
  {
    Assert.Equal(0, Kinds.Mean(null));
    Assert.Equal(0.5, Kinds.Mean([0.25, 0.75]));
    Assert.Equal(2 * short.MinValue, Kinds.Total([short.MinValue, short.MinValue]));
    long[] product = new long[2];
    Kinds.Multiply([1, 2], [10, long.MinValue / 2], product);
    Assert.Equal([10, long.MinValue], product);
    Kinds.Multiply(product, product, product);
    Assert.Equal([100, 0], product);
  }

  [Fact]
  public void ArraysOfOneLengthAreOfOneLength()
  {
    Fails.With<ArgumentException>("right: 1 elements, but left has 2", () => Kinds.Multiply([1, 2], [1], new long[2]));
    Fails.With<ArgumentException>("out: 3 elements, but left has 2", () => Kinds.Multiply([1, 2], [1, 2], new long[3]));
  }

  [Fact]
  public void ALengthMayStandElsewhere()
  {
    Assert.Equal([1, 2, 0], Kinds.Concatenate([1], [2, 0]));
    Assert.Empty(Kinds.Concatenate([], []));
    short[] numbers = [3, 0];
    Kinds.Shift(-1, numbers);
    Assert.Equal([2, -1], numbers);
    Fails.With<ArgumentException>("it is too long for the library", () => Kinds.Shift(1, new short[256]));
  }

  [Fact]
  public void AMisalignedSpanIsRefused()
  {
    byte[] bytes = new byte[17];
    Fails.Argument("values", "a span aligned to 2 bytes is required",
                   () => Kinds.Total(MemoryMarshal.Cast<byte, short>(bytes.AsSpan(1))));
    Fails.Argument("values", "a span aligned to 8 bytes is required",
                   () => Kinds.Mean(MemoryMarshal.Cast<byte, double>(bytes.AsSpan(1))));
  }

  [Fact]
  public void WhatCReturnsIsACopy()
  {
    byte[] table = Kinds.Table();
    Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], table);
    table[0] = 9;
    Assert.Equal(0, Kinds.Table()[0]);
    Assert.Equal([2u, 3u, 5u, 7u, 11u], Kinds.Primes());
  }

  [Fact]
  public void AnOwnedArrayIsFreed()
  {
    int alive = Objects.Alive();
    Assert.Equal([7, 7, 7], Kinds.Repeat(7, 3));
    Assert.Empty(Kinds.Repeat(7, 0));
    Memory.StaysFlat(200, () => Kinds.Repeat(7, 1_000_000));
    Assert.Equal(alive, Kinds.Alive());
  }
}
