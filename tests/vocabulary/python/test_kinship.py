"""A class that is a kind of another has its methods, and is passed where that one is wanted."""
import gc

import pytest

import _kinds as kinds


@pytest.fixture(autouse=True)
def nothing_is_left():
    yield
    gc.collect()
    assert (kinds.shapes_alive(), kinds.circles_alive()) == (0, 0)


def test_it_has_the_methods_of_its_base():
    with kinds.Circle(2) as circle:
        assert isinstance(circle, kinds.Shape) and circle.area() == 12 and circle.radius() == 2
        assert kinds.Shape.area(circle) == 12
    with pytest.raises(ValueError, match=r"^area\(\): the Circle is closed$"):
        circle.area()


def test_it_is_passed_where_its_base_is_wanted():
    with kinds.Shape(10) as shape, kinds.Circle(2) as circle, kinds.Ring(1, 2) as ring:
        assert ring.area() == 9 and ring.inner() == 1  # C finds the shape elsewhere than the ring
        assert circle.covers(shape) and shape.covers(ring) and not ring.covers(circle)
        assert kinds.shapes_total([shape, circle, ring]) == 31


def test_a_base_is_no_kind_of_it():
    with kinds.Shape(10) as shape, kinds.Ring(1, 2) as ring:
        for other in shape, ring:
            with pytest.raises(TypeError):
                kinds.Circle.radius(other)
        with pytest.raises(TypeError, match=r"^shapes_total\(\): shapes\[1\]: a Shape is required, not int$"):
            kinds.shapes_total([shape, 1])


def test_each_is_destroyed_by_its_own():
    objects = [kinds.Shape(1), kinds.Circle(1), kinds.Ring(1, 2)]
    assert (kinds.shapes_alive(), kinds.circles_alive()) == (3, 1)
    objects[1].close()
    assert (kinds.shapes_alive(), kinds.circles_alive()) == (2, 0)
    objects[2].close()
    assert kinds.shapes_alive() == 1


def test_it_is_given_away_as_its_base():
    with kinds.Circle(1) as circle:
        ring = kinds.Ring(1, 2)
        circle.attach(ring)
        ring.close()
        assert circle.area() == 12
        with pytest.raises(ValueError):
            circle.attach(circle)


def test_a_subclass_of_several_is_what_it_was_made_as():
    class Both(kinds.Circle, kinds.Ring):
        pass

    with Both(2) as both:
        assert both.radius() == 2
        with pytest.raises(TypeError, match=r"^inner\(\): self: a Ring is required, not Both$"):
            both.inner()
    with pytest.raises(TypeError, match="is not made as a _kinds.Shape"):
        kinds.Shape.__init__(kinds.Circle.__new__(kinds.Circle), 1)


def test_it_is_documented_as_what_it_is():
    assert kinds.Circle.__mro__ == (kinds.Circle, kinds.Shape, object)
    assert "radius" in vars(kinds.Circle) and "area" not in vars(kinds.Circle)
