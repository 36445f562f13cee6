"""Enums, flags and constants, with the values that the C compiler gives them."""
import enum
import pickle

import pytest

import _kinds as kinds


def test_an_enum_is_an_int_enum():
    assert issubclass(kinds.Color, enum.IntEnum)
    assert {item.name: item.value for item in kinds.Color} == {"RED": 1, "GREEN": 2, "BLUE": 32}
    assert kinds.mix(kinds.Color.RED) is kinds.Color.GREEN
    assert kinds.mix(1) is kinds.Color.GREEN
    assert kinds.Color.__doc__ == "A colour; later versions may have more."
    assert pickle.loads(pickle.dumps(kinds.Color.RED)) is kinds.Color.RED


def test_a_value_that_no_enumerator_has():
    assert kinds.unknown_color() == 99 and type(kinds.unknown_color()) is int
    with pytest.raises(ValueError, match="99 is not a valid"):
        kinds.mix(99)
    for value in ("RED", None, 1.0):
        with pytest.raises(TypeError, match=r"^mix\(\): color: a Color is required, not "):
            kinds.mix(value)


def test_flags_combine():
    assert issubclass(kinds.Flags, enum.IntFlag)
    assert kinds.invert(kinds.Flags.FAST | kinds.Flags.LOUD) == kinds.Flags.SAFE
    assert isinstance(kinds.invert(kinds.Flags.SAFE), kinds.Flags)


def test_an_int_that_is_an_enum():
    assert kinds.color_number(kinds.Color.BLUE) == 32
    with pytest.raises(ValueError):
        kinds.color_number(5)


def test_constants():
    assert (kinds.LIMIT, kinds.BIG, kinds.RATIO, kinds.TITLE) == (42, 2 ** 63 - 1, 1.5, "kinds \"of\" 'values'")
