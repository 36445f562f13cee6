import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vocabulary.Cursor;
import vocabulary.Kinds;
import vocabulary.KindsException;
import vocabulary.Label;
import vocabulary.Options;
import vocabulary.Stack;

class LeaksTest {
  static final String LONG = "x".repeat(300);

  enum Cycle implements Runnable {
    TEXT(() -> Kinds.twice(LONG)),
    BYTES(() -> Kinds.repeat((short) 1, 300)),
    FAILURE(() -> assertThrows(KindsException.class, () -> Kinds.fail(2))),
    TEXT_AND_FAILURE(() -> assertThrows(KindsException.class, () -> Kinds.find(LONG, 'y'))),
    LISTS(() -> Kinds.labelAllBytes(Kinds.labels(3))),
    OPTIONS(() -> Stack.createWith(new Options().limit(1).title(LONG)).close()),
    FAILED_OBJECT(() -> assertThrows(KindsException.class, () -> new Stack(0))),
    RECORD(() -> Kinds.divide(7, 2)),
    VALUE(() -> Kinds.labelTurn(new Label(1, LONG, LONG, "o", new byte[4], new double[2]))),
    OBJECTS(LeaksTest::objects);

    final Runnable run;

    Cycle(Runnable run) {
      this.run = run;
    }

    @Override
    public void run() {
      run.run();
    }
  }

  static void objects() {
    Stack stack = new Stack(1);
    try (Cursor cursor = Cursor.open(stack)) {
      stack.close();
      assertThrows(IllegalStateException.class, () -> stack.push(1));
      cursor.next();
    }
  }

  @ParameterizedTest
  @EnumSource
  @EnabledOnOs(OS.LINUX)
  void nothingGrows(Cycle cycle) throws IOException {
    int alive = Kinds.alive();
    repeat(cycle, 50_000);
    long before = memory();
    repeat(cycle, 300_000); // the smallest block of memory is 32 bytes
    assertEquals(alive, Kinds.alive());
    assertTrue(memory() - before < 6 << 20, "grew by " + (memory() - before));
  }

  static void repeat(Runnable cycle, int times) {
    for (int i = 0; i < times; i++) cycle.run();
    System.gc();
  }

  static long memory() throws IOException {
    return 4096 * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
  }

  /** An object that nobody closes is destroyed when nobody can reach it. */
  @Test
  void anObjectThatIsForgottenIsDestroyed() throws InterruptedException {
    int alive = Kinds.alive();
    forget();
    for (int i = 0; i < 500 && Kinds.alive() > alive; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertEquals(alive, Kinds.alive());
  }

  static void forget() {
    for (int i = 0; i < 100; i++) Cursor.open(new Stack(1));
  }
}
