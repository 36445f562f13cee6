using System.Diagnostics;
using System.Text;
using Example;

var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("to be or not to be, ", 1000)));
var packed = Zlib.Compress2(text, Zlib.BestCompression);
Check(packed.Length < 200 && Zlib.Uncompress(packed).SequenceEqual(text));
Console.WriteLine($"crc32 {Zlib.Crc32(0, text):x8}, adler32 {Zlib.Adler32(1, text):x8}");

var half = text.Length / 2;
var (first, second) = (Zlib.Crc32(0, text.AsSpan(0, half)), Zlib.Crc32(0, text.AsSpan(half)));
Check(Zlib.Crc32Combine(first, second, half) == Zlib.Crc32(0, text));
try
{
  Zlib.Uncompress(packed.AsSpan(0, 20));
}
catch (ZlibException error)
{
  Console.WriteLine($"error {error.Code}: {error.Message}");
}

static void Check(bool condition)
{
  if (!condition)
    throw new UnreachableException();
}
