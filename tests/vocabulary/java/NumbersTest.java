import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vocabulary.Kinds;

class NumbersTest {
  /** What a result looks like that is a failure's number. */
  static final long LIKE_A_FAILURE = 0x7ff9_0000_0000_0001L;

  static void goThrough(LongUnaryOperator function, long... values) {
    for (long value : values) assertEquals(value, function.applyAsLong(value));
  }

  static void areRefused(LongUnaryOperator function, String name, long... values) {
    for (long value : values) {
      Exception error = assertThrows(IllegalArgumentException.class, () -> function.applyAsLong(value));
      assertTrue(error.getMessage().startsWith(name + "(): value = " + value + ": from "), error.getMessage());
    }
  }

  @Test
  void signedOnesAreJavasOwn() {
    goThrough(value -> Kinds.int8((byte) value), 0, Byte.MIN_VALUE, Byte.MAX_VALUE);
    goThrough(value -> Kinds.int16((short) value), 0, Short.MIN_VALUE, Short.MAX_VALUE);
    goThrough(value -> Kinds.int32((int) value), 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    goThrough(Kinds::int64, 0, Long.MIN_VALUE, Long.MAX_VALUE, LIKE_A_FAILURE, 0x7ff9_0000_0000_0000L);
    goThrough(Kinds::ptrdiff, 0, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Test
  void unsignedOnesAreTheNextWider() {
    goThrough(value -> Kinds.uint8((short) value), 0, 255);
    goThrough(value -> Kinds.uint16((int) value), 0, 65535);
    goThrough(Kinds::uint32, 0, 1L << 31, (1L << 32) - 1);
    goThrough(Kinds::size, 0, Long.MAX_VALUE);
    areRefused(value -> Kinds.uint8((short) value), "uint8", -1, 256, Short.MIN_VALUE, Short.MAX_VALUE);
    areRefused(value -> Kinds.uint16((int) value), "uint16", -1, 65536, Integer.MIN_VALUE);
    areRefused(Kinds::uint32, "uint32", -1, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE);
    areRefused(Kinds::size, "size", -1, Long.MIN_VALUE);
  }

  @Test
  void unsignedOnesOf64BitsAreAPattern() {
    goThrough(Kinds::uint64, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE, LIKE_A_FAILURE);
    assertEquals("18446744073709551615", Long.toUnsignedString(Kinds.uint64(-1)));
  }

  @Test
  void aLongIsAsWideAsInC() {
    boolean narrow = System.getProperty("os.name").startsWith("Windows");
    assertEquals(narrow ? Integer.MIN_VALUE : Long.MIN_VALUE, Kinds.longLimits().least);
    assertEquals(narrow ? (1L << 32) - 1 : -1, Kinds.longLimits().most);
    goThrough(Kinds::long_, 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    goThrough(Kinds::ulong, 0, (1L << 32) - 1);
    if (narrow) {
      areRefused(Kinds::long_, "long_", Integer.MIN_VALUE - 1L, Integer.MAX_VALUE + 1L);
      areRefused(Kinds::ulong, "ulong", -1, 1L << 32);
    } else {
      goThrough(Kinds::long_, Long.MIN_VALUE, Long.MAX_VALUE);
      goThrough(Kinds::ulong, -1, Long.MIN_VALUE);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0, 1.5, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN})
  void floatingOnesKeepTheirBits(double value) {
    assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(Kinds.double_(value)));
    int bits = Float.floatToRawIntBits((float) value);
    assertEquals(bits, Float.floatToRawIntBits(Kinds.float_((float) value)));
  }

  @Test
  void aNumberThatIsNoneKeepsItsBits() {
    assertEquals(LIKE_A_FAILURE, Double.doubleToRawLongBits(Kinds.double_(Double.longBitsToDouble(LIKE_A_FAILURE))));
  }

  @Test
  void truth() {
    assertTrue(Kinds.bool(true));
    assertFalse(Kinds.bool(false));
    assertTrue(Kinds.isEven(4)); // C says 42
    assertFalse(Kinds.isEven(5));
  }

  @Test
  void aCharacterIsAByte() {
    goThrough(value -> Kinds.char_((char) value), 0, 'a', 127, 128, 255);
    areRefused(value -> Kinds.char_((char) value), "char_", 256, 0xffff);
  }

  @Test
  void whatComesInMayGoOut() {
    assertEquals(8, Kinds.increment(7));
    assertEquals(7, Kinds.add(3, (short) 4));
  }
}
