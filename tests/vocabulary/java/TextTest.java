import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vocabulary.Kinds;

class TextTest {
  static String refused(String text) {
    return assertThrows(IllegalArgumentException.class, () -> Kinds.textBytes(text)).getMessage();
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "a, 1", "é, 2", "€, 3", "😀, 4", "e\u0301, 3", "\ufeff, 3", "\uffff, 3"})
  void aTextIsUtf8(String text, int bytes) {
    assertEquals(bytes, Kinds.textBytes(text));
    assertEquals(text + text, Kinds.twice(text));
  }

  /** Where the memory that a text is copied to is the call's own, and where it is not. */
  @ParameterizedTest
  @ValueSource(ints = {246, 247, 248, 249, 5_000_000})
  void aTextHasAnyLength(int length) {
    assertEquals(length, Kinds.textBytes("x".repeat(length)));
    assertEquals(2 * length, Kinds.twice("x".repeat(length)).length());
  }

  @Test
  void aNullCharacterWouldCutIt() {
    String message = "textBytes(): text: a null character, which would end it in C, at index ";
    assertEquals(message + 1, refused("a\0b"));
    assertEquals(message + 0, refused("\0"));
  }

  @Test
  void halfOfASurrogatePairIsNoText() {
    String message = "textBytes(): text: half of a surrogate pair at index ";
    assertEquals(message + 1, refused("a\ud83d"));
    assertEquals(message + 0, refused("\ude00a"));
    assertEquals(message + 2, refused("😀\ud83d\ud83d\ude00"));
    assertEquals(message + 0, refused("\ude00\ud83d"));
  }

  @Test
  void nullIsRefusedWhereItIsNoText() {
    Exception error = assertThrows(NullPointerException.class, () -> Kinds.textBytes(null));
    assertEquals("textBytes(): text: null", error.getMessage());
    assertEquals(-1, Kinds.optionalText(null));
    assertEquals(0, Kinds.optionalText(""));
    assertEquals(2, Kinds.optionalText("é"));
    assertThrows(IllegalArgumentException.class, () -> Kinds.optionalText("\0"));
  }

  @Test
  void aTextWithItsLengthMayHoldNull() {
    assertEquals(2, Kinds.countNul("a\0b\0"));
    assertEquals(0, Kinds.countNul(""));
    assertThrows(IllegalArgumentException.class, () -> Kinds.countNul("\0\ud83d"));
    assertThrows(NullPointerException.class, () -> Kinds.countNul(null));
  }

  @Test
  void aTextOfTheLibrarysIsDecoded() {
    assertEquals("grüß dich 😀", Kinds.greeting());
    assertEquals("\ufffd\ufffd", Kinds.twice("\ufffd")); // which also stands for what cannot be decoded
  }

  @Test
  void whatIsNoUtf8IsNoText() {
    Exception error = assertThrows(IllegalStateException.class, Kinds::latin1);
    assertEquals("latin1(): the library's text is not UTF-8", error.getMessage());
  }

  @Test
  void nullOfTheLibrarysIsNullWhereItMayBe() {
    assertEquals("number", Kinds.nameOf(1));
    assertNull(Kinds.nameOf(-1));
    Exception error = assertThrows(IllegalStateException.class, Kinds::noText);
    assertEquals("noText(): the library returned NULL", error.getMessage());
  }

  @Test
  void whatTheCallerOwnsIsGivenBack() {
    int alive = Kinds.alive();
    Kinds.twice("a");
    Kinds.failNextAllocation();
    assertThrows(IllegalStateException.class, () -> Kinds.twice("a"));
    assertEquals(alive, Kinds.alive());
  }
}
