"""Arguments that may be left out, or given by their names."""
import inspect

import pytest

import _kinds as kinds


def test_of_a_function():
    assert kinds.format(255) == "255"
    assert kinds.format(255, 16) == kinds.format(255, base=16) == "FF"
    assert kinds.format(255, upper=False, base=16) == "ff"
    assert kinds.format(255, 16, unit=" €") == "FF €" and kinds.format(8, 8, True, None) == "10"


def test_of_a_method_and_a_constructor():
    shelf = kinds.Shelf()
    assert shelf.name() == 'a "shelf"' and kinds.Shelf("x").name() == kinds.Shelf(name="x").name() == "x"
    assert shelf.scaled() == -42
    assert shelf.scaled(plus=1) == 1 and shelf.scaled(1.5, 2, kinds.Sign.NEGATIVE) == shelf.scaled(plus=2, sign=-1) == -2


def test_of_what_may_be_none():
    assert kinds.sum_with(b"\1") == 1 and kinds.sum_with(b"\1", text="ab") == 3
    assert kinds.sum_with(b"\1", key=b"1234") == kinds.sum_with(b"\1", b"1234", "") == 203
    with pytest.raises(ValueError, match=r"^sum_with\(\): key: 4 bytes are required, not 3$"):
        kinds.sum_with(b"", b"123")


@pytest.mark.parametrize("call, message", [
    (lambda: kinds.format(), "format expected at least 1 arguments, got 0"),
    (lambda: kinds.format(1, 2, True, "", 5), "format expected at most 4 arguments, got 5"),
    (lambda: kinds.format(1, 16, base=16), "format(): base: given by its place and by its name"),
    (lambda: kinds.format(1, color=3), "format() got an unexpected keyword argument 'color'"),
    (lambda: kinds.format(number=1), "format expected at least 1 arguments, got 0"),
    (lambda: kinds.format(1, base="x"), "format(): base: an integer is required, not str"),
    (lambda: kinds.Shelf(label="x"), "open() got an unexpected keyword argument 'label'"),
    (lambda: kinds.Shelf("a", "b"), "expected at most 1 arguments, got 2"),
    (lambda: kinds.Shelf().scaled(by=None), "scaled(): by: a float is required, not NoneType"),
    (lambda: kinds.Stack(limit=1), "it takes no keyword arguments"),
])
def test_a_wrong_call(call, message):
    with pytest.raises(TypeError) as error:
        call()
    assert str(error.value).endswith(message)


def test_the_signature_shows_them():
    assert str(inspect.signature(kinds.format)) == "(number, /, base=10, upper=True, unit=None)"
    assert str(inspect.signature(kinds.Shelf.scaled)) == "(self, /, by=2.0, plus=-42, sign=0)"
    assert str(inspect.signature(kinds.Shelf)) == "(name='a \"shelf\"')"
