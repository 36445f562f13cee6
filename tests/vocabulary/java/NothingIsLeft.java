import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vocabulary.Kinds;

/** C has as many objects after a test as it had before. */
abstract class NothingIsLeft {
  int alive;

  @BeforeEach
  void count() {
    alive = Kinds.alive();
  }

  @AfterEach
  void allAreGone() {
    assertEquals(alive, Kinds.alive());
  }
}
