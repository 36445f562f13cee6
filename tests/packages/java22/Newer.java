import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What newer Java adds: virtual threads, of which 1000 call first. */
class Newer {
  public static void main(String[] none) throws Exception {
    Callable<Void> call =
        () -> {
          Hello.main(new String[0]);
          return null;
        };
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : pool.invokeAll(Collections.nCopies(1000, call))) result.get();
    }
  }
}
