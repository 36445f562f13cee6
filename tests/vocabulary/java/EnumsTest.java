import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vocabulary.Color;
import vocabulary.Flags;
import vocabulary.Kinds;

class EnumsTest {
  @Test
  void theValuesAreTheCompilers() {
    assertEquals(1, Kinds.colorNumber(Color.RED));
    assertEquals(32, Kinds.colorNumber(Color.BLUE)); // 0040 in C
    assertEquals(Color.GREEN, Kinds.mix(Color.RED));
    assertEquals(Color.BLUE, Kinds.mix(Color.GREEN));
  }

  @Test
  void anUnknownValueHasAConstantWhichCannotBePassed() {
    assertEquals(Color.UNRECOGNIZED, Kinds.unknownColor());
    Exception error = assertThrows(IllegalArgumentException.class, () -> Kinds.mix(Color.UNRECOGNIZED));
    assertEquals("mix(): color: UNRECOGNIZED has no value in C", error.getMessage());
    assertThrows(NullPointerException.class, () -> Kinds.mix(null));
  }

  @Test
  void flagsAreASet() {
    assertEquals(EnumSet.of(Flags.SAFE), Kinds.invert(EnumSet.of(Flags.FAST, Flags.LOUD)));
    assertEquals(EnumSet.allOf(Flags.class), Kinds.invert(Set.of()));
    assertTrue(Kinds.invert(EnumSet.allOf(Flags.class)).isEmpty());
    assertThrows(NullPointerException.class, () -> Kinds.invert(null));
  }

  @Test
  void constantsAreTheCompilers() {
    assertEquals(42, Kinds.LIMIT);
    assertEquals(Long.MAX_VALUE, Kinds.BIG);
    assertEquals(1.5, Kinds.RATIO);
    assertEquals("kinds \"of\" 'values'", Kinds.TITLE);
  }
}
