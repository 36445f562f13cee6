import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.example.square.SquareMath;

/** The first call of a new process: finding and loading the library is most of it. */
final class FirstCall {
  /** Prints how many nanoseconds it took. */
  public static void main(String[] arguments) {
    boolean ours = arguments[0].equals("ours");
    long start = System.nanoTime();
    int square = ours ? SquareMath.square(7) : Jni.square(7);
    long end = System.nanoTime();
    System.out.println(square == 49 ? end - start : Double.NaN);
  }

  static List<Variant> variants() {
    String peers = System.getProperty("peers.jni");
    return List.of(
        new Variant("ours", "ours, extracted from the jar", () -> firstCall("ours", "none", "")),
        new Variant("peer", "JNI by hand, extracted from the jar",
            () -> firstCall("by hand", "peers.jni", new File(peers).getName())),
        new Variant("ours", "ours, the library named",
            () -> firstCall("ours", "org.example.square.library", System.getProperty("ours"))),
        new Variant("limit", "JNI by hand", () -> firstCall("by hand", "peers.jni", peers)));
  }

  private static double firstCall(String variant, String property, String value) {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-D" + property + "=" + value, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("FirstCall", variant));
    try {
      Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return Double.parseDouble(new String(process.getInputStream().readAllBytes(), "UTF-8"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
