using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Xunit;

namespace Example.Tests;

public class LifeCycleTests
{
  [Theory]
  [InlineData("first-call"), InlineData("exit")]
  public void EndsWellInProcessesOfItsOwn(string what)
  {
    for (int i = 0; i < 5; i++)
    {
      using Process process = Process.Start(Environment.ProcessPath!, [typeof(LifeCycleTests).Assembly.Location, what]);
      process.WaitForExit();
      Assert.Equal(0, process.ExitCode);
    }
  }

  public static int FirstCallFromManyThreads()
  {
    const int count = 32;
    using Barrier together = new(count);
    var threads = Enumerable.Range(0, count).Select(i => new Thread(() =>
    {
      together.SignalAndWait();
      Assert.Equal(i * i, SquareMath.Square(i));
    })).ToList();
    threads.ForEach(thread => thread.Start());
    threads.ForEach(thread => thread.Join());
    return 0;
  }

  public static int ExitWhileThreadsCall()
  {
    const int count = 8;
    using CountdownEvent calling = new(count);
    for (int i = 0; i < count; i++) new Thread(() => CallForEver(calling)) { IsBackground = true }.Start();
    calling.Wait();
    return 0;
  }

  static void CallForEver(CountdownEvent calling)
  {
    int[] numbers = new int[100_000];
    SquareMath.SquareArray(numbers, numbers);
    calling.Signal();
    while (SquareMath.Square(7) == 49) SquareMath.SquareArray(numbers, numbers);
  }

  [Fact]
  public void UnloadsAndLoadsAgain()
  {
    for (int round = 0; round < 3; round++)
    {
      WeakReference[] contexts = CallInContexts(4);
      for (int i = 0; i < 10 && contexts.Any(context => context.IsAlive); i++)
      {
        GC.Collect();
        GC.WaitForPendingFinalizers();
      }
      Assert.DoesNotContain(contexts, context => context.IsAlive);
    }
  }

  [MethodImpl(MethodImplOptions.NoInlining)] // else its locals keep the contexts alive
  static WeakReference[] CallInContexts(int count)
  {
    var contexts = Enumerable.Range(0, count).Select(_ => new AssemblyLoadContext(null, isCollectible: true)).ToArray();
    Assert.Equal(count, contexts.Select(CallIn).Distinct().Count());
    foreach (AssemblyLoadContext context in contexts) context.Unload();
    return contexts.Select(context => new WeakReference(context)).ToArray();
  }

  /// <summary>Which class was called: each context has one of its own.</summary>
  static Type CallIn(AssemblyLoadContext context)
  {
    Type type = context.LoadFromAssemblyPath(typeof(SquareMath).Assembly.Location).GetType(typeof(SquareMath).FullName!)!;
    Assert.Equal(49, type.GetMethod(nameof(SquareMath.Square))!.Invoke(null, [7]));
    return type;
  }
}
