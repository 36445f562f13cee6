using System.Diagnostics;
using System.Text;
using Example;

var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("to be or not to be, ", 1000)));
var packed = Zlib.Compress2(text, Zlib.ZBestCompression);
Check(packed.Length < 200 && Zlib.Uncompress(packed).SequenceEqual(text));
Console.WriteLine($"crc32 {Zlib.Crc32(0, text):x8}, adler32 {Zlib.Adler32(1, text):x8}");

var half = text.Length / 2;
using (var deflater = new Deflater(Zlib.ZBestCompression))
{
  var first = deflater.Deflate(text.AsSpan(0, half), Zlib.ZNoFlush).Output;
  var (last, ended, _) = deflater.Deflate(text.AsSpan(half), Zlib.ZFinish);
  Check(ended && packed.SequenceEqual(first.Concat(last)));
}
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
