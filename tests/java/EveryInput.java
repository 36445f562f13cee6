import java.util.Objects;
import java.util.Random;
import org.example.square.SquareMath;

/**
 * Every number from the first argument to the second through squareArray, then random ones and all limits through square,
 * against Java's own 64-bit arithmetic.
 */
class EveryInput {
  private static final int CHUNK = 1 << 16;
  private static final int RANDOM = 1 << 21;
  private static final int[] LIMITS = {0, 1, -1, 46340, -46340, 46341, -46341, Integer.MAX_VALUE, Integer.MIN_VALUE};

  public static void main(String[] slice) {
    long first = Long.parseLong(slice[0]);
    long last = Long.parseLong(slice[1]);
    for (long start = first; start <= last; start += CHUNK) checkArray(start);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < RANDOM; i++) check(random.nextInt());
    for (int number : LIMITS) check(number);
    System.out.printf("%d numbers from %d, %d with seed %d%n", last - first + 1, first, RANDOM, seed);
  }

  /** As C has it: -1 where the square does not fit. */
  private static int model(int number) {
    long square = (long) number * number;
    return square <= Integer.MAX_VALUE ? (int) square : -1;
  }

  private static void checkArray(long start) {
    int[] numbers = new int[CHUNK];
    int[] squares = new int[CHUNK];
    for (int i = 0; i < CHUNK; i++) numbers[i] = (int) (start + i);
    String message = messageOf(() -> SquareMath.squareArray(numbers, squares));
    int first = -1;
    for (int i = 0; i < CHUNK; i++) {
      if (squares[i] != model(numbers[i])) throw new AssertionError(numbers[i] + ": " + squares[i]);
      if (squares[i] < 0 && first < 0) first = i;
    }
    checkMessage(message, first < 0, "squareArray(): numbers[" + first + "]", start);
  }

  private static void check(int number) {
    int[] square = {-1};
    String message = messageOf(() -> square[0] = SquareMath.square(number));
    if (square[0] != model(number)) throw new AssertionError(number + ": " + square[0]);
    checkMessage(message, square[0] >= 0, "square(): number = " + number, number);
  }

  private static String messageOf(Runnable call) {
    try {
      call.run();
      return null;
    } catch (ArithmeticException e) {
      return e.getMessage();
    }
  }

  private static void checkMessage(String message, boolean fits, String subject, long number) {
    String expected = fits ? null : subject + ": the result does not fit in 32 bits";
    if (!Objects.equals(message, expected)) throw new AssertionError(number + ": " + message);
  }
}
