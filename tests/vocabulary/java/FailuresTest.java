import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vocabulary.DivideResult;
import vocabulary.Kinds;
import vocabulary.KindsException;

class FailuresTest {
  static KindsException fails(Executable call) {
    return assertThrows(KindsException.class, call);
  }

  @Test
  void aStatusIsAnExceptionWithItsCodeAndTheLibrarysMessage() {
    Kinds.fail(0);
    assertEquals(1, fails(() -> Kinds.fail(1)).code());
    assertEquals("it is broken ✗", fails(() -> Kinds.fail(2)).getMessage());
    KindsException error = fails(() -> Kinds.fail(Integer.MIN_VALUE));
    assertEquals(Integer.MIN_VALUE, error.code());
    assertEquals("fail(): failed with -2147483648", error.getMessage());
  }

  @Test
  void theStackTraceNamesTheMethod() {
    StackTraceElement[] trace = fails(() -> Kinds.fail(1)).getStackTrace();
    int first = 0;
    while (trace[first].getClassName().equals("vocabulary.Border")) first++;
    assertEquals("vocabulary.Kinds.fail", trace[first].getClassName() + "." + trace[first].getMethodName());
  }

  @Test
  void whatCGivesThroughPointersIsTheResult() {
    assertEquals(2, Kinds.root(4));
    DivideResult result = Kinds.divide(-7, 2);
    assertEquals(-3, result.quotient);
    assertEquals(-1, result.rest);
    assertEquals("DivideResult[quotient=-3, rest=-1]", result.toString());
    assertEquals(2, fails(() -> Kinds.divide(1, 0)).code());
    assertEquals(2, fails(() -> Kinds.root(-1)).code());
  }

  @Test
  void aValueMayMeanFailure() {
    assertEquals(1, Kinds.find("abc", 'b'));
    KindsException error = fails(() -> Kinds.find("abc", 'x'));
    assertEquals("there is none", error.getMessage());
    assertEquals(-1, error.code());
  }

  /** Each thread gets its own failures, in whatever order they are kept. */
  @Test
  void failuresOfManyThreadsAreNotMixed() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      int first = thread * 100_000 + 3;
      running.add(threads.submit(() -> {
        for (int i = first; i < first + 2000; i++) {
          int status = i;
          assertEquals(status, fails(() -> Kinds.fail(status)).code());
        }
      }));
    }
    for (Future<?> each : running) each.get();
    threads.shutdown();
  }
}
