import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.example.square.SquareMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareMathTest {
  static final int[] SIXTEEN = new int[16];
  static final IntBuffer DIRECT_SIXTEEN = direct(SIXTEEN);

  /** The rows as maps from name to number, with null where the result does not fit in 32 bits. */
  static List<Map<String, Integer>> readVectors(List<String> lines) {
    if (lines.size() < 2) throw new IllegalArgumentException("no vectors");
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, Integer>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length != names.length) throw new IllegalArgumentException("as many cells as names are required");
      Map<String, Integer> row = new HashMap<>();
      for (int i = 0; i < cells.length; i++) row.put(names[i], cells[i].isEmpty() ? null : Integer.valueOf(cells[i]));
      if (row.get("number") == null) throw new IllegalArgumentException("a number is required");
      rows.add(row);
    }
    return rows;
  }

  static List<Map<String, Integer>> vectors() throws IOException {
    return readVectors(Files.readAllLines(Path.of(System.getenv("VECTORS"))));
  }

  static void assertFails(Class<? extends Throwable> kind, String message, Executable call) {
    assertEquals(message, assertThrows(kind, call).getMessage());
  }

  static IntBuffer direct(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(4 * numbers.length).order(ByteOrder.nativeOrder());
    return bytes.asIntBuffer().put(numbers).rewind();
  }

  static int[] contents(IntBuffer buffer) {
    int[] numbers = new int[buffer.capacity()];
    buffer.duplicate().clear().get(numbers);
    return numbers;
  }

  // ---- square ----

  @ParameterizedTest
  @MethodSource("vectors")
  void agreesWithEveryVector(Map<String, Integer> row) {
    int number = row.get("number");
    if (row.get("square") != null) assertEquals(row.get("square"), SquareMath.square(number));
    else assertThrows(ArithmeticException.class, () -> SquareMath.square(number));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 46340, -46340})
  void fitsUpToTheLimits(int number) {
    assertEquals(number * number, SquareMath.square(number));
  }

  @ParameterizedTest
  @ValueSource(ints = {46341, -46341, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void resultDoesNotFit(int number) {
    assertFails(
        ArithmeticException.class,
        "square(): number = " + number + ": the result does not fit in 32 bits",
        () -> SquareMath.square(number));
  }

  @Test
  void aboveTheCallerTheStackTraceHasFramesOfTheClassOnly() {
    Exception error = assertThrows(ArithmeticException.class, () -> SquareMath.square(46341));
    List<StackTraceElement> frames = List.of(error.getStackTrace());
    int called = frames.stream().map(StackTraceElement::getMethodName).collect(Collectors.toList()).indexOf("square");
    assertTrue(called >= 0);
    assertTrue(frames.subList(0, called).stream().allMatch(frame -> frame.getClassName().equals(SquareMath.class.getName())));
    assertEquals(SquareMathTest.class.getName(), frames.get(called + 1).getClassName().replaceAll("[$].*", ""));
  }

  // ---- squareArray, of arrays ----

  @Test
  void arrayAllFit() {
    int[] squares = new int[3];
    SquareMath.squareArray(new int[] {0, 7, -46340}, squares);
    assertArrayEquals(new int[] {0, 49, 2147395600}, squares);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void arrayNamesTheFirstThatDoesNotFit(int first) {
    int[] numbers = {7, 7, 7, 46341};
    numbers[first] = -46341;
    assertFails(
        ArithmeticException.class,
        "squareArray(): numbers[" + first + "]: the result does not fit in 32 bits",
        () -> SquareMath.squareArray(numbers, new int[4]));
  }

  @Test
  void arrayIsCompleteAfterAFailureAlsoInPlace() {
    int[] numbers = {3, 46341, -4};
    int[] squares = new int[3];
    assertThrows(ArithmeticException.class, () -> SquareMath.squareArray(numbers, squares));
    assertArrayEquals(new int[] {9, -1, 16}, squares);
    assertThrows(ArithmeticException.class, () -> SquareMath.squareArray(numbers, numbers));
    assertArrayEquals(squares, numbers);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, (1 << 22) - 1, 1 << 22, (2 << 22) + 1})
  void arrayLongerThanABlockInPlace(int first) {
    int[] numbers = new int[(2 << 22) + 2];
    Arrays.fill(numbers, -3);
    numbers[first] = numbers[(2 << 22) + 1] = 46341;
    String message = "squareArray(): numbers[" + first + "]: the result does not fit in 32 bits";
    assertFails(ArithmeticException.class, message, () -> SquareMath.squareArray(numbers, numbers));
    int[] squares = new int[numbers.length];
    Arrays.fill(squares, 9);
    squares[first] = squares[(2 << 22) + 1] = -1;
    assertArrayEquals(squares, numbers);
  }

  @Test
  void arrayEmpty() {
    SquareMath.squareArray(new int[0], new int[0]);
  }

  @Test
  void arrayLengthsDiffer() {
    assertFails(
        IllegalArgumentException.class,
        "squareArray(): squares: 2 elements, but numbers has 3",
        () -> SquareMath.squareArray(new int[3], new int[2]));
  }

  @Test
  void arrayNull() {
    assertFails(
        NullPointerException.class, "squareArray(): numbers: null", () -> SquareMath.squareArray(null, new int[1]));
    assertFails(
        NullPointerException.class, "squareArray(): squares: null", () -> SquareMath.squareArray(new int[1], null));
  }

  // ---- squareArray, of direct buffers ----

  @Test
  void bufferFromPositionToLimit() {
    IntBuffer numbers = direct(1, 2, 3, 4).position(1).limit(3);
    IntBuffer squares = direct(0, 0, 0).position(1);
    SquareMath.squareArray(numbers, squares);
    assertArrayEquals(new int[] {0, 4, 9}, contents(squares));
    assertEquals(1, numbers.position());
    assertEquals(1, squares.position());
  }

  @Test
  void bufferIsCompleteAfterAFailureAlsoInPlace() {
    IntBuffer numbers = direct(3, 46341, -4);
    String message = "squareArray(): numbers[1]: the result does not fit in 32 bits";
    assertFails(ArithmeticException.class, message, () -> SquareMath.squareArray(numbers, numbers));
    assertArrayEquals(new int[] {9, -1, 16}, contents(numbers));
  }

  @Test
  void bufferPartlyOverlapping() {
    IntBuffer all = direct(1, 2, 3, 4);
    String message = "squareArray(): squares: overlaps numbers without being the same";
    IntBuffer head = all.duplicate().limit(3);
    IntBuffer tail = all.duplicate().position(1);
    assertFails(IllegalArgumentException.class, message, () -> SquareMath.squareArray(head, tail));
    assertFails(IllegalArgumentException.class, message, () -> SquareMath.squareArray(tail, head));
    assertArrayEquals(new int[] {1, 2, 3, 4}, contents(all));
    SquareMath.squareArray(all.duplicate().limit(2), all.duplicate().position(2));
    assertArrayEquals(new int[] {1, 2, 1, 4}, contents(all));
  }

  @Test
  void bufferEmptyOrOfAnotherLength() {
    SquareMath.squareArray(direct(), direct());
    assertFails(
        IllegalArgumentException.class,
        "squareArray(): squares: 1 elements, but numbers has 2",
        () -> SquareMath.squareArray(direct(1, 2), direct(1)));
  }

  @Test
  void bufferOfTheWrongKind() {
    IntBuffer good = direct(1);
    IntBuffer heap = IntBuffer.allocate(1);
    ByteOrder other = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    IntBuffer swapped = ByteBuffer.allocateDirect(4).order(other).asIntBuffer();
    assertRefused("numbers: a direct buffer is required", heap, good);
    assertRefused("squares: a direct buffer is required", good, heap);
    assertRefused("numbers: a native-order buffer is required", swapped, good);
    assertRefused("squares: a native-order buffer is required", good, swapped);
    assertRefused("squares: a writable buffer is required", good, good.asReadOnlyBuffer());
    SquareMath.squareArray(good.asReadOnlyBuffer(), direct(0));
  }

  @Test
  void bufferNotAligned() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(9).order(ByteOrder.nativeOrder());
    IntBuffer good = bytes.limit(8).asIntBuffer();
    IntBuffer misaligned = bytes.limit(9).position(1).asIntBuffer();
    assertRefused("numbers or squares: an aligned buffer is required", misaligned, direct(1, 2));
    assertRefused("numbers or squares: an aligned buffer is required", good, misaligned);
    SquareMath.squareArray(misaligned.limit(0), direct());
  }

  static void assertRefused(String message, IntBuffer numbers, IntBuffer squares) {
    assertFails(
        IllegalArgumentException.class,
        "squareArray(): " + message,
        () -> SquareMath.squareArray(numbers, squares));
  }

  @Test
  void bufferNull() {
    assertFails(
        NullPointerException.class, "squareArray(): numbers: null", () -> SquareMath.squareArray(null, direct(1)));
    assertFails(
        NullPointerException.class, "squareArray(): squares: null", () -> SquareMath.squareArray(direct(1), null));
  }

  // ---- The library ----

  @Test
  void versionIsThatOfTheHeader() {
    assertEquals(System.getenv("HEADER_VERSION"), SquareMath.version());
  }

  static List<Executable> failures() {
    int[] numbers = {46341};
    IntBuffer buffer = direct(46341);
    return List.of(
        () -> SquareMath.square(46341),
        () -> SquareMath.squareArray(numbers, new int[1]),
        () -> SquareMath.squareArray(numbers, new int[2]),
        () -> SquareMath.squareArray(numbers, null),
        () -> SquareMath.squareArray(buffer, direct(1, 2)),
        () -> SquareMath.squareArray(buffer.put(0, 46341), buffer),
        () -> SquareMath.squareArray(buffer, buffer.asReadOnlyBuffer()));
  }

  @ParameterizedTest
  @MethodSource("failures")
  @EnabledOnOs(value = OS.LINUX, disabledReason = "memory is read from /proc")
  void failingCallsLeakNothing(Executable call) throws IOException {
    int calls = Integer.parseInt(System.getenv().getOrDefault("FAILING_CALLS", "5000"));
    fail(call, calls);
    long before = memory();
    fail(call, calls);
    assertTrue(memory() - before < 32 << 20, "grew by " + (memory() - before));
  }

  static void fail(Executable call, int times) {
    for (int i = 0; i < times; i++) assertThrows(RuntimeException.class, call);
  }

  static long memory() throws IOException {
    System.gc();
    return 4096 * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
  }

  @Test
  void callsAllocateNothing() {
    tenThousandCalls();
    long before = allocated();
    tenThousandCalls();
    assertTrue(allocated() - before < 10_000); // not a byte per call; asking takes some
  }

  static void tenThousandCalls() {
    for (int i = 0; i < 10_000; i++) {
      SquareMath.square(7);
      SquareMath.squareArray(SIXTEEN, SIXTEEN);
      SquareMath.squareArray(DIRECT_SIXTEEN, DIRECT_SIXTEEN);
    }
  }

  static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "number,square", "a,square\n7,49", "number,square\n7", "number,square\nx,49", "number,square\n7,49,1",
        "number,square\n,49"
      })
  void malformedVectorsAreRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> readVectors(List.of(text.split("\n"))));
  }
}
