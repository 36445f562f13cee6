import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.example.zlib.Deflater;
import org.example.zlib.DeflaterDeflateResult;
import org.example.zlib.Zlib;
import org.example.zlib.ZlibException;

class Hello {
  public static void main(String[] arguments) {
    byte[] text = "to be or not to be, ".repeat(1000).getBytes(UTF_8);
    byte[] packed = Zlib.compress2(text, Zlib.Z_BEST_COMPRESSION);
    check(packed.length < 200 && Arrays.equals(Zlib.uncompress(packed), text));
    System.out.printf("crc32 %08x, adler32 %08x%n", Zlib.crc32(0, text), Zlib.adler32(1, text));

    int half = text.length / 2;
    try (Deflater deflater = new Deflater(Zlib.Z_BEST_COMPRESSION)) {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      output.writeBytes(deflater.deflate(Arrays.copyOf(text, half), Zlib.Z_NO_FLUSH).output);
      DeflaterDeflateResult last = deflater.deflate(Arrays.copyOfRange(text, half, text.length), Zlib.Z_FINISH);
      output.writeBytes(last.output);
      check(last.ended && Arrays.equals(output.toByteArray(), packed));
    }
    try {
      Zlib.uncompress(Arrays.copyOf(packed, 20));
    } catch (ZlibException error) {
      System.out.println("error " + error.code() + ": " + error.getMessage());
    }
  }

  private static void check(boolean condition) {
    if (!condition) {
      throw new AssertionError();
    }
  }
}
