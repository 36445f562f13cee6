import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vocabulary.Circle;
import vocabulary.Kinds;
import vocabulary.Ring;
import vocabulary.Shape;

/** A class that is a kind of another has its methods, and is passed where that one is wanted. */
class KinshipTest {
  @Test
  void itIsPassedWhereItsBaseIsWanted() {
    Circle circle = new Circle(2);
    try (Shape shape = new Shape(10); Ring ring = new Ring(1, 2)) {
      assertEquals(12, circle.area());
      assertEquals(2, circle.radius());
      assertEquals(9, ring.area(), "C finds the shape elsewhere than the ring");
      assertEquals(1, ring.inner());
      assertTrue(circle.covers(shape));
      assertTrue(shape.covers(ring));
      assertFalse(ring.covers(circle));
      assertEquals(31, Kinds.shapesTotal(new Shape[] {shape, circle, ring}));
      circle.close();
      assertThrows(IllegalStateException.class, circle::area);
    }
  }

  @Test
  void eachIsDestroyedByItsOwn() {
    int shapes = Kinds.shapesAlive();
    int circles = Kinds.circlesAlive();
    Circle circle = new Circle(1);
    Ring ring = new Ring(1, 2);
    try (Shape shape = new Shape(1)) {
      assertEquals(shapes + 3, Kinds.shapesAlive());
      assertEquals(circles + 1, Kinds.circlesAlive());
      circle.close();
      assertEquals(circles, Kinds.circlesAlive());
      shape.attach(ring);
      ring.close();
      assertEquals(10, shape.area());
    }
    assertEquals(shapes, Kinds.shapesAlive());
  }
}
