using Xunit;

namespace Vocabulary.Tests;

/// <summary>A class that is a kind of another has its methods, and is passed where that one is wanted.</summary>
public class KinshipTests
{
  [Fact]
  public void ItIsPassedWhereItsBaseIsWanted()
  {
    using var shape = new Shape(10);
    using var circle = new Circle(2);
    using var ring = new Ring(1, 2);
    Assert.Equal(12, circle.Area());
    Assert.Equal(2, circle.Radius());
    Assert.Equal(9, ring.Area()); // C finds the shape elsewhere than the ring
    Assert.Equal(1, ring.Inner());
    Assert.True(circle.Covers(shape));
    Assert.True(shape.Covers(ring));
    Assert.False(ring.Covers(circle));
    Assert.Equal(31, Kinds.ShapesTotal([shape, circle, ring]));
    circle.Dispose();
    Assert.Throws<ObjectDisposedException>(() => circle.Area());
  }

  [Fact]
  public void EachIsDestroyedByItsOwn()
  {
    int shapes = Kinds.ShapesAlive(), circles = Kinds.CirclesAlive();
    var circle = new Circle(1);
    using (var shape = new Shape(1))
    using (var ring = new Ring(1, 2))
    {
      Assert.Equal(shapes + 3, Kinds.ShapesAlive());
      Assert.Equal(circles + 1, Kinds.CirclesAlive());
      circle.Dispose();
      Assert.Equal(circles, Kinds.CirclesAlive());
      shape.Attach(ring);
      ring.Dispose();
      Assert.Equal(10, shape.Area());
    }
    Assert.Equal(shapes, Kinds.ShapesAlive());
  }
}
