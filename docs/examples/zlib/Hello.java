import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.example.zlib.Zlib;
import org.example.zlib.ZlibException;

class Hello {
  public static void main(String[] arguments) {
    byte[] text = "to be or not to be, ".repeat(1000).getBytes(UTF_8);
    byte[] packed = Zlib.compress2(text, Zlib.BEST_COMPRESSION);
    check(packed.length < 200 && Arrays.equals(Zlib.uncompress(packed), text));
    System.out.printf("crc32 %08x, adler32 %08x%n", Zlib.crc32(0, text), Zlib.adler32(1, text));

    int half = text.length / 2;
    long first = Zlib.crc32(0, Arrays.copyOf(text, half));
    long second = Zlib.crc32(0, Arrays.copyOfRange(text, half, text.length));
    check(Zlib.crc32Combine(first, second, half) == Zlib.crc32(0, text));
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
