import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.example.square.SquareMath;

final class Arrays {
  static List<Variant> of(int count, BiFunction<int[], int[], List<Variant>> more) {
    int[] a = IntStream.range(0, count).map(i -> i % 46341).toArray();
    int[] b = new int[count];
    IntBuffer directA = direct(count).put(a).flip();
    IntBuffer directB = direct(count);
    List<Variant> variants = new ArrayList<>(List.of(
        Variant.timed("ours", "ours, int[]",
            n -> { while (n-- > 0) SquareMath.squareArray(a, b); return 0; }),
        Variant.timed("ours", "ours, direct IntBuffer",
            n -> { while (n-- > 0) SquareMath.squareArray(directA, directB); return 0; }),
        Variant.timed("limit", "JNI by hand",
            n -> { while (n-- > 0) Jni.squareArray(a, b); return 0; }),
        Variant.timed("peer", "memcpy (System.arraycopy)",
            n -> { while (n-- > 0) System.arraycopy(a, 0, b, 0, count); return 0; }),
        Variant.timed("peer", "loop with Math.multiplyExact",
            n -> { while (n-- > 0) multiplyExact(a, b); return 0; }),
        Variant.timed("peer", "SWIG's arrays_java.i",
            n -> { while (n-- > 0) swig_defaults.square_array(a, count, b); return 0; })));
    variants.addAll(more.apply(a, b));
    return variants;
  }

  private static IntBuffer direct(int count) {
    return ByteBuffer.allocateDirect(4 * count).order(ByteOrder.nativeOrder()).asIntBuffer();
  }

  private static void multiplyExact(int[] numbers, int[] squares) {
    for (int i = 0; i < numbers.length; i++) squares[i] = Math.multiplyExact(numbers[i], numbers[i]);
  }
}
