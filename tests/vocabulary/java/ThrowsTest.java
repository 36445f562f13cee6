import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import thrower.Store;
import thrower.Thrower;
import thrower.ThrowerException;

/** What a library in C++ throws is an exception of Java's, and nothing is left behind. */
class ThrowsTest {
  private static void throwing(String message, Executable call) {
    ThrowerException thrown = assertThrows(ThrowerException.class, call);
    assertEquals(message, thrown.getMessage());
    assertEquals(0, thrown.code());
  }

  @Test
  void whatIsThrownIsThrown() {
    assertEquals(3, Thrower.divide(7, 2));
    throwing("division by zero ✗", () -> Thrower.divide(1, 0));
    assertEquals(3, Thrower.divide(7, 2));
    Thrower.throw_(0);
    throwing("thrown", () -> Thrower.throw_(1));
    assertThrows(OutOfMemoryError.class, () -> Thrower.throw_(2));
    throwing("the library threw what is no std::exception", () -> Thrower.throw_(3));
    throwing("no name", () -> Thrower.name(false));
  }

  @Test
  void objects() {
    int alive = Thrower.alive();
    throwing("a capacity below 0", () -> new Store(-1));
    try (Store store = new Store(1)) {
      throwing("nothing to copy", store::clone_);
      throwing("no text", store::text);
      store.put(5);
      assertEquals(1, assertThrows(ThrowerException.class, () -> store.put(6)).code());
      assertEquals(5, store.at(0));
      assertTrue(assertThrows(ThrowerException.class, () -> store.at(1)).getMessage().contains("range"));
    }
    assertEquals(2, Thrower.divide(4, 2), "what the destructor threw is not another call's");
    assertEquals(alive, Thrower.alive());
  }

  @Test
  void inACallback() {
    try (Store store = new Store(2)) {
      store.put(0);
      store.put(1);
      throwing("it was stopped", () -> store.each(number -> false));
      List<Integer> seen = new ArrayList<>();
      store.each(number -> seen.add(store.at(number)));
      assertEquals(List.of(0, 1), seen);
      assertThrows(ArithmeticException.class, () -> store.each(number -> 1 / number > 0));
      throwing("division by zero ✗", () -> store.each(number -> Thrower.divide(1, number) > 0));
    }
  }
}
