import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;

/** What one writes who knows JNI. It looks at less than ours: not at another thread that closes it during a call. */
final class JniCounter implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  static {
    System.load(System.getProperty("peers.counters"));
  }

  private static final class Address implements Runnable {
    private volatile long address = created();

    private static long created() {
      long address = create();
      if (address == 0) throw new OutOfMemoryError("Counter(): no memory");
      return address;
    }

    long opened() {
      long opened = address;
      if (opened == 0) throw new IllegalStateException("Counter is closed");
      return opened;
    }

    @Override
    public void run() {
      free(address);
      address = 0;
    }
  }

  private final Address address = new Address();
  private final Cleaner.Cleanable cleanable = CLEANER.register(this, address);

  private static native long create();

  private static native void free(long object);

  private static native long add(long object, long number);

  private static native long label(long object, byte[] utf8, int size);

  private static native long feed(long object, byte[] data, int size);

  private static native int fail(long object);

  long add(long number) {
    try {
      return add(address.opened(), number);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  long label(String text) {
    if (text.indexOf(0) >= 0) throw new IllegalArgumentException("label(): text: a null character");
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    try {
      return label(address.opened(), utf8, utf8.length);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  long feed(byte[] data) {
    try {
      return feed(address.opened(), data, data.length);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  void fail() {
    try {
      int status = fail(address.opened());
      if (status != 0) throw new IllegalStateException("fail(): failed with " + status);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
