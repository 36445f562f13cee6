import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.example.square.SquareMath;

/** One thread, and two, each with arrays of its own: the nanoseconds are those of one array. */
final class Threads {
  private static final int ELEMENTS = 50_000_000; // for each thread: its start then takes no time that counts

  private final int[][] numbers;
  private final int[][] squares;
  private final int times;

  private Threads(int n) {
    numbers = new int[][] {sevens(n), sevens(n)};
    squares = new int[][] {sevens(n), sevens(n)};
    times = ELEMENTS / n;
  }

  static List<Variant> of(int n) {
    Threads threads = new Threads(n);
    return List.of(
        new Variant("ours", "one thread", () -> threads.best(1)), new Variant("ours", "two threads", () -> threads.best(2)));
  }

  private static int[] sevens(int n) {
    return IntStream.generate(() -> 7).limit(n).toArray();
  }

  private double best(int count) {
    return DoubleStream.generate(() -> nanoseconds(count)).limit(3).min().getAsDouble();
  }

  private double nanoseconds(int count) {
    long start = System.nanoTime();
    CompletableFuture<?>[] tasks = new CompletableFuture<?>[count];
    for (int i = 0; i < count; i++) {
      int[] a = numbers[i];
      int[] b = squares[i];
      tasks[i] = CompletableFuture.runAsync(() -> square(a, b), task -> new Thread(task).start());
    }
    CompletableFuture.allOf(tasks).join();
    return (System.nanoTime() - start) / (double) (count * times);
  }

  private void square(int[] a, int[] b) {
    for (int i = 0; i < times; i++) SquareMath.squareArray(a, b);
  }
}
