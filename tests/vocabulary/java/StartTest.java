import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vocabulary.Kinds;

class StartTest {
  /** What a virtual machine of its own runs. */
  public static void main(String[] arguments) {
    System.out.println("started " + Kinds.starts());
  }

  @Test
  void theLibraryIsStartedOnce() {
    assertEquals(1, Kinds.starts());
  }

  @Test
  void functionsMayBeConstants() {
    assertEquals(32, Kinds.KEY_BYTES);
    assertEquals("18446744073709551599", Long.toUnsignedString(Kinds.MESSAGE_BYTES_MAX));
    assertEquals(-5, Kinds.LOWEST);
    assertEquals(0.25, Kinds.RATIO_OF);
    assertEquals("bläke", Kinds.PRIMITIVE);
  }

  @Test
  void aStartThatFailsIsAnErrorOfLoading() throws IOException, InterruptedException {
    assertEquals("started 1", run(false));
    String output = run(true);
    assertTrue(output.contains("UnsatisfiedLinkError: vocabulary.KindsException: it is broken"), output);
  }

  static String run(boolean fails) throws IOException, InterruptedException {
    String classes = Path.of(StartTest.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(java, "-cp", classes,
        "-Dvocabulary.library=" + System.getProperty("vocabulary.library"), "StartTest");
    if (fails) builder.environment().put("KINDS_FAIL", "1");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    process.waitFor();
    return output;
  }
}
