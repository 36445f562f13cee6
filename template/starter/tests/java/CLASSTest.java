import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import {{ java_package }}.{{ class }};
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class {{ class }}Test {
  @Test
  void agreesWithEveryVector() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(System.getenv("VECTORS")));
    List<String> rows = lines.subList(1, lines.size());
    assertFalse(rows.isEmpty());
    for (String line : rows) {
      int[] row = Arrays.stream(line.split(",", -1)).mapToInt(Integer::parseInt).toArray();
      assertEquals(row[row.length - 1], {{ class }}.{{ java_function }}({% for p in parameters %}row[{{ loop.index0 }}]{{ ", " if not loop.last }}{% endfor %}), line);
    }
  }
}
