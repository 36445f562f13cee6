import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import vocabulary.Kinds;
import vocabulary.Shelf;
import vocabulary.Sign;

class DefaultsTest {
  @Test
  void ofAFunction() {
    assertEquals("255", Kinds.format(255));
    assertEquals("FF", Kinds.format(255, 16));
    assertEquals("ff", Kinds.format(255, 16, false));
    assertEquals("ff €", Kinds.format(255, 16, false, " €"));
    assertThrows(IllegalArgumentException.class, () -> Kinds.format(1, -1));
  }

  @Test
  void ofAMethodAndAConstructor() {
    try (Shelf shelf = new Shelf(); Shelf named = new Shelf("x")) {
      assertEquals("a \"shelf\"", shelf.name());
      assertEquals("x", named.name());
      assertEquals(-42, shelf.scaled());
      assertEquals(-42, shelf.scaled(3));
      assertEquals(1, shelf.scaled(3, 1));
      assertEquals(-1, shelf.scaled(3, 1, Sign.NEGATIVE));
    }
  }

  @Test
  void ofWhatMayBeNull() {
    byte[] data = {1};
    assertEquals(1, Kinds.sumWith(data));
    assertEquals(11, Kinds.sumWith(data, new byte[] {1, 2, 3, 4}));
    assertEquals(3, Kinds.sumWith(data, (byte[]) null, "ab"));
    assertThrows(IllegalArgumentException.class, () -> Kinds.sumWith(data, new byte[3]));
  }
}
