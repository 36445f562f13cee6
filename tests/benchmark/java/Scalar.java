import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.example.square.SquareMath;

/** One number: one that fits, and one that does not. */
final class Scalar {
  /* The number changes, so that no call can be moved out of its loop. */
  static List<Variant> fitting() {
    return new ArrayList<>(List.of(
        Variant.timed("ours", "ours",
            n -> { int sum = 0; while (n-- > 0) sum += SquareMath.square(n & 7); return sum; }),
        Variant.timed("limit", "JNI by hand",
            n -> { int sum = 0; while (n-- > 0) sum += Jni.square(n & 7); return sum; }),
        Variant.timed("peer", "JNA direct",
            n -> { int sum = 0; while (n-- > 0) sum += Jna.checked(n & 7, Jna.square(n & 7)); return sum; }),
        Variant.timed("peer", "JNA interface",
            n -> { int sum = 0; while (n-- > 0) sum += Jna.checked(n & 7, Jna.LIBRARY.square(n & 7)); return sum; }),
        Variant.timed("peer", "SWIG's defaults",
            n -> { int sum = 0; while (n-- > 0) sum += swig_defaults.square(n & 7); return sum; }),
        Variant.timed("peer", "Math.multiplyExact",
            n -> { int sum = 0; while (n-- > 0) sum += Math.multiplyExact(n & 7, n & 7); return sum; })));
  }

  static List<Variant> failing() {
    return List.of(
        Variant.timed("ours", "ours", n -> failures(n, SquareMath::square)),
        Variant.timed("limit", "JNI by hand", n -> failures(n, Jni::square)));
  }

  /* Shared, because an exception takes a hundred times as long as the operator. */
  private static int failures(int times, IntUnaryOperator square) {
    int failures = 0;
    while (times-- > 0)
      try {
        square.applyAsInt(46341);
      } catch (ArithmeticException e) {
        failures++;
      }
    return failures;
  }
}
