"""Structs with defaults: keyword arguments; what they point to lives as long as what was made with them."""
import gc
import inspect
import resource

import pytest

import _kinds as kinds
from _kinds import Color, Options, Point, Stack, Style

DEFAULTS = Options(10, 0.5, Color.GREEN, True, "a stack", None, b"\1\2\3\4", Point(3, 4))


def test_the_defaults_are_the_librarys():
    assert Options() == DEFAULTS and Style() == Style(width=5, font="serif")
    assert str(inspect.signature(Style)) == "(width=5, font='serif')"
    assert Options(limit=3).limit == 3 and Options(limit=3)._replace(limit=10) == DEFAULTS
    with pytest.raises(TypeError, match="unexpected keyword argument 'limits'"):
        Options(limits=3)
    assert Options.limit.__doc__ == "How many numbers it holds at most."


def test_a_member_that_is_left_alone_has_its_default():
    assert kinds.options_is_unused(Options(limit=3)) is True
    assert kinds.style_width(Style(width=7)) == 1007
    assert kinds.style_wider(Style()) == Style(width=6)


def test_texts_live_as_long_as_the_object():
    stack = Stack.create_with(Options(limit=2, title="".join(["a long ", "title"]), author="x" * 5000))
    gc.collect()
    for _ in range(100):  # what was freed too early is used again
        kinds.options_is_unused(Options(title="y" * 12, author="y" * 5000))
    assert stack.made_title() == "a long title" and stack.made_author() == "x" * 5000
    stack.change_options(Options(title="another" * 2))
    [Options(title=f"{i}" * 10) for i in range(100)]
    assert stack.made_title() == "anotheranother" and stack.made_author() is None
    with pytest.raises(kinds.Error, match="a stack of 0 holds nothing"):
        Stack.create_with(Options(limit=0, title="refused"))


def test_what_does_not_fit_is_named():
    with pytest.raises(OverflowError, match=r"^create_with\(\): options\.limit = 2147483648: "):
        Stack.create_with(Options(limit=2**31))
    with pytest.raises(ValueError, match=r"^style_width\(\): style\.font: at most 7 bytes of UTF-8, not 9$"):
        kinds.style_width(Style(font="monospace"))


def test_nothing_leaks():
    alive = kinds.alive()
    for cycle in range(110_000):
        if cycle == 10_000:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        stack = Stack.create_with(Options(limit=2, title="a title", author="x" * 200))
        stack.change_options(Options(title="b title", author="y" * 200))
        stack.change_options(Options(title="c title"))
        with pytest.raises(kinds.Error):
            Stack.create_with(Options(limit=0, author="x" * 200))
    stack.close()
    assert kinds.alive() == alive
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 8_000
