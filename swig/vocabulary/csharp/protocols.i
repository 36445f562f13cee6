/* How a class is iterated and indexed: by the interfaces of .NET, on the private methods of its functions. */
#ifdef border_uses_protocols
%pragma(csharp) imclasscode=%{
  internal static partial class Border_ {
    internal delegate bool Step<T>(out T item);

    /* No iterator: the classes are unsafe, where C# has none. */
    internal sealed class Steps<T>(Step<T> step) : System.Collections.Generic.IEnumerator<T> {
      private T current = default!;

      public T Current => current;
      object? System.Collections.IEnumerator.Current => current;
      public bool MoveNext() => step(out current);
      public void Reset() => throw new NotSupportedException();
      public void Dispose() { }
    }
  }
%}
#endif
