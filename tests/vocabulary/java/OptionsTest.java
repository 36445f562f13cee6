import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vocabulary.Color;
import vocabulary.Kinds;
import vocabulary.KindsException;
import vocabulary.Options;
import vocabulary.Point;
import vocabulary.Stack;
import vocabulary.Style;

class OptionsTest {
  @Test
  void theDefaultsAreTheLibrarys() {
    assertEquals("Options[limit=10, ratio=0.5, color=GREEN, strict=true, title=a stack, author=null, seed=[1, 2, 3, 4], "
        + "start=Point[x=3, y=4]]", new Options().toString());
    assertEquals("Style[width=5, font=serif]", new Style().toString());
    Options options = new Options().limit(3).color(Color.RED).start(new Point(1, 2));
    assertEquals(3, options.limit());
    assertEquals(Color.RED, options.color());
    assertEquals(new Point(1, 2), options.start());
    assertTrue(options.strict());
  }

  @Test
  void anArrayIsCopied() {
    byte[] seed = {9, 9, 9, 9};
    Options options = new Options().seed(seed);
    seed[0] = 1;
    options.seed()[1] = 1;
    assertArrayEquals(new byte[] {9, 9, 9, 9}, options.seed());
  }

  @Test
  void aMemberThatIsLeftAloneHasItsDefault() {
    assertTrue(Kinds.optionsIsUnused(new Options().limit(3)));
    assertEquals(1007, Kinds.styleWidth(new Style().width(7)));
    assertEquals(6, Kinds.styleWider(new Style()).width());
  }

  @Test
  void textsLiveAsLongAsTheObject() {
    try (Stack stack = Stack.createWith(new Options().limit(2).title("a long title").author("x".repeat(5000)))) {
      for (int i = 0; i < 1000; i++) Kinds.optionsIsUnused(new Options().title("y".repeat(5000)));
      assertEquals("a long title", stack.madeTitle());
      assertEquals("x".repeat(5000), stack.madeAuthor());
      stack.changeOptions(new Options().title("another"));
      assertEquals("another", stack.madeTitle());
      assertNull(stack.madeAuthor());
    }
    assertThrows(KindsException.class, () -> Stack.createWith(new Options().limit(0).title("refused")));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    ValuesTest.unfit("Style(): font: at most 7 bytes of UTF-8, not 9", () -> new Style().font("monospace"));
    ValuesTest.unfit("Options(): seed: a length of 4 is required, not 0", () -> new Options().seed(new byte[0]));
    ValuesTest.refused(NullPointerException.class, "Options(): color: null", () -> new Options().color(null));
  }
}
