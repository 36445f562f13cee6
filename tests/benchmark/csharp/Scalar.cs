using System.Runtime.CompilerServices;
using Example;

namespace Benchmark;

/// <summary>A function of one number: the JIT compiles generic code for each struct, and inlines the call.</summary>
interface IScalar
{
  static abstract int Call(int number);
}

static class Scalar
{
  struct Ours : IScalar { public static int Call(int number) => SquareMath.Square(number); }
  struct Defaults : IScalar { public static int Call(int number) => SwigDefaults.square(number); }
  struct Checked : IScalar { public static int Call(int number) => checked(number * number); }

  public static Variant[] Of(string group) =>
  [
    Of<Ours>(group, "ours", "ours"),
    Of<ByHand.Import>(group, "limit", "DllImport by hand"),
    Of<ByHand.Pointer>(group, "peer", "function pointer"),
    Of<ByHand.Generated>(group, "peer", "LibraryImport"),
    Of<ByHand.Suppressed>(group, "peer", "SuppressGCTransition"),
    Of<Defaults>(group, "peer", "SWIG's defaults"),
    Of<Checked>(group, "peer", "checked C#"),
  ];

  static Variant Of<T>(string group, string role, string name) where T : struct, IScalar => group switch
  {
    "scalar" => Variant.Timed(role, name, Loop<T>),
    "scalar alone" => Variant.Timed(role, name, Loop<Alone<T>>),
    _ => Variant.Timed(role, name, Failures<T>),
  };

  // The number changes, so that no call can be moved out of the loop.
  static int Loop<T>(int times) where T : struct, IScalar
  {
    int sum = 0;
    for (int i = 0; i < times; i++) sum += T.Call(i & 7);
    return sum;
  }

  static int Failures<T>(int times) where T : struct, IScalar
  {
    int failures = 0;
    for (int i = 0; i < times; i++)
      try { T.Call(46341); }
      catch (OverflowException) { failures++; }
    return failures;
  }

  /// <summary>As most calls are: in a loop, the JIT moves the costlier half of a call out of it.</summary>
  struct Alone<T> : IScalar where T : struct, IScalar
  {
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Call(int number) => T.Call(number);
  }
}
