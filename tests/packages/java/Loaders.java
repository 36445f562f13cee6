import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Loads a jar that holds Hello twice, and once from inside another; runs each in 32 threads at once. */
class Loaders {
  private static final int THREADS = 32;

  public static void main(String[] jars) throws Exception {
    URL[] jar = {new File(jars[0]).toURI().toURL()};
    List<ClassLoader> loaders =
        List.of(new URLClassLoader(jar, null), new URLClassLoader(jar, null), new Nested(Path.of(jars[1])));
    ExecutorService pool = Executors.newFixedThreadPool(loaders.size() * THREADS);
    CyclicBarrier start = new CyclicBarrier(loaders.size() * THREADS);
    List<Callable<Void>> calls = new ArrayList<>();
    for (ClassLoader loader : loaders)
      calls.addAll(Collections.nCopies(THREADS, () -> {
        start.await();
        sayHello(loader);
        return null;
      }));
    List<Future<Void>> results = pool.invokeAll(calls);
    pool.shutdown();
    for (Future<Void> result : results) result.get();
  }

  static void sayHello(ClassLoader loader) throws ReflectiveOperationException {
    Method main = loader.loadClass("Hello").getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) new String[0]);
  }

  /** As servers and executable jars do: no file for a class or a resource, and URLs that only their handler reads. */
  private static class Nested extends ClassLoader {
    private final Map<String, byte[]> entries = new HashMap<>();

    Nested(Path jar) throws IOException {
      super(null);
      try (ZipInputStream outer = new ZipInputStream(Files.newInputStream(jar))) {
        outer.getNextEntry(); // the only one
        ZipInputStream inner = new ZipInputStream(outer);
        for (ZipEntry e; (e = inner.getNextEntry()) != null; ) entries.put(e.getName(), inner.readAllBytes());
      }
    }

    @Override protected Class<?> findClass(String name) {
      byte[] code = entries.get(name.replace('.', '/') + ".class");
      return defineClass(name, code, 0, code.length);
    }

    @Override protected URL findResource(String name) {
      try {
        return new URL(null, "nested:" + name, new URLStreamHandler() {
          @Override protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
              @Override public void connect() {}

              @Override public InputStream getInputStream() {
                return new ByteArrayInputStream(entries.get(name));
              }
            };
          }
        });
      } catch (MalformedURLException e) {
        throw new AssertionError(e);
      }
    }
  }
}
