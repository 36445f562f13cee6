using System.Collections.Concurrent;
using Calling;
using Xunit;

namespace Vocabulary.Tests;

public class CallbackTests
{
  [Fact]
  public void ACallbackIsGivenWhatCGives()
  {
    List<(int, double, string?, Color)> seen = [];
    Assert.True(Calls.Each(4, (index, share, text, color) =>
    {
      seen.Add((index, share, text, color));
      return true;
    }));
    Assert.Equal([(0, 0, "gr\u00fcn \U0001f600", 0), (1, 0.25, null, Color.Red), (2, 0.5, "gr\u00fcn \U0001f600", Color.Green),
      (3, 0.75, null, Color.Blue)], seen);
  }

  [Fact]
  public void NumbersOfEveryWidth()
  {
    List<object> seen = [];
    Calls.Extremes((a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) => seen.AddRange([a, b, c, d, e, f, g, h, i, j, k, l, m, n]));
    Assert.Equal([sbyte.MinValue, (byte) 0, short.MinValue, (ushort) 0, int.MinValue, 0u, long.MinValue, 0ul, -1.5f, -2.5, false,
      'a', (nuint) 0, nint.MinValue, sbyte.MaxValue, byte.MaxValue, short.MaxValue, ushort.MaxValue, int.MaxValue, uint.MaxValue,
      long.MaxValue, ulong.MaxValue, 1.5f, 2.5, true, 'z', nuint.MaxValue, nint.MaxValue], seen);
  }

  [Fact]
  public void ArraysAndBytes()
  {
    List<int[]> seen = [];
    Assert.Equal(5, Calls.Blocks(3, data =>
    {
      seen.Add(data.ToArray());
      long sum = 0;
      foreach (int each in data) sum += each;
      return sum;
    }));
    Assert.Equal<int[]>([[], [1, 2, -1], [2, 3, -2]], seen);
    Assert.Equal(3, Calls.Judged((index, data) => data.SequenceEqual<byte>([(byte) index, 0, 255]) ? Verdict.GoOn : Verdict.Stop, 3));
  }

  [Fact]
  public void TheAnswerStops()
  {
    Assert.False(Calls.Each(5, (index, _, _, _) => index < 2));
    Verdict[] verdicts = [Verdict.GoOn, Verdict.Skip, Verdict.GoOn, Verdict.Stop, Verdict.GoOn];
    Assert.Equal(2, Calls.Judged((index, _) => verdicts[index], 5));
  }

  [Fact]
  public void AnExceptionArrivesWhereTheCallReturns()
  {
    KeyNotFoundException error = new("mine");
    List<int> seen = [];
    KeyNotFoundException thrown = Assert.Throws<KeyNotFoundException>(() => Calls.Each(5, (index, _, _, _) =>
    {
      seen.Add(index);
      return index < 2 ? true : throw error;
    }));
    Assert.Same(error, thrown);
    Assert.Contains(nameof(AnExceptionArrivesWhereTheCallReturns), thrown.StackTrace, StringComparison.Ordinal);
    Assert.Equal([0, 1, 2], seen);
  }

  [Fact]
  public void AnExceptionWinsOverTheLibrarysError()
  {
    Assert.Equal(3, Calls.Search(3, (_, _, _, _) => true));
    Assert.Equal("it was cancelled", Assert.Throws<CallsException>(() => Calls.Search(3, (_, _, _, _) => false)).Message);
    Assert.Throws<DivideByZeroException>(() => Calls.Search(3, (index, _, _, _) => 1 / index > 0));
  }

  [Fact]
  public void AfterAnExceptionNoCallbackIsCalled()
  {
    List<int> seen = [];
    Assert.Throws<TimeoutException>(() => Calls.Spelled(5, item =>
    {
      seen.Add(item);
      throw new TimeoutException();
    }));
    Assert.Equal([0], seen);
  }

  [Fact]
  public void NoCallback()
  {
    Assert.Equal(3, Calls.Maybe(3, null));
    Assert.Throws<ArgumentNullException>("step", () => Calls.Each(1, null!));
  }

