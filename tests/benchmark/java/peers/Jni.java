import java.nio.file.Path;

/** What one writes who knows JNI and wants the same as ours. */
final class Jni {
  static {
    Path library = Path.of(System.getProperty("peers.jni"));
    if (library.isAbsolute()) System.load(library.toString());
    else Extraction.load(library.toString());
  }

  /** Throws ArithmeticException, from C. */
  static native int square(int number);

  private static native long map(int[] numbers, int[] squares);

  static void squareArray(int[] numbers, int[] squares) {
    if (numbers.length != squares.length) throw new IllegalArgumentException("squares: another length than numbers");
    long index = map(numbers, squares);
    if (index != numbers.length) throw new ArithmeticException("numbers[" + index + "]: the result does not fit");
  }
}
