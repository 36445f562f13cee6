import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.example.square.SquareMath;
import org.junit.jupiter.api.Test;

/** Memory that ends before its buffer, and a virtual machine that ends before a call. */
class LifeCycleTest {
  /* Java 22's, for a compiler of 11: class.name(argument..), of a method whose only other overloads have more parameters. */
  static Object call(String type, Object object, String name, Object... arguments) {
    try {
      for (Method method : Class.forName("java.lang.foreign." + type).getMethods())
        if (method.getName().equals(name) && method.getParameterCount() == arguments.length)
          return method.invoke(object, arguments);
      throw new NoSuchMethodException(name);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static IntBuffer buffer(Object segment) {
    return ((ByteBuffer) call("MemorySegment", segment, "asByteBuffer")).order(ByteOrder.nativeOrder()).asIntBuffer();
  }

  @Test
  void closedMemoryIsRefused() {
    assumeTrue(Runtime.version().feature() >= 22);
    Object arena = call("Arena", null, "ofConfined");
    IntBuffer squares = buffer(call("Arena", arena, "allocate", 16L, 4L));
    SquareMath.squareArray(squares, squares);
    call("Arena", arena, "close");
    Exception error = assertThrows(IllegalStateException.class, () -> SquareMath.squareArray(squares, squares));
    assertEquals("Already closed", error.getMessage());
    IntBuffer empty = buffer(call("MemorySegment", call("MemorySegment", null, "ofAddress", 0L), "reinterpret", 0L));
    SquareMath.squareArray(empty, empty);
  }

  @Test
  void javaEndsDuringLongCalls() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = origin(LongCalls.class) + File.pathSeparator + origin(SquareMath.class);
    ProcessBuilder program = new ProcessBuilder(java, "-XX:-UsePerfData", "-cp", classPath, LongCalls.class.getName());
    assertEquals(0, program.inheritIO().start().waitFor());
  }

  static Path origin(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  static class LongCalls {
    public static void main(String[] none) throws InterruptedException {
      CountDownLatch calling = new CountDownLatch(8);
      for (int i = 0; i < 8; i++) {
        Thread thread = new Thread(() -> callForEver(calling));
        thread.setDaemon(true);
        thread.start();
      }
      calling.await();
    }

    private static void callForEver(CountDownLatch calling) {
      int[] numbers = new int[1 << 22];
      for (;; calling.countDown()) SquareMath.squareArray(numbers, numbers);
    }
  }
}
