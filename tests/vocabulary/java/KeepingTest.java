import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import vocabulary.Kinds;
import vocabulary.KindsException;
import vocabulary.Shelf;

class KeepingTest {
  /** Memory that the copies would be in, if they were freed too early. */
  static void useMemory() {
    for (int i = 1; i < 300; i++) Kinds.twice("y".repeat(i));
    System.gc();
  }

  @Test
  void itLivesAsLongAsTheObject() {
    try (Shelf shelf = new Shelf("größe")) {
      int[] numbers = {1, 2, 3};
      ByteBuffer data = ByteBuffer.allocateDirect(2).put(0, (byte) 1).put(1, (byte) 2);
      shelf.setLabel("a label");
      shelf.setNumbers(numbers);
      shelf.setData(data);
      numbers[0] = 100;
      data.put(0, (byte) 100);
      useMemory();
      assertEquals("größe", shelf.name());
      assertEquals("a label", shelf.label());
      assertEquals(6, shelf.total());
      assertEquals(3, shelf.sum());
    }
  }

  @Test
  void itIsReplacedByTheNextCallOnly() {
    try (Shelf shelf = new Shelf("s")) {
      for (int i = 0; i < 1000; i++) shelf.setLabel("label " + i);
      shelf.setNumbers(new int[] {5});
      assertThrows(KindsException.class, () -> shelf.setLabel("x".repeat(1000)));
      assertThrows(KindsException.class, () -> shelf.setNumbers(new int[0]));
      useMemory();
      assertEquals("label 999", shelf.label());
      assertEquals(5, shelf.total());
      shelf.setLabel(null);
      assertNull(shelf.label());
    }
  }

  @Test
  void whatABorrowedObjectKeepsItsOwnerKeeps() {
    try (Shelf shelf = new Shelf("s")) {
      try (Shelf upper = shelf.upper()) {
        upper.setLabel("upper label");
      }
      shelf.setLabel("own label");
      useMemory();
      try (Shelf upper = shelf.upper()) {
        assertEquals("upper label", upper.label());
      }
    }
  }
}
