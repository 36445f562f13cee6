import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The Foreign Function and Memory API, final since Java 22. The benchmark's main class where there is one. */
final class Ffm {
  private static final MethodHandle SQUARE = handle();
  private static final MethodHandle CRITICAL = handle(Linker.Option.critical(false));

  private static MethodHandle handle(Linker.Option... options) {
    var symbols = SymbolLookup.libraryLookup(Path.of(System.getProperty("libsquare")), Arena.global());
    var type = FunctionDescriptor.of(JAVA_INT, JAVA_INT);
    return Linker.nativeLinker().downcallHandle(symbols.find("square").orElseThrow(), type, options);
  }

  private static int square(int number) {
    try {
      return Jna.checked(number, (int) SQUARE.invokeExact(number));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static int squareCritical(int number) {
    try {
      return Jna.checked(number, (int) CRITICAL.invokeExact(number));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] arguments) throws IOException {
    Benchmark.run(arguments,
        Variant.timed("peer", "FFM",
            n -> { int sum = 0; while (n-- > 0) sum += square(n & 7); return sum; }),
        Variant.timed("peer", "FFM, critical",
            n -> { int sum = 0; while (n-- > 0) sum += squareCritical(n & 7); return sum; }));
  }
}
