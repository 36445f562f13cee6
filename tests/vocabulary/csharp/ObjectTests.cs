using System.Runtime.CompilerServices;
using Xunit;

namespace Vocabulary.Tests;

public class ObjectTests
{
  private static void Closed(Action call) => Fails.With<ObjectDisposedException>("the Stack is closed", call);

  /// <summary>Lets finalizers run until C has no objects. A stack destroyed before its cursors ends the process.</summary>
  private static void NothingIsLeft()
  {
    for (int i = 0; i < 100 && Kinds.Alive() > 0; i++)
    {
      GC.Collect();
      GC.WaitForPendingFinalizers();
    }
    Assert.Equal(0, Kinds.Alive());
  }

  [Fact]
  public void AnObjectHasMethodsUntilItIsDisposedOf()
  {
    NothingIsLeft();
    using (Stack stack = new(2))
    {
      stack.Push(5);
      Assert.Equal(1, stack.Size());
      Assert.Equal(5, stack.Pop());
      Assert.Null(stack.Pop());
      stack.SetTitle("gr\u00fcn");
      Assert.Equal("gr\u00fcn", stack.Title());
      Assert.Equal(1, Kinds.Alive());
    }
    Assert.Equal(0, Kinds.Alive());
  }

  [Fact]
  public void UseAfterDisposeThrows()
  {
    Stack stack = new(1);
    using Stack other = new(1);
    stack.Dispose();
    stack.Dispose();
    Closed(() => stack.Push(1));
    Closed(() => stack.Pop());
    Closed(() => stack.Title());
    Closed(() => stack.SetTitle(""));
    Closed(() => stack.Copy());
    Closed(() => stack.Above());
    Closed(() => stack.Move(other));
    Closed(() => other.Move(stack));
    Closed(() => other.SizeWith(stack));
    Closed(() => Cursor.Open(stack));
    other.Push(1);
  }

  [Fact]
  public void AConstructorThatFailsLeavesNothing()
  {
    NothingIsLeft();
    Fails.Status(2, "a stack of 0 holds nothing", () => _ = new Stack(0));
    Kinds.FailNextAllocation();
    Fails.Status(2, "it is broken \u2717", () => _ = new Stack(1));
    using Stack stack = new(1);
    Kinds.FailNextAllocation();
    Fails.With<InvalidOperationException>("the library returned NULL", () => stack.Copy());
    Kinds.FailNextAllocation();
    Fails.With<InvalidOperationException>("the library returned NULL", () => Cursor.Open(stack));
    stack.Dispose();
    NothingIsLeft();
  }

  [Fact]
  public void TheMessageIsThatOfTheObject()
  {
    using Stack one = new(1), another = new(1);
    one.Push(1);
    Fails.Status(2, "the stack is full", () => one.Push(2));
    Fails.Status(2, "the title is too long", () => another.SetTitle(new string('a', 100)));
    Assert.Equal("the stack is full", one.LastError());
  }

  [Fact]
  public void AnArgumentMayBeNullIfTheLineSaysSo()
  {
    using Stack stack = new(2), other = new(2);
    other.Push(1);
    Assert.Equal(1, stack.SizeWith(other));
    Assert.Equal(2, other.SizeWith(other));
    Assert.Equal(1, other.SizeWith(null));
    Assert.Throws<ArgumentNullException>("other", () => stack.Move(null!));
    Assert.Throws<ArgumentNullException>("stack", () => Cursor.Open(null!));
  }

  [Fact]
  public void ParentsMayBeDisposedOfFirst()
  {
    NothingIsLeft();
    Stack stack = new(3), copy = stack.Copy();
    stack.Push(7);
    Cursor cursor = Cursor.Open(stack);
    stack.Dispose();
    copy.Dispose();
    Assert.True(cursor.Next());
    Assert.Equal(7, cursor.Number());
    Assert.False(cursor.Next());
    Assert.Equal(2, Kinds.Alive());
    cursor.Dispose();
    Assert.Equal(0, Kinds.Alive());
  }

  [Fact]
  public void ABorrowedObjectKeepsItsOwner()
  {
    NothingIsLeft();
    Stack stack = new(3), below = stack.Below();
    Assert.Null(stack.Above());
    below.Push(1);
    stack.Dispose();
    Assert.Equal(1, below.Size());
    Assert.Equal(2, Kinds.Alive());
    below.Dispose();
    Closed(() => below.Size());
    Assert.Equal(0, Kinds.Alive());
  }

