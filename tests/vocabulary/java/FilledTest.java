import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vocabulary.Kinds;
import vocabulary.KindsException;

/** Memory that C fills: as much as there is, by each way in which C says how much that is. */
class FilledTest {
  static byte[] bytes(int size, int value) {
    byte[] made = new byte[size];
    Arrays.fill(made, (byte) value);
    return made;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 58, 59, 60, 61, 62, 63, 64, 1000})
  void asSnprintf(int number) {
    assertEquals(String.format("%0" + number + "d €", number), Kinds.describe(number));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 64, 65, 10_000})
  void aNegativeResultSaysHowMuchIsNeeded(int length) {
    assertArrayEquals("x".repeat(length).chars().toArray(), Kinds.characters("x".repeat(length)));
  }

  @Test
  void ofASizeThatIsKnown() {
    assertArrayEquals(bytes(5, 5), Kinds.save(5));
    assertArrayEquals(new byte[0], Kinds.save(0));
  }

  @Test
  void withinABound() {
    assertArrayEquals(bytes(3, 1), Kinds.pack(bytes(3, 1)));
    KindsException error = assertThrows(KindsException.class, () -> Kinds.pack(new byte[0]));
    assertEquals("it is broken ✗", error.getMessage());
  }

  @Test
  void aFirstCallAsks() {
    assertArrayEquals(new double[] {0, 0.5, 1, 1.5, 2}, Kinds.list(5));
    assertArrayEquals(new double[0], Kinds.list(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 4097, 1_000_000})
  void untilItFits(int size) {
    assertArrayEquals(bytes(size, 'x'), Kinds.expand(size));
  }

  @Test
  void aFailureIsOne() {
    assertEquals(2, assertThrows(KindsException.class, () -> Kinds.expand(-1)).code());
    assertEquals("a negative number", assertThrows(KindsException.class, () -> Kinds.describe(-1)).getMessage());
  }
}
