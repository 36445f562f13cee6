import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import vocabulary.Basket;
import vocabulary.Countdown;
import vocabulary.Fruits;
import vocabulary.Kinds;
import vocabulary.KindsException;
import vocabulary.Series;
import vocabulary.Words;

class SeriesTest extends NothingIsLeft {
  static <T> List<T> all(Iterable<T> elements) {
    List<T> found = new ArrayList<>();
    for (T each : elements) found.add(each);
    return found;
  }

  @Test
  void aConstructorOfTwoCalls() {
    try (Series series = new Series(5, 3)) {
      assertEquals(List.of(5L, 6L, 7L), series.asList());
    }
    for (int i = 0; i < 1000; i++) assertThrows(KindsException.class, () -> new Series(5, 0));
    Kinds.failNextAllocation();
    assertThrows(IllegalStateException.class, () -> new Series(5, 3));
  }

  @Test
  void anObjectInMemoryOfOurOwn() {
    try (Fruits fruits = new Fruits(); Fruits last = new Fruits(2); Basket basket = new Basket()) {
      assertEquals(List.of("apple", "äpfel", "cherry"), all(fruits));
      assertEquals(List.of("cherry"), all(last));
      assertEquals(List.of("apple", "äpfel", "cherry"), basket.asList());
    }
    for (int i = 0; i < 1000; i++) assertThrows(KindsException.class, () -> new Fruits(-1));
  }

  @Test
  void aCopyHasItsOwnWay() {
    Series series = new Series(0, 2);
    try (Series copy = series.copy()) {
      series.shorten();
      series.close();
      assertEquals(List.of(0L, 1L), copy.asList());
    }
    try (Fruits fruits = new Fruits(1)) {
      fruits.iterator().next();
      try (Fruits copy = fruits.copy()) {
        assertEquals(List.of("cherry"), all(copy));
      }
      Kinds.failNextAllocation();
      assertThrows(KindsException.class, fruits::copy);
    }
  }

  @Test
  void aSequenceIsAList() {
    Series series = new Series(10, 4);
    List<Long> list = series.asList();
    assertEquals(13, list.get(3));
    assertEquals(2, list.indexOf(12L));
    assertEquals(List.of(11L, 12L), list.subList(1, 3));
    series.shorten();
    assertEquals(3, list.size());
    for (int index : new int[] {-1, 3}) assertThrows(IndexOutOfBoundsException.class, () -> list.get(index));
    assertThrows(UnsupportedOperationException.class, () -> list.set(0, 1L));
    series.close();
    assertThrows(IllegalStateException.class, list::size);
  }

  @Test
  void anArrayOfObjects() {
    Series other = new Series(10, 3);
    try (Series series = new Series(1, 2)) {
      assertEquals(12, Kinds.seriesFirsts(new Series[] {series, other, series}));
      assertEquals(0, Kinds.seriesFirsts(new Series[0]));
      series.extend(new Series[] {other, series});
      assertEquals(10, series.asList().size());
      assertThrows(KindsException.class, () -> series.extend(new Series[0]));
      Exception error = assertThrows(NullPointerException.class, () -> series.extend(new Series[] {other, null}));
      assertEquals("extend(): others[1]: null", error.getMessage());
      other.close();
      assertThrows(IllegalStateException.class, () -> series.extend(new Series[] {series, other}));
    }
  }

  @Test
  void iterationEndsAndStaysSo() {
    try (Words words = new Words("one  zwölf three"); Countdown countdown = new Countdown(3)) {
      Iterator<String> first = words.iterator();
      assertTrue(first.hasNext());
      assertTrue(first.hasNext());
      assertEquals("one", first.next());
      assertEquals(List.of("zwölf", "three"), all(words));
      assertFalse(first.hasNext());
      assertThrows(NoSuchElementException.class, first::next);
      assertEquals(List.of(2, 1, 0), all(countdown));
    }
  }

  @Test
  void aStepMayFail() {
    try (Words words = new Words("bad two")) {
      assertThrows(KindsException.class, () -> words.iterator().hasNext());
      assertEquals(List.of("two"), all(words));
    }
  }
}
