using System.Numerics.Tensors;
using Example;

namespace Benchmark;

/// <summary>A function from one array to another, as in <see cref="IScalar"/>.</summary>
interface IArrays
{
  static abstract void Call(int[] numbers, int[] squares);
}

static class Arrays
{
  struct Ours : IArrays { public static void Call(int[] a, int[] b) => SquareMath.SquareArray(a, b); }
  struct Hand : IArrays { public static void Call(int[] a, int[] b) => ByHand.SquareArray(a, b); }
  struct Copy : IArrays { public static void Call(int[] a, int[] b) => Managed.Copy(a, b); }
  struct Checked : IArrays { public static void Call(int[] a, int[] b) => Managed.SquareArray(a, b); }
  struct Vector : IArrays { public static void Call(int[] a, int[] b) => Managed.Vector(a, b); }
  struct Tensors : IArrays { public static void Call(int[] a, int[] b) => TensorPrimitives.Multiply<int>(a, a, b); }
  struct Swig : IArrays
  {
    public static void Call(int[] a, int[] b) => SwigDefaults.square_array(a, (uint) a.Length, b);
  }

  public static Variant[] Of(int n)
  {
    int[] numbers = Enumerable.Range(0, n).Select(i => i % 46341).ToArray(), squares = new int[n];
    Variant Of<T>(string role, string name) where T : struct, IArrays =>
      Variant.Timed(role, name, times => Loop<T>(times, numbers, squares));
    return
    [
      Of<Ours>("ours", "ours"),
      Of<Hand>("limit", "DllImport by hand"),
      Of<Copy>("peer", "memcpy (Buffer.MemoryCopy)"),
      Of<Checked>("peer", "checked loop"),
      Of<Vector>("peer", "Vector512, range-checked"),
      Of<Tensors>("peer", "TensorPrimitives, unchecked"),
      Of<Swig>("peer", "SWIG's arrays_csharp.i"),
    ];
  }

  static int Loop<T>(int times, int[] numbers, int[] squares) where T : struct, IArrays
  {
    for (int i = 0; i < times; i++) T.Call(numbers, squares);
    return times;
  }
}