  [Fact]
  public void AnObjectThatIsTakenOverLivesAsLongAsItsOwner()
  {
    NothingIsLeft();
    using Stack stack = new(1), other = new(1), third = new(1);
    const string message = "it is another's already, or would own itself";
    Fails.With<ArgumentException>(message, () => stack.Adopt(stack));
    stack.Adopt(other);
    Fails.With<ArgumentException>(message, () => third.Adopt(other));
    Fails.With<ArgumentException>(message, () => other.Adopt(stack));
    stack.Dispose();
    Assert.Equal(0, other.Size());
    Fails.With<KindsException>("it has adopted one", () => { other.Adopt(third); other.Adopt(new Stack(1)); });
    Assert.Equal(0, third.Size());
  }

  [Fact]
  public void OneOwnerOfTwoAtOnceTakesAnObjectOver()
  {
    for (int race = 0; race < 20; race++)
    {
      using Stack given = new(1), first = new(1), second = new(1);
      int taken = 0;
      Parallel.Invoke(() => Adopt(first), () => Adopt(second));
      Assert.Equal(1, taken);

      void Adopt(Stack owner)
      {
        try
        {
          owner.Adopt(given);
          Interlocked.Increment(ref taken);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException) { }
      }
    }
  }

  [Fact]
  public void AnObjectIsCounted()
  {
    Shared shared = new();
    Stack stack = new(1);
    Assert.Null(stack.Shared());
    stack.Share(shared);
    using Shared again = stack.Shared()!;
    Assert.Equal(3, again.References());
    shared.Dispose();
    stack.Dispose();
    Assert.Equal(1, again.References());
  }

  [Fact]
  public void OneThreadAtATimeMayUseIt()
  {
    using Gate gate = new();
    using ManualResetEventSlim refused = new();
    Thread waiting = new(() =>
    {
      while (!refused.IsSet)
      {
        try
        {
          gate.Wait(10);
        }
        catch (InvalidOperationException) { } // the other thread is in it
      }
    });
    waiting.Start();
    while (!refused.IsSet)
    {
      try
      {
        gate.Passed();
      }
      catch (InvalidOperationException error)
      {
        Assert.Equal("the Gate is in use by another thread", error.Message);
        refused.Set();
      }
    }
    waiting.Join();
    Assert.InRange(gate.Passed(), 1, int.MaxValue);
  }

  [MethodImpl(MethodImplOptions.NoInlining)]
  private static void MakeAndForget()
  {
    Stack stack = new(3);
    _ = Cursor.Open(stack);
    _ = Cursor.Open(stack.Below());
    _ = Cursor.Open(stack.Copy().Below());
  }

  [Fact]
  public void WhatIsForgottenIsFreedInAnyOrder()
  {
    NothingIsLeft();
    for (int i = 0; i < 10_000; i++) MakeAndForget();
    NothingIsLeft();
  }

  [Fact]
  public void AMillionObjectsLeaveNothing()
  {
    Memory.StaysFlat(1_000_000, () =>
    {
      using Stack stack = new(1);
      using Cursor cursor = Cursor.Open(stack);
    });
    Memory.StaysFlat(100_000, () => Assert.Throws<KindsException>(() => _ = new Stack(0)));
    NothingIsLeft();
  }

  [MethodImpl(MethodImplOptions.NoInlining)]
  private static void CallWhileCollecting()
  {
    Thread collect = new(() =>
    {
      GC.Collect();
      GC.WaitForPendingFinalizers();
    });
    collect.Start();
    new Stack(1).Linger();
    collect.Join();
  }

  [Fact]
  public void TheCollectorDoesNotFreeWhatIsCalled()
  {
    for (int i = 0; i < 20; i++) CallWhileCollecting();
    NothingIsLeft();
  }

  [Fact]
  public void OtherThreadsMayCallWhileOneDisposes()
  {
    NothingIsLeft();
    for (int round = 0; round < 200; round++)
    {
      Stack stack = new(1);
      using Barrier together = new(4);
      Thread[] threads = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
      {
        together.SignalAndWait(TestContext.Current.CancellationToken);
        try
        {
          for (; ; ) Cursor.Open(stack).Dispose();
        }
        catch (ObjectDisposedException) { }
      }))];
      Array.ForEach(threads, thread => thread.Start());
      together.SignalAndWait(TestContext.Current.CancellationToken);
      stack.Dispose();
      Array.ForEach(threads, thread => thread.Join());
    }
    NothingIsLeft();
  }

  [Fact]
  public void DisposingDuringACallDoesNotFreeYet()
  {
    NothingIsLeft();
    Stack stack = new(1);
    using ManualResetEventSlim called = new();
    Thread thread = new(() =>
    {
      called.Set();
      try
      {
        stack.Linger();
      }
      catch (ObjectDisposedException) { }
    });
    thread.Start();
    called.Wait(TestContext.Current.CancellationToken);
    stack.Dispose();
    thread.Join();
    Closed(() => stack.Size());
    Assert.Equal(0, Kinds.Alive());
  }
}
