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
import java.util.Map;

/** With the Foreign Function and Memory API: its user closes the object, and nobody checks. */
final class FfmCounter implements AutoCloseable {
  private static final MethodHandle NEW = handle("new", FunctionDescriptor.of(ADDRESS));
  private static final MethodHandle FREE = handle("free", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle ADD = handle("add", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG));
  private static final MethodHandle LABEL = handle("label", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS));
  private static final MethodHandle FEED =
      handle("feed", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG), Linker.Option.critical(true));
  private static final MethodHandle FAIL = handle("fail", FunctionDescriptor.of(JAVA_INT, ADDRESS));

  private final MemorySegment object;

  FfmCounter() throws Throwable {
    object = (MemorySegment) NEW.invokeExact();
  }

  private static MethodHandle handle(String name, FunctionDescriptor type, Linker.Option... options) {
    SymbolLookup symbols = SymbolLookup.libraryLookup(Path.of(System.getProperty("libcounters")), Arena.global());
    return Linker.nativeLinker().downcallHandle(symbols.find("counter_" + name).orElseThrow(), type, options);
  }

  long add(long number) throws Throwable {
    return (long) ADD.invokeExact(object, number);
  }

  long label(String text) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      return (long) LABEL.invokeExact(object, arena.allocateFrom(text));
    }
  }

  long feed(byte[] data) throws Throwable {
    return (int) FEED.invokeExact(object, MemorySegment.ofArray(data), (long) data.length);
  }

  void fail() throws Throwable {
    int status = (int) FAIL.invokeExact(object);
    if (status != 0) throw new IllegalStateException("fail(): failed with " + status);
  }

  @Override
  public void close() {
    try {
      FREE.invokeExact(object);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private interface Loop {
    int run(int times) throws Throwable;
  }

  private static Variant timed(Loop loop) {
    return Variant.timed("peer", "FFM", n -> {
      try {
        return loop.run(n);
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    });
  }

  static Map<String, Variant> variants() throws Throwable {
    FfmCounter ffm = new FfmCounter();
    return Map.of(
        "method", timed(n -> { long sum = 0; while (n-- > 0) sum += ffm.add(n & 7); return (int) sum; }),
        "text", timed(n -> { long sum = 0; while (n-- > 0) sum += ffm.label(Objects.TEXT); return (int) sum; }),
        "1 kB of bytes", timed(n -> { long sum = 0; while (n-- > 0) sum += ffm.feed(Objects.BYTES); return (int) sum; }),
        "create and close", timed(n -> { while (n-- > 0) new FfmCounter().close(); return 0; }),
        "failing method", timed(n -> {
          int failures = 0;
          while (n-- > 0)
            try {
              ffm.fail();
            } catch (IllegalStateException e) {
              failures++;
            }
          return failures;
        }));
  }
}
