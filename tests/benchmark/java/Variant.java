import java.util.function.DoubleSupplier;
import java.util.function.IntUnaryOperator;

/** One way to do something, and how long it takes. */
final class Variant {
  private static final double PASS = 1e6; // nanoseconds, as all times
  private static final double ROUND = 5e6;
  private static volatile int sink; // keeps the JIT from removing what nobody would look at

  final String role;
  final String name;
  final DoubleSupplier nanoseconds;

  Variant(String role, String name, DoubleSupplier nanoseconds) {
    this.role = role;
    this.name = name;
    this.nanoseconds = nanoseconds;
  }

  static Variant timed(String role, String name, IntUnaryOperator loop) {
    int[] times = {1};
    return new Variant(role, name, () -> {
      double best = Double.POSITIVE_INFINITY;
      long start = System.nanoTime();
      while (System.nanoTime() - start < ROUND) best = Math.min(best, pass(loop, times));
      return best; // the others met another process, or the garbage collector
    });
  }

  /* Repeats as often as the pass before says that it must, to last as long as wanted. */
  private static double pass(IntUnaryOperator loop, int[] times) {
    long start = System.nanoTime();
    sink = loop.applyAsInt(times[0]);
    double nanoseconds = (System.nanoTime() - start) / (double) times[0];
    times[0] = (int) Math.max(1, Math.min(PASS / nanoseconds, 1e9));
    return nanoseconds;
  }
}
