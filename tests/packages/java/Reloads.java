import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Loads a jar in a class loader that then is collected, twenty times; prints how many are mapped. */
class Reloads {
  public static void main(String[] jar) throws Exception {
    URL[] urls = {new File(jar[0]).toURI().toURL()};
    for (int i = 0; i < 20; i++) {
      WeakReference<Class<?>> library = call(urls);
      for (int wait = 0; library.get() != null || mapped() > 0; wait++) {
        if (wait == 1000) throw new AssertionError("still there: " + library.get() + ", " + mapped());
        System.gc();
        Thread.sleep(10);
      }
    }
  }

  private static WeakReference<Class<?>> call(URL[] urls) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      Class<?> library = loader.loadClass("org.example.square.SquareMath");
      System.out.println(library.getMethod("square", int.class).invoke(null, 7) + ", " + mapped());
      return new WeakReference<>(library);
    }
  }

  private static long mapped() throws IOException {
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.filter(line -> line.contains("square_jni")).map(line -> line.substring(line.indexOf('/'))).distinct().count();
    }
  }
}
