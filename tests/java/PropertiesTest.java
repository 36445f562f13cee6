import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.example.square.SquareMath;
import org.junit.jupiter.api.Test;

/**
 * Random arrays and buffers of every kind against a model: the outcome is the documented one, to the word, and nothing is
 * written elsewhere. Seeded by hand, since Debian has no tool for Java; {@code -Dseed=} repeats the case that a failure names.
 */
class PropertiesTest {
  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final int CASES = 100_000;
  private static final int LONGEST = 4; // few elements in little memory, so that buffers often meet
  private static final int BYTES = 64;
  private static final ByteOrder NATIVE = ByteOrder.nativeOrder();
  private static final ByteOrder OTHER = NATIVE == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  private static final int HEAP = 2;
  private static final ByteBuffer[] MEMORY = {
    ByteBuffer.allocateDirect(BYTES), ByteBuffer.allocateDirect(BYTES), ByteBuffer.allocate(BYTES)
  };

  /** A buffer, or null, and what the model must know of its memory. */
  private static final class Part {
    IntBuffer buffer;
    int memory;
    int start; // in bytes
    boolean swapped;
    boolean readOnly;
  }

  @Test
  void buffers() throws IOException {
    check("buffers", 12, PropertiesTest::outcomeOfBuffers);
  }

  @Test
  void arrays() throws IOException {
    check("arrays", 5, PropertiesTest::outcomeOfArrays);
  }

  /** Checks the cases, that they have as many outcomes as there are, and that the memory does not grow. */
  private static void check(String what, int outcomes, Function<SplittableRandom, String> property) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    long before = 0;
    for (int i = 0; i < CASES; i++) {
      if (i == CASES / 2) before = SquareMathTest.memory();
      try {
        String outcome = property.apply(new SplittableRandom(SEED + i));
        counts.merge(outcome.replaceAll("\\d+", "N"), 1, Integer::sum);
      } catch (AssertionError e) {
        throw new AssertionError("-Dseed=" + (SEED + i), e);
      }
    }
    System.out.println(CASES + " cases of " + what + " from seed " + SEED + ": " + counts);
    assertEquals(outcomes, counts.size());
    long growth = SquareMathTest.memory() - before;
    assertTrue(growth < 32 << 20, "grew by " + growth);
  }

  private static String outcome(Runnable call) {
    try {
      call.run();
      return "";
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  // ---- The model ----

  private static String nulls(Object numbers) {
    return "NullPointerException: squareArray(): " + (numbers == null ? "numbers" : "squares") + ": null";
  }

  private static String refused(String why) {
    return "IllegalArgumentException: squareArray(): " + why;
  }

  private static String lengths(int numbers, int squares) {
    return refused("squares: " + squares + " elements, but numbers has " + numbers);
  }

  private static String square(int[] numbers, int[] squares) {
    int first = -1;
    for (int i = numbers.length - 1; i >= 0; i--) {
      long square = (long) numbers[i] * numbers[i];
      squares[i] = square <= Integer.MAX_VALUE ? (int) square : -1;
      if (squares[i] < 0) first = i;
    }
    if (first < 0) return "";
    return "ArithmeticException: squareArray(): numbers[" + first + "]: the result does not fit in 32 bits";
  }

  private static String lacks(Part part, boolean written) {
    if (part.memory == HEAP) return ": a direct";
    if (part.swapped) return ": a native-order";
    return written && part.readOnly ? ": a writable" : null;
  }

  /** Writes the squares into the copies of the memory. */
  private static String model(Part numbers, Part squares, ByteBuffer[] copies) {
    if (numbers.buffer == null || squares.buffer == null) return nulls(numbers.buffer);
    if (lacks(numbers, false) != null) return refused("numbers" + lacks(numbers, false) + " buffer is required");
    if (lacks(squares, true) != null) return refused("squares" + lacks(squares, true) + " buffer is required");
    int count = numbers.buffer.remaining();
    if (count != squares.buffer.remaining()) return lengths(count, squares.buffer.remaining());
    if (count == 0) return "";
    if (numbers.start % 4 != 0 || squares.start % 4 != 0)
      return refused("numbers or squares: an aligned buffer is required");
    int distance = Math.abs(numbers.start - squares.start);
    if (numbers.memory == squares.memory && distance > 0 && distance < 4 * count)
      return refused("squares: overlaps numbers without being the same");
    int[] input = new int[count];
    int[] output = new int[count];
    numbers.buffer.duplicate().get(input);
    String outcome = square(input, output);
    for (int i = 0; i < count; i++) copies[squares.memory].putInt(squares.start + 4 * i, output[i]);
    return outcome;
  }

  // ---- The cases ----

  private static int number(SplittableRandom random) {
    return random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(-46340, 46341);
  }

  private static int[] array(SplittableRandom random) {
    if (random.nextInt(20) == 0) return null;
    int[] numbers = new int[random.nextInt(LONGEST + 1)];
    for (int i = 0; i < numbers.length; i++) numbers[i] = number(random);
    return numbers;
  }

  private static String outcomeOfArrays(SplittableRandom random) {
    int[] numbers = array(random);
    int[] squares = random.nextInt(4) == 0 ? numbers : array(random);
    int[] input = numbers == null ? null : numbers.clone();
    int[] output = squares == null ? null : squares.clone();
    String expected =
        input == null || output == null ? nulls(input)
        : input.length != output.length ? lengths(input.length, output.length)
        : square(input, output);
    assertEquals(expected, outcome(() -> SquareMath.squareArray(numbers, squares)));
    assertArrayEquals(output, squares);
    if (numbers != squares) assertArrayEquals(input, numbers);
    return expected;
  }

  private static Part part(SplittableRandom random) {
    Part part = new Part();
    part.memory = random.nextInt(16) == 0 ? HEAP : random.nextInt(HEAP);
    part.swapped = random.nextInt(16) == 0;
    part.readOnly = random.nextInt(8) == 0;
    int offset = random.nextInt(16) == 0 ? random.nextInt(8) : 4 * random.nextInt(4);
    ByteBuffer bytes = MEMORY[part.memory].duplicate().position(offset);
    IntBuffer all = bytes.order(part.swapped ? OTHER : NATIVE).asIntBuffer();
    int position = random.nextInt(LONGEST);
    all.position(position).limit(position + random.nextInt(LONGEST + 1));
    part.start = offset + 4 * position;
    IntBuffer view = random.nextBoolean() ? all : random.nextBoolean() ? all.slice() : all.duplicate();
    if (random.nextInt(20) > 0) part.buffer = part.readOnly ? view.asReadOnlyBuffer() : view;
    return part;
  }

  private static String outcomeOfBuffers(SplittableRandom random) {
    ByteBuffer[] copies = new ByteBuffer[MEMORY.length];
    for (int i = 0; i < MEMORY.length; i++) {
      for (int at = 0; at < BYTES; at += 4) MEMORY[i].order(NATIVE).putInt(at, number(random));
      copies[i] = ByteBuffer.allocate(BYTES).order(NATIVE).put(MEMORY[i].duplicate()).rewind();
    }
    Part numbers = part(random);
    Part squares = random.nextInt(4) == 0 ? numbers : part(random);
    String limits = numbers.buffer + ", " + squares.buffer;
    String expected = model(numbers, squares, copies);
    assertEquals(expected, outcome(() -> SquareMath.squareArray(numbers.buffer, squares.buffer)));
    assertArrayEquals(copies, MEMORY);
    assertEquals(limits, numbers.buffer + ", " + squares.buffer);
    return expected;
  }
}
