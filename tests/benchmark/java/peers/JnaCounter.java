import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** JNA's direct mapping: its user closes the object, and nobody checks. */
final class JnaCounter implements AutoCloseable {
  static {
    Native.register(System.getProperty("libcounters"));
  }

  private final Pointer object = counter_new();

  private static native Pointer counter_new();

  private static native void counter_free(Pointer self);

  private static native long counter_add(Pointer self, long number);

  private static native long counter_label(Pointer self, String text);

  private static native int counter_feed(Pointer self, byte[] data, long size);

  private static native int counter_fail(Pointer self);

  long add(long number) {
    return counter_add(object, number);
  }

  long label(String text) {
    return counter_label(object, text);
  }

  long feed(byte[] data) {
    return counter_feed(object, data, data.length);
  }

  void fail() {
    int status = counter_fail(object);
    if (status != 0) throw new IllegalStateException("fail(): failed with " + status);
  }

  @Override
  public void close() {
    counter_free(object);
  }
}
