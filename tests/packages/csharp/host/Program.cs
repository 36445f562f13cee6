using System.Reflection;
using System.Runtime.CompilerServices;

// HOW PATH..: runs programs inside this process, in ways that try a native library.
switch (args[0])
{
  case "together":
    foreach (string program in args[1..]) Context.Run(Assembly.LoadFrom(program));
    break;
  case "first call":
    FirstCallFromManyThreads(new Context(args[1], isCollectible: false));
    break;
  case "exit":
    ExitWhileThreadsCall(new Context(args[1], isCollectible: false));
    break;
  case "unload":
    for (int round = 0; round < 3; round++) Console.WriteLine(Unloads(RunInContexts(args[1], 4)));
    break;
  case "symbols":
    Symbols.Print(args[1], args[2]);
    break;
}

static void FirstCallFromManyThreads(Context context)
{
  const int count = 32;
  using Barrier together = new(count);
  var threads = Enumerable.Range(0, count).Select(_ => new Thread(() =>
  {
    together.SignalAndWait();
    context.Run();
  })).ToList();
  threads.ForEach(thread => thread.Start());
  threads.ForEach(thread => thread.Join());
}

static void ExitWhileThreadsCall(Context context)
{
  const int count = 8;
  using CountdownEvent calling = new(count);
  Console.SetOut(TextWriter.Null);
  for (int i = 0; i < count; i++) new Thread(() => CallForEver(context, calling)) { IsBackground = true }.Start();
  calling.Wait();
}

static void CallForEver(Context context, CountdownEvent calling)
{
  context.Run();
  calling.Signal();
  while (true) context.Run();
}

[MethodImpl(MethodImplOptions.NoInlining)] // else its locals keep the contexts alive
static WeakReference[] RunInContexts(string program, int count)
{
  var contexts = Enumerable.Range(0, count).Select(_ => new Context(program, isCollectible: true)).ToArray();
  foreach (Context context in contexts) context.Run();
  foreach (Context context in contexts) context.Unload();
  return contexts.Select(context => new WeakReference(context)).ToArray();
}

static string Unloads(WeakReference[] contexts)
{
  for (int i = 0; i < 10 && contexts.Any(context => context.IsAlive); i++)
  {
    GC.Collect();
    GC.WaitForPendingFinalizers();
  }
  return contexts.Any(context => context.IsAlive) ? "still loaded" : "unloaded";
}
