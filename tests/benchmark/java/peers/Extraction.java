import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What one writes whose library is in the jar: nothing is checked, and one folder must do. */
final class Extraction {
  static void load(String file) {
    try (InputStream in = Extraction.class.getResourceAsStream("/" + file)) {
      Path folder = Files.createTempDirectory("by-hand-");
      Path library = folder.resolve(file);
      Files.copy(in, library);
      System.load(library.toString());
      Files.delete(library);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
