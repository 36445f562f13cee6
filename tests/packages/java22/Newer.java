import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.example.square.SquareMath;

/** What newer Java adds: virtual threads, of which 1000 call first, and memory that can be closed. */
class Newer {
  public static void main(String[] none) throws Exception {
    int sum = 0;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> call = () -> SquareMath.square(7);
      for (var result : pool.invokeAll(Collections.nCopies(1000, call))) sum += result.get();
    }
    System.out.println(sum);

    SquareMath.squareArray(buffer(MemorySegment.NULL), buffer(MemorySegment.NULL));
    IntBuffer closed;
    try (Arena arena = Arena.ofConfined()) {
      closed = buffer(arena.allocate(JAVA_INT, 4));
      SquareMath.squareArray(closed, closed);
    }
    try {
      SquareMath.squareArray(closed, closed);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }

  private static IntBuffer buffer(MemorySegment segment) {
    return segment.asByteBuffer().order(ByteOrder.nativeOrder()).asIntBuffer();
  }
}
