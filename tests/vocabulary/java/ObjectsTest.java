import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vocabulary.Cursor;
import vocabulary.Gate;
import vocabulary.Kinds;
import vocabulary.KindsException;
import vocabulary.Shared;
import vocabulary.Stack;

class ObjectsTest extends NothingIsLeft {
  static void closed(String method, Executable call) {
    String message = assertThrows(IllegalStateException.class, call).getMessage();
    assertTrue(message.matches(method + "\\(\\): the (Stack|Cursor) is closed"), message);
  }

  @Test
  void anObjectHasMethods() {
    try (Stack stack = new Stack(2)) {
      stack.push(Long.MIN_VALUE);
      stack.push(0x7ff9_0000_0000_0001L); // looks like a failure
      assertEquals(2, stack.size());
      assertEquals(0x7ff9_0000_0000_0001L, stack.pop());
      assertEquals(Long.MIN_VALUE, stack.pop());
      assertNull(stack.pop()); // there is none
      stack.setTitle("größe");
      assertEquals("größe", stack.title());
    }
  }

  @Test
  void aFailureHasTheObjectsMessage() {
    try (Stack stack = new Stack(1)) {
      stack.push(1);
      KindsException error = assertThrows(KindsException.class, () -> stack.push(2));
      assertEquals("the stack is full", error.getMessage());
      assertEquals(2, error.code());
      assertThrows(IllegalArgumentException.class, () -> stack.setTitle("a\0"));
      error = assertThrows(KindsException.class, () -> stack.setTitle("x".repeat(99)));
      assertEquals("the title is too long", error.getMessage());
    }
  }

  @Test
  void aConstructorThatFailsLeavesNothing() {
    KindsException error = assertThrows(KindsException.class, () -> new Stack(0));
    assertEquals("a stack of 0 holds nothing", error.getMessage());
    Kinds.failNextAllocation();
    assertEquals(2, assertThrows(KindsException.class, () -> new Stack(1)).code());
  }

  @Test
  void useAfterCloseIsRefused() {
    Stack stack = new Stack(1);
    stack.close();
    stack.close();
    assertEquals(alive, Kinds.alive());
    closed("push", () -> stack.push(1));
    closed("pop", stack::pop);
    closed("title", stack::title);
    closed("copy", stack::copy);
    closed("open", () -> Cursor.open(stack));
    try (Stack other = new Stack(1)) {
      closed("move", () -> other.move(stack));
      closed("move", () -> stack.move(other));
      Exception error = assertThrows(NullPointerException.class, () -> other.move(null));
      assertEquals("move(): other: null", error.getMessage());
      other.push(3); // a refused call has left it
    }
  }

  @Test
  void aChildKeepsItsParent() {
    Stack stack = new Stack(1);
    stack.push(5);
    Cursor first = Cursor.open(stack), second = Cursor.open(stack);
    stack.close();
    assertEquals(alive + 3, Kinds.alive());
    first.close();
    assertTrue(second.next());
    assertEquals(5, second.number());
    assertFalse(second.next());
    second.close();
  }

  @Test
  void aCopyIsIndependent() {
    Stack stack = new Stack(3);
    stack.push(1);
    Stack copy = stack.copy();
    stack.close();
    assertEquals(alive + 1, Kinds.alive());
    assertEquals(1, copy.pop());
    copy.close();
  }

  @Test
  void aBorrowedOneBelongsToItsOwner() {
    Stack stack = new Stack(3);
    assertNull(stack.above());
    Stack below = stack.below(), again = stack.below();
    assertNotSame(below, again);
    below.push(4);
    assertEquals(4, again.pop());
    below.close();
    closed("push", () -> below.push(1));
    again.push(2); // a proxy that is closed closes no other
    stack.close();
    assertEquals(2, again.pop()); // and keeps the owner
    again.close();
  }

  @Test
  void whatIsMovedStaysWithoutFailures() {
    try (Stack stack = new Stack(4); Stack other = new Stack(2)) {
      other.push(1);
      other.push(2);
      stack.move(other);
      assertEquals(2, stack.size());
      assertEquals(0, other.size());
    }
  }

  @Test
  void anObjectThatCTakesOverKeepsItsNewOwner() {
    Stack stack = new Stack(2), other = new Stack(2), third = new Stack(1), fourth = new Stack(1);
    assertThrows(IllegalArgumentException.class, () -> stack.adopt(stack));
    stack.adopt(other);
    assertThrows(IllegalArgumentException.class, () -> third.adopt(other));
    assertThrows(IllegalArgumentException.class, () -> other.adopt(stack));
    stack.close();
    assertEquals(0, other.size());
    other.adopt(third);
    assertThrows(KindsException.class, () -> other.adopt(fourth)); // and does not take it over
    fourth.close();
    other.close();
    assertEquals(alive + 3, Kinds.alive());
    assertEquals(0, third.size());
    third.close();
  }

  @Test
  void oneOwnerOfTwoAtOnceTakesAnObjectOver() throws InterruptedException {
    for (int race = 0; race < 20; race++) {
      try (Stack given = new Stack(1); Stack first = new Stack(1); Stack second = new Stack(1)) {
        AtomicInteger taken = new AtomicInteger();
        Thread other = new Thread(() -> taken.addAndGet(adopted(first, given)));
        other.start();
        taken.addAndGet(adopted(second, given));
        other.join();
        assertEquals(1, taken.get());
      }
    }
  }

  static int adopted(Stack owner, Stack given) {
    try {
      owner.adopt(given);
      return 1;
    } catch (IllegalArgumentException | IllegalStateException refused) {
      return 0;
    }
  }

  @Test
  void anObjectThatIsCountedIsSharedByItsProxies() {
    Stack stack = new Stack(1);
    Shared shared = new Shared();
    assertNull(stack.shared());
    stack.share(shared);
    Shared again = stack.shared();
    assertEquals(3, again.references());
    shared.close();
    stack.close();
    assertEquals(1, again.references());
    again.close();
  }

  @Test
  void anObjectForOneThreadAtATimeRefusesAnother() throws Exception {
    try (Gate gate = new Gate()) {
      Thread waiting = new Thread(() -> waitUntilLetIn(gate));
      waiting.start();
      int refused = 0;
      while (waiting.isAlive()) {
        try {
          gate.passed();
        } catch (IllegalStateException error) {
          assertEquals("passed(): the Gate is in use by another thread", error.getMessage());
          refused++;
        }
      }
      waiting.join();
      assertTrue(refused > 0);
      assertEquals(1, gate.passed());
    }
  }

  static void waitUntilLetIn(Gate gate) {
    while (true) {
      try {
        gate.wait_(300);
        return;
      } catch (IllegalStateException refused) {
        Thread.yield(); // the other thread was in it
      }
    }
  }

  /** Each thread may see the object closed, but none sees it destroyed under its call. */
  @Test
  void closingWhileOthersCallIsSafe() throws InterruptedException {
    for (int race = 0; race < 300; race++) {
      Stack stack = new Stack(1);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 2; i++) threads.add(new Thread(() -> useUntilClosed(stack)));
      for (Thread each : threads) each.start();
      if (race % 2 == 0) Thread.yield();
      stack.close();
      for (Thread each : threads) each.join();
    }
  }

  static void useUntilClosed(Stack stack) {
    try {
      while (true) {
        try (Cursor cursor = Cursor.open(stack)) {
          cursor.next();
        }
      }
    } catch (IllegalStateException closed) {
      // as expected
    }
  }
}
