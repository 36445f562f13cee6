import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;

/** The Foreign Function and Memory API, final since Java 22. The benchmark's main class where there is one. */
final class Ffm {
  private static final FunctionDescriptor OF_INT = FunctionDescriptor.of(JAVA_INT, JAVA_INT);
  private static final FunctionDescriptor OF_ARRAYS = FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS);
  private static final MethodHandle SQUARE = handle("square", OF_INT);
  private static final MethodHandle CRITICAL = handle("square", OF_INT, Linker.Option.critical(false));
  private static final MethodHandle SQUARE_ARRAY = handle("square_array", OF_ARRAYS);
  private static final MethodHandle HEAP_ARRAY = handle("square_array", OF_ARRAYS, Linker.Option.critical(true));

  private static MethodHandle handle(String name, FunctionDescriptor type, Linker.Option... options) {
    var symbols = SymbolLookup.libraryLookup(Path.of(System.getProperty("libsquare")), Arena.global());
    return Linker.nativeLinker().downcallHandle(symbols.find(name).orElseThrow(), type, options);
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

  private static void squareSegment(MemorySegment numbers, long count, MemorySegment squares) {
    try {
      requireAllFit((long) SQUARE_ARRAY.invokeExact(numbers, count, squares), count);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void squareHeap(int[] numbers, int[] squares) {
    try {
      var in = MemorySegment.ofArray(numbers);
      var out = MemorySegment.ofArray(squares);
      long count = numbers.length;
      requireAllFit((long) HEAP_ARRAY.invokeExact(in, count, out), count);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void requireAllFit(long index, long count) {
    if (index != count) throw new ArithmeticException("numbers[" + index + "]: the result does not fit in 32 bits");
  }

  private static List<Variant> scalar() {
    return List.of(
        Variant.timed("peer", "FFM",
            n -> { int sum = 0; while (n-- > 0) sum += square(n & 7); return sum; }),
        Variant.timed("peer", "FFM, critical",
            n -> { int sum = 0; while (n-- > 0) sum += squareCritical(n & 7); return sum; }));
  }

  private static List<Variant> arrays(int[] a, int[] b) {
    Arena arena = Arena.ofAuto();
    MemorySegment nativeA = arena.allocateFrom(JAVA_INT, a);
    MemorySegment nativeB = arena.allocate(JAVA_INT, b.length);
    return List.of(
        Variant.timed("peer", "FFM, critical, int[]",
            n -> { while (n-- > 0) squareHeap(a, b); return 0; }),
        Variant.timed("peer", "FFM, native segments",
            n -> { while (n-- > 0) squareSegment(nativeA, a.length, nativeB); return 0; }));
  }

  public static void main(String[] arguments) throws Throwable {
    Benchmark.run(arguments, scalar(), Ffm::arrays, FfmCounter.variants());
  }
}