  [Fact]
  public void ACallbackMayCallTheLibrary()
  {
    List<int> seen = [];
    Assert.True(Calls.Each(2, (outer, _, _, _) =>
    {
      Assert.Throws<DivideByZeroException>(() => Calls.Each(2, (index, _, _, _) => 1 / (index - index) > 0));
      return Calls.Each(2, (index, _, _, _) =>
      {
        seen.Add(10 * outer + index);
        return true;
      });
    }));
    Assert.Equal([0, 1, 10, 11], seen);
  }

  [Fact]
  public void ThreadsOfTheLibrarys()
  {
    ConcurrentBag<int> seen = [];
    Assert.True(Calls.EachThread(50, 32, (_, _, _, _) =>
    {
      seen.Add(Environment.CurrentManagedThreadId);
      return true;
    }));
    Assert.Equal(32 * 50, seen.Count);
    Assert.DoesNotContain(Environment.CurrentManagedThreadId, seen);
  }

  [Theory]
  [InlineData(1)]
  [InlineData(32)]
  public void NoExceptionOfAThreadOfTheLibrarysIsLost(int threads)
  {
    ConcurrentBag<Exception> raised = [], reported = [];
    void Report(object? sender, UnhandledExceptionEventArgs failed) => reported.Add((Exception) failed.ExceptionObject);
    Calls.CallbackFailed += Report;
    try
    {
      reported.Add(Assert.Throws<TimeoutException>(() => Calls.EachThread(50, threads, (_, _, _, _) =>
      {
        TimeoutException error = new();
        raised.Add(error);
        throw error;
      })));
    }
    finally
    {
      Calls.CallbackFailed -= Report;
    }
    Assert.Equal(raised.ToHashSet(), reported.ToHashSet());
  }

  /* ---- Callbacks that an object keeps ---- */

  private static void Until(Func<bool> condition)
  {
    for (int i = 0; i < 1000 && !condition(); i++)
    {
      GC.Collect();
      GC.WaitForPendingFinalizers();
      Thread.Sleep(1);
    }
    Assert.True(condition());
  }

  [Fact]
  public void AnObjectKeepsACallbackAndGivesItself()
  {
    List<(Clock, long)> seen = [];
    using Clock clock = new();
    clock.OnTick((own, number) =>
    {
      seen.Add((own, number));
      return false;
    }, false);
    GC.Collect();
    Assert.Equal(2, clock.Run(2));
    Assert.Equal([(clock, 0), (clock, 1)], seen);
    clock.OnTick((_, number) => number == 4, false);
    Assert.Equal(2, clock.Run(10));
    clock.OnTick(null, false);
    Assert.Equal(3, clock.Run(3));
    Assert.Equal(2, seen.Count);
  }

  [Fact]
  public void AnObjectThatIsAKindOfAnotherGivesItself()
  {
    using Calling.Timer timer = new(60);
    timer.OnTick((own, number) => ReferenceEquals(own, timer) && timer.Seconds() == 60, false);
    Assert.Equal(0, timer.Run(10));
  }

  [Fact]
  public void WhatCRefusedIsNotKept()
  {
    List<long> seen = [];
    using Clock clock = new();
    clock.OnTick((_, number) =>
    {
      seen.Add(number);
      return false;
    }, false);
    Assert.Throws<CallsException>(() => clock.OnTick((_, _) => true, true));
    GC.Collect();
    clock.Run(2);
    Assert.Equal([0, 1], seen);
  }

  [Fact]
  public void AnExceptionOfAKeptCallback()
  {
    using Clock clock = new();
    clock.OnTick((_, number) => throw new TimeoutException($"{number}"), false);
    Assert.Equal("0", Assert.Throws<TimeoutException>(() => clock.Run(5)).Message);
    Assert.Equal("1", Assert.Throws<TimeoutException>(() => clock.Run(5)).Message);
  }

  [Fact]
  public void ACallbackReplacesItself()
  {
    List<long> seen = [];
    using Clock clock = new();
    bool First(Clock own, long number)
    {
      own.OnTick(Second, false);
      seen.Add(number);
      return false;
    }
    bool Second(Clock own, long number)
    {
      own.OnTick(First, false);
      seen.Add(-number);
      return false;
    }
    clock.OnTick(First, false);
    Assert.Equal(4, clock.Run(4));
    Assert.Equal([0, -1, 2, -3], seen);
  }

