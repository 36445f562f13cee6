import java.util.StringJoiner;
import java.util.function.IntToLongFunction;
import org.example.square.SquareMath;
import org.mizux.cmakeswig.Loader;
import org.mizux.cmakeswig.foo.Globals;

/** Calls WHO NUMBER: one call of triangle(), ours or the peer's. Calls time: what a call costs, both in turn. */
class Calls {
  static final int COUNT = 2_000_000;

  // A loop each: in a shared one, the compiler would see two kinds of calls and inline neither.
  static double ours() {
    long start = System.nanoTime(), sum = 0;
    for (int i = 0; i < COUNT; i++) sum += SquareMath.triangle(i & 1023);
    return sum == 0 ? 0 : (double) (System.nanoTime() - start) / COUNT;
  }

  static double peer() {
    long start = System.nanoTime(), sum = 0;
    for (int i = 0; i < COUNT; i++) sum += Globals.triangle(i & 1023);
    return sum == 0 ? 0 : (double) (System.nanoTime() - start) / COUNT;
  }

  public static void main(String[] arguments) {
    if (!arguments[0].equals("ours")) Loader.loadNativeLibraries(); // the peer asks its users to
    if (arguments[0].equals("time")) {
      StringJoiner rounds = new StringJoiner(",", "[", "]");
      for (int round = 0; round < 60; round++) rounds.add("{\"ours\":" + ours() + ",\"peer\":" + peer() + "}");
      System.out.println(rounds);
      return;
    }
    try {
      IntToLongFunction triangle = arguments[0].equals("ours") ? n -> SquareMath.triangle(n) : n -> Globals.triangle(n);
      System.out.println(triangle.applyAsLong(Integer.parseInt(arguments[1])));
    } catch (Exception | LinkageError error) {
      System.out.println(error);
    }
  }
}
