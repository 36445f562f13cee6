using Example.Tests;
using Xunit;
using Xunit.Runner.InProc.SystemConsole;

[assembly: CollectionBehavior(DisableTestParallelization = true)] // tests measure the memory of the process

// What needs a process of its own; everything else is xunit's.
return args switch
{
  ["every-input", string first, string last] => EveryInput.Check(first, last),
  _ => await ConsoleRunner.Run(args),
};