  [Fact]
  public void ACallbackClosesItsObject()
  {
    Until(() => Calls.Alive() == 0);
    Clock clock = new();
    clock.OnTick((own, _) =>
    {
      own.Dispose();
      Assert.Throws<ObjectDisposedException>(() => own.Run(1));
      return false;
    }, false);
    Assert.Equal(3, clock.Run(3));
    Assert.Throws<ObjectDisposedException>(() => clock.Run(1));
    Assert.Equal(0, Calls.Alive());
  }

  [Fact]
  public void ACallbackInAThreadOfTheLibrarysClosesItsObject()
  {
    for (int i = 0; i < 20; i++)
    {
      Clock clock = new();
      clock.OnTick((own, _) =>
      {
        own.Dispose();
        return false;
      }, false);
      clock.Start();
      Until(() => Calls.Alive() == 0);
      GC.KeepAlive(clock);
    }
  }

  [Fact]
  public void ReplacedAndDisposedOfWhileAThreadCalls()
  {
    for (int i = 0; i < 100; i++)
    {
      using Clock clock = new();
      clock.OnTick((_, _) => false, false);
      clock.Start();
      for (int j = 0; j < 20; j++) clock.OnTick((_, _) => false, false);
    }
  }

  [Fact]
  public void AChildCallsWhatItsParentKeeps()
  {
    List<long> seen = [];
    using Alarm alarm = Ringing(seen);
    GC.Collect();
    GC.WaitForPendingFinalizers();
    alarm.Ring();
    Assert.Equal([0], seen);
  }

  private static Alarm Ringing(List<long> seen)
  {
    Clock clock = new();
    clock.OnTick((_, number) =>
    {
      seen.Add(number);
      return false;
    }, false);
    return Alarm.Create(clock);
  }

  [Fact]
  public void ACallbackThatRefersToItsOwnObjectIsCollected()
  {
    for (int i = 0; i < 10; i++) Forgotten();
    Until(() => Calls.Alive() == 0);
  }

  private static void Forgotten()
  {
    Clock clock = new();
    clock.OnTick((_, _) => clock.Run(0) == 1, false);
    Alarm.Create(clock);
  }

  [Fact]
  public void KeptForEver()
  {
    ConcurrentQueue<string> seen = [];
    Calls.LogSet((level, text) => seen.Enqueue(level + text));
    GC.Collect();
    Calls.LogEmit(1, "gr\u00fcn", 0);
    Calls.LogEmit(2, "two", 2);
    Assert.Equal(["1gr\u00fcn", "2two", "2two"], seen);
    Calls.LogSet((_, _) => throw new TimeoutException());
    Assert.Throws<TimeoutException>(() => Calls.LogEmit(1, "", 0));
    Calls.LogSet(null);
    Calls.LogEmit(3, "", 1);
    Assert.Equal(3, seen.Count);
  }

  [Fact]
  public void KeptOnesTakeNoMemory() => Memory.StaysFlat(100_000, () =>
  {
    using Clock clock = new();
    clock.OnTick((_, _) => false, false);
    clock.OnTick((_, _) => false, false);
    clock.Run(1);
    Calls.LogSet((_, _) => { });
    Calls.LogSet(null);
  });

  [Fact]
  public void Rows()
  {
    List<string?> seen = [];
    Assert.Equal(2, Calls.Rows((values, names) =>
    {
      seen.AddRange([.. values, .. names]);
      return 0;
    }, 2));
    Assert.Equal(["zero", "gr\u00fcn", "id", "text", "one", null, "id", "text"], seen);
    Assert.Equal(0, Calls.Rows((_, _) => 1, 2));
  }

  [Fact]
  public void AFunctionOfTheUsers()
  {
    List<Value> kept = [];
    using Clock clock = new();
    Assert.Throws<CallsException>(() => clock.Apply(6, 7));
    clock.Define((context, values) =>
    {
      kept.AddRange(values);
      context.Result(values[0].Number() * values[1].Number());
    });
    Assert.Equal(42, clock.Apply(6, 7));
    Assert.Throws<ObjectDisposedException>(() => kept[1].Number());
    clock.Define((_, _) => throw new TimeoutException());
    Assert.Throws<TimeoutException>(() => clock.Apply(6, 7));
  }

  /* ---- Callbacks that C keeps until it lets go of them ---- */

  private static WeakReference Place(Clock clock, int place, int number)
  {
    Tick tick = (_, of) => of == number;
    clock.Place(place, tick);
    return new WeakReference(tick);
  }

