using System.Runtime.InteropServices;

namespace Benchmark;

/// <summary>LibraryImport with a SafeHandle: what .NET's documentation recommends.</summary>
sealed partial class SafeCounter : SafeHandle
{
  [LibraryImport("counters")] private static partial nint counter_new();
  [LibraryImport("counters")] private static partial void counter_free(nint self);
  [LibraryImport("counters")] private static partial long counter_add(SafeCounter self, long number);
  [LibraryImport("counters", StringMarshalling = StringMarshalling.Utf8)]
  private static partial nuint counter_label(SafeCounter self, string text);
  [LibraryImport("counters")] private static partial uint counter_feed(SafeCounter self, ReadOnlySpan<byte> data, nuint size);
  [LibraryImport("counters")] private static partial int counter_fail(SafeCounter self);

  public SafeCounter() : base(0, true) => SetHandle(counter_new());

  public override bool IsInvalid => handle == 0;

  protected override bool ReleaseHandle()
  {
    counter_free(handle);
    return true;
  }

  public long Add(long number) => counter_add(this, number);

  public nuint Label(string text) => counter_label(this, text);

  public uint Feed(ReadOnlySpan<byte> data) => counter_feed(this, data, (nuint) data.Length);

  public void Fail()
  {
    int status = counter_fail(this);
    if (status != 0) throw new InvalidOperationException($"failed with {status}");
  }
}
