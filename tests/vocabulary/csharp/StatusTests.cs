using Xunit;

namespace Vocabulary.Tests;

public class StatusTests
{
  [Fact]
  public void AFailureHasItsCodeAndItsMessage()
  {
    Kinds.Fail(0);
    Fails.Status(1, "it is empty", () => Kinds.Fail(1));
    Fails.Status(2, "it is broken \u2717", () => Kinds.Fail(2));
    Fails.Status(int.MinValue, "failed with code -2147483648", () => Kinds.Fail(int.MinValue));
    Kinds.Fail(0);
  }

  [Fact]
  public void TheExceptionIsLikeOthersOfNet()
  {
    Assert.Equal(0, new KindsException().Code);
    Assert.Equal("why", new KindsException("why").Message);
    Assert.IsType<FormatException>(new KindsException("why", new FormatException()).InnerException);
  }

  [Fact]
  public void TheStackTraceEndsInTheMethodThatWasCalled()
  {
    string trace = Assert.Throws<KindsException>(() => Kinds.Fail(1)).StackTrace!;
    Assert.StartsWith("   at Vocabulary.Kinds.Fail(Int32 status)", trace, StringComparison.Ordinal);
  }

  [Fact]
  public void TheMessageIsFreed()
  {
    KindsException error = Assert.Throws<KindsException>(() => Kinds.Refuse());
    Assert.Equal((-7, 1000), (error.Code, error.Message.Length));
    Memory.StaysFlat(50_000, () => Assert.Throws<KindsException>(() => Kinds.Refuse()));
  }

  [Fact]
  public void WhatCGivesThroughAPointerIsTheResult()
  {
    Assert.Equal(3, Kinds.Root(9), 12);
    Fails.Status(2, "it is broken \u2717", () => Kinds.Root(-1));
    Assert.Equal(8, Kinds.Increment(7));
  }

  [Fact]
  public void SeveralResultsAreARecord()
  {
    (int quotient, int rest) = Kinds.Divide(7, 2);
    Assert.Equal((3, 1), (quotient, rest));
    Assert.Equal(new DivideResult(3, 1), Kinds.Divide(7, 2));
    Assert.Equal("DivideResult { Quotient = 3, Rest = 1 }", Kinds.Divide(7, 2).ToString());
    Fails.Status(2, "it is broken \u2717", () => Kinds.Divide(7, 0));
    Assert.Equal(new LimitsResult(short.MinValue, ushort.MaxValue), Kinds.Limits());
  }

  [Fact]
  public void ARecordHasResultsOfAnyKind()
  {
    Assert.Equal(new ReportResult(false, Color.Red, 3.5, "some \U0001f600"), Kinds.Report(7));
    Assert.Equal(new ReportResult(true, Color.Blue, 0, "none"), Kinds.Report(0));
    Fails.Status(2, "it is broken \u2717", () => Kinds.Report(-1));
  }

  [Fact]
  public void AValueThatMeansFailureIsNoResult()
  {
    Assert.Equal(2, Kinds.Find("abc", 'c'));
    Assert.Equal(-1, Fails.With<KindsException>("there is none", () => Kinds.Find("abc", 'd')).Code);
  }
}
