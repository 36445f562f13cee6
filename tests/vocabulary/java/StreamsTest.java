import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vocabulary.KindsException;
import vocabulary.Pump;
import vocabulary.PumpRunResult;

/** Streams with cursors: a call is given bytes, and gives all that becomes of them. */
class StreamsTest {
  @Test
  void allThatGoesInComesOut() {
    try (Pump pump = new Pump(0)) {
      assertArrayEquals(new byte[] {1, 1, 2, 2}, pump.run(new byte[] {1, 2}, 2).output);
      for (int size : new int[] {0, 1, 2048, 100_000}) {
        byte[] data = "x".repeat(size).getBytes();
        PumpRunResult result = pump.run(data, 2);
        assertArrayEquals("xx".repeat(size).getBytes(), result.output);
        assertFalse(result.ended);
        assertEquals(0, result.left);
      }
    }
  }

  @Test
  void theEndAndFailures() {
    try (Pump pump = new Pump(0)) {
      PumpRunResult result = pump.run(new byte[] {1, 0, 2, 3}, 1);
      assertArrayEquals(new byte[] {1, 0}, result.output);
      assertTrue(result.ended);
      assertEquals(2, result.left);
      assertEquals(3, assertThrows(KindsException.class, () -> pump.run(new byte[] {1, -1}, 1)).code());
    }
  }

  @Test
  void threadsTakeTurnsOrAreRefused() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> running = new ArrayList<>();
    byte[] data = "x".repeat(10_000).getBytes();
    try (Pump pump = new Pump(0)) {
      for (int i = 0; i < 400; i++) {
        running.add(threads.submit(() -> {
          try {
            assertEquals(20_000, pump.run(data, 2).output.length);
          } catch (IllegalStateException refused) {
            assertTrue(refused.getMessage().contains("in use by another thread"));
          }
        }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
