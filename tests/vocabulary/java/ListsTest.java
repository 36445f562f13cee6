import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vocabulary.Kinds;
import vocabulary.KindsException;

class ListsTest extends NothingIsLeft {
  static void fails(Class<? extends Throwable> type, String message, Executable call) {
    assertEquals(message, assertThrows(type, call).getMessage());
  }

  @Test
  void aListIsPassed() {
    assertEquals(12, Kinds.bytesOf(new String[] {"a", "größe", "", "😀"}));
    assertEquals("a,größe", Kinds.join(new String[] {"a", "größe"}));
    assertEquals(0, Kinds.bytesOf(new String[0]));
    assertEquals("", Kinds.join(new String[0]));
    assertEquals(29_999, Kinds.join("ab ".repeat(10_000).split(" ")).length());
    assertEquals(0, Kinds.countTexts(new String[0]));
    assertEquals(-1, Kinds.countTexts(null));
  }

  @Test
  void whatIsNoListIsRefused() {
    fails(NullPointerException.class, "join(): texts: null", () -> Kinds.join(null));
    fails(NullPointerException.class, "join(): texts[1]: null", () -> Kinds.join(new String[] {"a", null}));
    fails(IllegalArgumentException.class, "join(): texts[0]: a null character, which would end it in C, at index 1",
        () -> Kinds.join(new String[] {"a\0b"}));
  }

  @Test
  void aListIsReturned() {
    assertArrayEquals(new String[] {"a", "größe", "", "b"}, Kinds.split("a,größe,,b"));
    assertArrayEquals(new String[] {""}, Kinds.split(""));
    assertArrayEquals(new String[] {"one", "zwölf", "😀", ""}, Kinds.names(4));
    assertEquals(0, Kinds.names(0).length);
    assertNull(Kinds.names(-1));
    fails(IllegalStateException.class, "brokenNames(): the library returned NULL at index 1", Kinds::brokenNames);
    assertThrows(IllegalStateException.class, Kinds::latin1Names);
    Kinds.failNextAllocation();
    fails(IllegalStateException.class, "split(): the library returned NULL", () -> Kinds.split("a"));
  }

  @Test
  void listsAndTextsAreGivenThroughPointers() {
    assertArrayEquals(new String[] {"a", "b"}, Kinds.parts("a,b"));
    assertThrows(KindsException.class, () -> Kinds.parts(""));
    assertEquals("some number", Kinds.spell(1));
    assertNull(Kinds.spell(0));
    assertThrows(KindsException.class, () -> Kinds.spell(-1));
    assertArrayEquals(new byte[3], Kinds.bytes(3));
  }

  @Test
  void whyItHasFailedIsGivenThroughAPointer() {
    Kinds.execute("go");
    assertEquals(2, Kinds.measure("go"));
    fails(KindsException.class, "no such command ✗", () -> Kinds.execute("stop"));
    fails(KindsException.class, "it is broken ✗", () -> Kinds.execute(""));
    fails(KindsException.class, "no command", () -> Kinds.measure(""));
  }
}