  [Fact]
  public void EachIsKeptUntilCLetsGoOfIt()
  {
    using Clock clock = new();
    WeakReference[] placed = [.. Enumerable.Range(0, 6).Select(i => Place(clock, i, i))];
    GC.Collect();
    Assert.All(Enumerable.Range(0, 6), i => Assert.True(clock.Call(i)));
    Place(clock, 1, 9);
    Until(() => !placed[1].IsAlive);
    Assert.Equal(5, placed.Count(each => each.IsAlive));
    Assert.False(clock.Call(1));
    Assert.All(Enumerable.Range(8, 2), refused => Assert.Throws<CallsException>(() => Place(clock, refused, 0)));
    Assert.All(Enumerable.Range(2, 4), i => Assert.True(clock.Call(i)));
  }

  [Fact]
  public void OneThatRefersToItsOwnObjectAndIsLetGoOfByIt()
  {
    for (int i = 0; i < 10; i++) Kept();
    Until(() => Calls.Alive() == 0);
  }

  private static void Kept()
  {
    Clock clock = new();
    clock.Place(1, (_, _) => clock.Run(0) == 1);
  }

  [Fact]
  public void ThoseThatCLetsGoOfTakeNoMemory()
  {
    using Clock clock = new();
    Memory.StaysFlat(100_000, () =>
    {
      clock.Place(1, (_, _) => true);
      clock.Place(2, (_, _) => true);
    });
  }

  /* ---- Callbacks in structs ---- */

  [Fact]
  public void CallbacksInAStruct()
  {
    List<int> steps = [];
    List<long> ticks = [], ends = [];
    using Clock clock = Clock.Make(new Settings
    {
      Count = 2,
      Step = (index, _, _, _) => Added(steps, index),
      Tick = (_, number) => !Added(ticks, number),
      Ended = ends.Add,
    });
    GC.Collect();
    Assert.Equal([0, 1], steps);
    Assert.Equal(2, clock.Run(2));
    Assert.Equal([0, 1, 2], ticks);
    clock.Change(new Settings { Tick = (_, number) => number == 4 }, false);
    GC.Collect();
    Assert.Equal(1, clock.Run(5));
    Assert.Throws<CallsException>(() => clock.Change(new Settings { Tick = (_, _) => false }, true));
    Assert.Equal(5, clock.Run(5));
    Assert.Equal([2, 1], ends);
    Clock.Make(new Settings { Ended = _ => { } }).Dispose();
  }

  private static bool Added<T>(List<T> to, T item)
  {
    to.Add(item);
    return true;
  }

  [Fact]
  public void AStructWithoutCallbacksHasTheLibrarys()
  {
    Assert.Null(new Settings().Step);
    using Clock clock = Clock.Make(new Settings());
    Assert.Equal(3, clock.Run(3));
  }

  [Fact]
  public void AnExceptionOfACallbackInAStruct()
  {
    Until(() => Calls.Alive() == 0);
    Assert.Throws<DivideByZeroException>(() => Clock.Make(new Settings { Step = (index, _, _, _) => 1 / index > 0 }));
    Assert.Throws<DivideByZeroException>(() => Clock.Make(new Settings { Tick = (_, number) => 1 / number > 0 }));
    Assert.Equal(0, Calls.Alive());
  }

  [Fact]
  public void ACallbackInAStructGoesWithTheObject()
  {
    WeakReference gone = Made();
    Until(() => !gone.IsAlive);
  }

  private static WeakReference Made()
  {
    object mark = new();
    Clock.Make(new Settings { Tick = (_, _) => mark is null });
    return new WeakReference(mark);
  }

  [Fact]
  public void APointerToAnythingIsWhatTheAuthorSays()
  {
    List<string> seen = [];
    Calls.Told(2, (kind, what) => seen.Add($"{kind}{what ?? "null"}"));
    Assert.Equal(["0gr\u00fcn", "1null"], seen);
  }

  [Fact]
  public void CallsTakeNoMemory() => Memory.StaysFlat(100_000, () =>
  {
    Calls.Each(2, (_, _, _, _) => true);
    Assert.Throws<TimeoutException>(() => Calls.Spelled(1, _ => throw new TimeoutException()));
  });
}
