import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Measures the variants of a group in one process and in turns (A B C A B C ..): what else the machine does then meets
 * all of them, and their ratios hold where times do not. Not JMH: Debian has none, and it runs one variant after the
 * other, each in a process of its own. Every variant is a lambda with its own loop, which the JIT compiles alone.
 */
final class Benchmark {
  private static final int WARM_UP = 25; // rounds, until the JIT's last compiler is done

  private final int rounds;
  private final PrintWriter output;

  private Benchmark(int rounds, PrintWriter output) {
    this.rounds = rounds;
    this.output = output;
  }

  public static void main(String[] arguments) throws IOException {
    run(arguments, List.of(), (a, b) -> List.of(), Map.of());
  }

  /** Arguments: {@code --rounds N FILE}. Then more variants: of one number, of an input and an output, and of groups of Objects. */
  static void run(String[] arguments, List<Variant> more, BiFunction<int[], int[], List<Variant>> moreOfArrays,
      Map<String, Variant> moreOfObjects) throws IOException {
    System.load(System.getProperty("peers.swig"));
    try (PrintWriter output = new PrintWriter(arguments[2], "UTF-8")) {
      Benchmark benchmark = new Benchmark(Integer.parseInt(arguments[1]), output);
      List<Variant> scalar = Scalar.fitting();
      scalar.addAll(more);
      benchmark.measure("scalar", 1, WARM_UP, scalar);
      benchmark.measure("failing", 1, WARM_UP, Scalar.failing());
      for (Map.Entry<String, List<Variant>> group : Objects.groups().entrySet()) {
        if (moreOfObjects.containsKey(group.getKey())) group.getValue().add(moreOfObjects.get(group.getKey()));
        benchmark.measure(group.getKey(), 1, WARM_UP, group.getValue());
      }
      for (int n : new int[] {0, 16, 1000, 100_000, 10_000_000}) {
        int warmUp = n <= 1000 ? WARM_UP : 3; // compiled by then
        benchmark.measure("array", n, warmUp, Arrays.of(n, moreOfArrays));
      }
      for (int n : new int[] {100_000, 10_000_000}) benchmark.measure("threads", n, 3, Threads.of(n));
      benchmark.measure("cold", 1, 1, FirstCall.variants());
    }
  }

  private void measure(String group, int n, int warmUp, List<Variant> variants) {
    System.out.println("Java: " + group + ", n = " + n);
    for (int round = -warmUp; round < rounds; round++)
      for (Variant variant : variants) {
        double nanoseconds = variant.nanoseconds.getAsDouble();
        if (round >= 0)
          output.printf(
              Locale.ROOT,
              "{\"language\": \"Java\", \"group\": \"%s\", \"n\": %d, \"variant\": \"%s\", \"role\": \"%s\", "
                  + "\"ns\": %.3f}%n",
              group, n, variant.name, variant.role, nanoseconds);
      }
  }
}
