import org.example.square.SquareMath;

/** Prints how long a thread that allocates waits while another is in squareArray. Argument: how many elements. */
final class GcPause {
  private static final int ALLOCATIONS = 200_000; // of 64 KB: enough for hundreds of collections
  private static volatile byte[] sink;
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
    double[] waits = new double[ALLOCATIONS];
    for (int i = 0; i < waits.length; i++) {
      long start = System.nanoTime();
      sink = new byte[1 << 16];
      waits[i] = (System.nanoTime() - start) / 1e6;
    }
    java.util.Arrays.sort(waits);
    double longest = waits[waits.length - 1];
    double tenth = waits[waits.length - 10];
    System.out.printf("Allocating %s: longest wait %.1f ms, tenth longest %.1f ms%n", when, longest, tenth);
  }
}
