import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vocabulary.Kinds;

class MemoryTest {
  static ByteBuffer direct(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
  }

  static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void bytesArePassed() {
    assertEquals(256, Kinds.sum(new byte[] {1, -1}));
    assertEquals(0, Kinds.sum(new byte[0]));
    byte[] many = new byte[10_000_000];
    Arrays.fill(many, (byte) 1);
    assertEquals(many.length, Kinds.sum(many));
    Exception error = assertThrows(NullPointerException.class, () -> Kinds.sum((byte[]) null));
    assertEquals("sum(): data: null", error.getMessage());
  }

  @Test
  void bytesOutsideOfTheHeapArePassedFromPositionToLimit() {
    ByteBuffer buffer = direct(5).put(new byte[] {1, 2, 4, 8, 16});
    assertEquals(6, Kinds.sum(buffer.position(1).limit(3)));
    assertEquals(1, buffer.position());
    assertEquals(0, Kinds.sum(buffer.limit(1)));
    assertEquals(2, Kinds.sum(direct(2).put(0, (byte) 2).asReadOnlyBuffer()));
    refused("sum(): data: a direct buffer is required", () -> Kinds.sum(ByteBuffer.allocate(1)));
    assertThrows(NullPointerException.class, () -> Kinds.sum((ByteBuffer) null));
  }

  @Test
  void theLibrarySaysTheSize() {
    byte[] key = new byte[16];
    key[15] = 3;
    assertEquals(3, Kinds.sumKey(key));
    refused("sumKey(): key: 16 bytes are required, not 15", () -> Kinds.sumKey(new byte[15]));
    refused("sumKey(): key: 16 bytes are required, not 0", () -> Kinds.sumKey(direct(0)));
  }

  @Test
  void bytesMayBeMissing() {
    assertEquals(0, Kinds.sumOptional((byte[]) null));
    assertEquals(1, Kinds.sumOptional(new byte[0])); // not null
    assertEquals(1, Kinds.sumOptional(direct(0)));
    assertEquals(8, Kinds.sumOptional(new byte[] {7}));
  }

  @Test
  void bytesAreWritten() {
    byte[] buffer = new byte[3];
    Kinds.countUp(buffer);
    assertArrayEquals(new byte[] {1, 2, 3}, buffer);
    ByteBuffer outside = direct(4).position(2);
    Kinds.countUp(outside);
    assertEquals(direct(4).put(2, (byte) 1).put(3, (byte) 2), outside.position(0));
    Kinds.countUp(new byte[0]);
    refused("countUp(): buffer: a writable buffer is required", () -> Kinds.countUp(direct(1).asReadOnlyBuffer()));
  }

  @Test
  void arraysArePassedAndChangedInPlace() {
    assertEquals(2, Kinds.mean(new double[] {1, 2, 3}));
    assertEquals(0, Kinds.mean(new double[0]));
    assertEquals(-5, Kinds.total(new short[] {Short.MIN_VALUE, Short.MAX_VALUE, -4}));
    float[] values = {1, -2.5f};
    Kinds.doubleAll(values);
    assertArrayEquals(new float[] {2, -5}, values);
    assertThrows(NullPointerException.class, () -> Kinds.doubleAll((float[]) null));
  }

  @Test
  void arraysOutsideOfTheHeapAreToo() {
    FloatBuffer values = direct(12).asFloatBuffer().put(new float[] {1, 2, 3}).position(1);
    Kinds.doubleAll(values);
    assertEquals(FloatBuffer.wrap(new float[] {1, 4, 6}), values.position(0));
    refused("doubleAll(): values: a native-order buffer is required",
        () -> Kinds.doubleAll(direct(4).order(ByteOrder.BIG_ENDIAN).asFloatBuffer()));
    ByteBuffer odd = direct(9).position(1).slice().order(ByteOrder.nativeOrder());
    refused("doubleAll(): values: an aligned buffer is required", () -> Kinds.doubleAll(odd.asFloatBuffer()));
  }

  @Test
  void severalHaveOneLength() {
    long[] left = {2, Long.MAX_VALUE}, right = {-3, 1}, out = new long[2];
    Kinds.multiply(left, right, out);
    assertArrayEquals(new long[] {-6, Long.MAX_VALUE}, out);
    Kinds.multiply(right, right, right); // one array thrice
    assertArrayEquals(new long[] {9, 1}, right);
    refused("multiply(): right: 1 elements, but left has 2", () -> Kinds.multiply(left, new long[1], out));
    refused("multiply(): out: 3 elements, but left has 2", () -> Kinds.multiply(left, right, new long[3]));
    assertThrows(NullPointerException.class, () -> Kinds.multiply(left, null, out));
    LongBuffer outside = direct(16).asLongBuffer().put(new long[] {3, 4}).position(0);
    Kinds.multiply(outside, outside, outside);
    assertEquals(LongBuffer.wrap(new long[] {9, 16}), outside);
  }

  @Test
  void aLengthMayStandElsewhere() {
    assertArrayEquals(new byte[] {1, 2, 0}, Kinds.concatenate(new byte[] {1}, new byte[] {2, 0}));
    assertArrayEquals(new byte[0], Kinds.concatenate(new byte[0], new byte[0]));
    short[] numbers = {3, 0};
    Kinds.shift((short) -1, numbers);
    assertArrayEquals(new short[] {2, -1}, numbers);
    refused("shift(): numbers: it is too long for the library", () -> Kinds.shift((short) 1, new short[256]));
  }

  @Test
  void aCallThatMayWaitWorksOnCopies() {
    int[] values = {1, -2};
    Kinds.negateSlowly(values);
    assertArrayEquals(new int[] {-1, 2}, values);
    Kinds.negateSlowly(new int[0]);
    Kinds.negateSlowly(direct(4).asIntBuffer());
    assertEquals(3, Kinds.sumSlowly(new byte[] {1, 2}));
  }

  @Test
  void whatTheLibraryShowsIsCopied() {
    int[] primes = Kinds.primes();
    assertArrayEquals(new int[] {2, 3, 5, 7, 11}, primes);
    primes[0] = 0;
    assertEquals(2, Kinds.primes()[0]);
  }

  @Test
  void whatTheCallerOwnsIsCopiedAndGivenBack() {
    int alive = Kinds.alive();
    assertArrayEquals(new byte[] {-1, -1}, Kinds.repeat((short) 255, 2));
    assertArrayEquals(new byte[0], Kinds.repeat((short) 255, 0));
    Kinds.failNextAllocation();
    assertThrows(IllegalStateException.class, () -> Kinds.repeat((short) 1, 2));
    assertEquals(alive, Kinds.alive());
  }
}
