using System.Runtime.InteropServices;
using System.Text;

namespace Benchmark;

/// <summary>What one writes who knows .NET. It looks at less than ours: not at another thread that disposes of it during a call.</summary>
sealed unsafe class HandCounter : IDisposable
{
  [DllImport("counters")] static extern nint counter_new();
  [DllImport("counters")] static extern void counter_free(nint self);
  [DllImport("counters")] static extern long counter_add(nint self, long number);
  [DllImport("counters")] static extern nuint counter_label(nint self, byte* text);
  [DllImport("counters")] static extern uint counter_feed(nint self, byte* data, nuint size);
  [DllImport("counters")] static extern int counter_fail(nint self);

  nint counter = counter_new();

  public HandCounter()
  {
    if (counter == 0) throw new OutOfMemoryException();
  }

  ~HandCounter() => Free();

  nint Opened => counter != 0 ? counter : throw new ObjectDisposedException(nameof(HandCounter));

  void Free()
  {
    nint freed = Interlocked.Exchange(ref counter, 0);
    if (freed != 0) counter_free(freed);
  }

  public void Dispose()
  {
    Free();
    GC.SuppressFinalize(this);
  }

  public long Add(long number)
  {
    long result = counter_add(Opened, number);
    GC.KeepAlive(this);
    return result;
  }

  public nuint Label(string text)
  {
    if (text.Contains('\0')) throw new ArgumentException("a null character", nameof(text));
    int most = Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
    Span<byte> utf8 = most <= 256 ? stackalloc byte[256] : new byte[most];
    utf8[Encoding.UTF8.GetBytes(text, utf8)] = 0;
    nuint result;
    fixed (byte* pointer = utf8) result = counter_label(Opened, pointer);
    GC.KeepAlive(this);
    return result;
  }

  public uint Feed(ReadOnlySpan<byte> data)
  {
    uint result;
    fixed (byte* pointer = data) result = counter_feed(Opened, pointer, (nuint) data.Length);
    GC.KeepAlive(this);
    return result;
  }

  public void Fail()
  {
    int status = counter_fail(Opened);
    GC.KeepAlive(this);
    if (status != 0) throw new InvalidOperationException($"failed with {status}");
  }
}
