import java.util.concurrent.CountDownLatch;
import org.example.square.SquareMath;

/** Ends while threads are in the library. */
class Shutdown {
  private static final int THREADS = 8;

  public static void main(String[] none) throws InterruptedException {
    CountDownLatch calling = new CountDownLatch(THREADS);
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> callForEver(calling));
      thread.setDaemon(true);
      thread.start();
    }
    calling.await();
    System.out.println("bye");
  }

  private static void callForEver(CountDownLatch calling) {
    int[] numbers = new int[1 << 22];
    SquareMath.squareArray(numbers, numbers);
    calling.countDown();
    while (SquareMath.square(7) == 49) SquareMath.squareArray(numbers, numbers);
  }
}
