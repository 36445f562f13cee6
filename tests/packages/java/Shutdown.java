import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** Ends while threads are in the library. */
class Shutdown {
  private static final int THREADS = 8;

  public static void main(String[] none) throws InterruptedException {
    PrintStream output = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    CountDownLatch calling = new CountDownLatch(THREADS);
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> callForEver(calling));
      thread.setDaemon(true);
      thread.start();
    }
    calling.await();
    output.println("bye");
  }

  private static void callForEver(CountDownLatch calling) {
    try {
      Hello.main(new String[0]);
      calling.countDown();
      while (true) Hello.main(new String[0]);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
