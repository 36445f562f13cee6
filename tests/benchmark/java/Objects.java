import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.example.counters.Counter;

/** Objects: ours, by hand, with JNA. Each variant has a loop of its own. */
final class Objects {
  static final String TEXT = "sixteen letters.";
  static final byte[] BYTES = new byte[1000];

  private Objects() {}

  static Map<String, List<Variant>> groups() {
    Map<String, List<Variant>> groups = new LinkedHashMap<>();
    Counter ours = new Counter();
    JniCounter byHand = new JniCounter();
    JnaCounter jna = new JnaCounter();
    groups.put("method", of(
        n -> { long sum = 0; while (n-- > 0) sum += ours.add(n & 7); return (int) sum; },
        n -> { long sum = 0; while (n-- > 0) sum += byHand.add(n & 7); return (int) sum; },
        n -> { long sum = 0; while (n-- > 0) sum += jna.add(n & 7); return (int) sum; }));
    groups.put("text", of(
        n -> { long sum = 0; while (n-- > 0) sum += ours.label(TEXT); return (int) sum; },
        n -> { long sum = 0; while (n-- > 0) sum += byHand.label(TEXT); return (int) sum; },
        n -> { long sum = 0; while (n-- > 0) sum += jna.label(TEXT); return (int) sum; }));
    groups.put("1 kB of bytes", of(
        n -> { long sum = 0; while (n-- > 0) sum += ours.feed(BYTES); return (int) sum; },
        n -> { long sum = 0; while (n-- > 0) sum += byHand.feed(BYTES); return (int) sum; },
        n -> { long sum = 0; while (n-- > 0) sum += jna.feed(BYTES); return (int) sum; }));
    groups.put("create and close", of(
        n -> { while (n-- > 0) new Counter().close(); return 0; },
        n -> { while (n-- > 0) new JniCounter().close(); return 0; },
        n -> { while (n-- > 0) new JnaCounter().close(); return 0; }));
    groups.put("failing method", of(
        n -> failures(n, ours::fail), n -> failures(n, byHand::fail), n -> failures(n, jna::fail)));
    return groups;
  }

  private static List<Variant> of(IntUnaryOperator ours, IntUnaryOperator byHand, IntUnaryOperator jna) {
    return new ArrayList<>(List.of(Variant.timed("ours", "ours", ours), Variant.timed("limit", "JNI by hand", byHand),
        Variant.timed("peer", "JNA direct", jna)));
  }

  /* Shared, because an exception takes a hundred times as long as the call. */
  private static int failures(int times, Runnable fail) {
    int failures = 0;
    while (times-- > 0)
      try {
        fail.run();
      } catch (RuntimeException e) {
        failures++;
      }
    return failures;
  }
}
