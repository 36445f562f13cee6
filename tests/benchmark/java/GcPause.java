import org.example.square.SquareMath;

/** Prints how long a collection, and with it every thread, waits for squareArray. Argument: how many elements. */
final class GcPause {
  private static volatile boolean done;

  public static void main(String[] arguments) throws InterruptedException {
    int[] numbers = new int[Integer.parseInt(arguments[0])];
    report("alone");
    Thread busy = new Thread(() -> {
      while (!done) SquareMath.squareArray(numbers, numbers);
    });
    busy.start();
    report("while squareArray runs");
    done = true;
    busy.join();
  }

  private static void report(String when) {
    double[] milliseconds = new double[50];
    for (int i = 0; i < milliseconds.length; i++) milliseconds[i] = collect();
    java.util.Arrays.sort(milliseconds);
    System.out.printf("System.gc() %s: median %.1f ms, longest %.1f ms%n", when, milliseconds[25], milliseconds[49]);
  }

  private static double collect() {
    long start = System.nanoTime();
    System.gc();
    return (System.nanoTime() - start) / 1e6;
  }
}
