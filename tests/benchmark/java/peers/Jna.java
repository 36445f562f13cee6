import com.sun.jna.Library;
import com.sun.jna.Native;

/** JNA's two ways to call the shared library: a native method, which it calls direct mapping, and an interface. */
final class Jna {
  public interface Square extends Library {
    int square(int number);
  }

  static final Square LIBRARY = Native.load(System.getProperty("libsquare"), Square.class);

  static {
    Native.register(System.getProperty("libsquare"));
  }

  static native int square(int number);

  static int checked(int number, int square) {
    if (square < 0) throw new ArithmeticException("number = " + number + ": the result does not fit in 32 bits");
    return square;
  }
}
