import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Loads a jar that holds Hello in a class loader that then is closed and collected, twenty times; prints how many libraries are
 * mapped, and how often the closed jar is open.
 */
class Reloads {
  public static void main(String[] jarAndLibrary) throws Exception {
    String jar = jarAndLibrary[0];
    String library = jarAndLibrary[1];
    for (int i = 0; i < 20; i++) {
      WeakReference<ClassLoader> loader = load(new URL[] {new File(jar).toURI().toURL()});
      System.out.println(mapped(library) + " mapped, " + open(jar) + " open");
      for (int wait = 0; loader.get() != null || mapped(library) > 0; wait++) {
        if (wait == 1000) throw new AssertionError("still there: " + loader.get() + ", " + mapped(library));
        System.gc();
        Thread.sleep(10);
      }
    }
  }

  private static WeakReference<ClassLoader> load(URL[] urls) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      Loaders.sayHello(loader);
      return new WeakReference<>(loader);
    }
  }

  private static long mapped(String library) throws IOException {
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.filter(line -> line.contains(library)).map(line -> line.substring(line.indexOf('/'))).distinct().count();
    }
  }

  private static long open(String jar) {
    return Stream.of(new File("/proc/self/fd").listFiles()).filter(link -> leadsTo(link, jar)).count();
  }

  private static boolean leadsTo(File link, String file) {
    try {
      return Files.readSymbolicLink(link.toPath()).toString().equals(file);
    } catch (IOException e) {
      return false; // the one that lists them
    }
  }
}
