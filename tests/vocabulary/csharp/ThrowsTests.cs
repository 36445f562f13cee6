using Throwing;
using Xunit;

namespace Vocabulary.Tests;

/// <summary>What a library in C++ throws is an exception of .NET's, and nothing is left behind.</summary>
public class ThrowsTests
{
  private static void Throws(string message, Action call)
  {
    ThrowerException thrown = Assert.Throws<ThrowerException>(call);
    Assert.Equal(message, thrown.Message);
    Assert.Equal(0, thrown.Code);
  }

  [Fact]
  public void WhatIsThrownIsThrown()
  {
    Assert.Equal(3, Thrower.Divide(7, 2));
    Throws("division by zero ✗", () => Thrower.Divide(1, 0));
    Assert.Equal(3, Thrower.Divide(7, 2));
    Thrower.Throw(0);
    Throws("thrown", () => Thrower.Throw(1));
    Assert.Throws<InsufficientMemoryException>(() => Thrower.Throw(2));
    Throws("the library threw what is no std::exception", () => Thrower.Throw(3));
    Throws("no name", () => Thrower.Name(false));
  }

  [Fact]
  public void Objects()
  {
    int alive = Thrower.Alive();
    Throws("a capacity below 0", () => new Store(-1).Dispose());
    using (var store = new Store(1))
    {
      Throws("nothing to copy", () => store.Clone());
      Throws("no text", () => store.Text());
      store.Put(5);
      Assert.Equal(1, Assert.Throws<ThrowerException>(() => store.Put(6)).Code);
      Assert.Equal(5, store.At(0));
      Assert.Contains("range", Assert.Throws<ThrowerException>(() => store.At(1)).Message, StringComparison.Ordinal);
    }
    Assert.True(Thrower.Divide(4, 2) == 2, "what the destructor threw is not another call's");
    Assert.Equal(alive, Thrower.Alive());
  }

  [Fact]
  public void InACallback()
  {
    using var store = new Store(2);
    store.Put(0);
    store.Put(1);
    Throws("it was stopped", () => store.Each(number => false));
    var seen = new List<int>();
    store.Each(number =>
    {
      seen.Add(store.At(number));
      return true;
    });
    Assert.Equal([0, 1], seen);
    Assert.Throws<DivideByZeroException>(() => store.Each(number => 1 / number > 0));
    Throws("division by zero ✗", () => store.Each(number => Thrower.Divide(1, number) > 0));
  }
}
