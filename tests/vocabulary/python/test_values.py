"""Structs: named tuples whose members are checked one by one."""
import inspect
import pickle
import resource

import pytest

import _kinds as kinds
from _kinds import Color, Flags, Label, Line, Numbers, Point

NUMBERS = Numbers(-1, 2, -3, 4, 5, -6, 7, 8, -9, 10, 1.5, 2.5, "c", Flags.SAFE | Flags.LOUD)
LABEL = Label(7, "héllo", None, "me", b"\0key", (1.0, 2.5))
LIMITS = {"int8": (-2**7, 2**7 - 1), "uint8": (0, 2**8 - 1), "int16": (-2**15, 2**15 - 1), "uint16": (0, 2**16 - 1),
          "uint32": (0, 2**32 - 1), "int64": (-2**63, 2**63 - 1), "uint64": (0, 2**64 - 1)}


def test_a_value_is_a_named_tuple():
    point = Point(1, y=2)
    assert (point.x, point.y) == point == Point(1, 2) and hash(point) == hash(Point(1, 2)) and point != Point(1, 3)
    assert repr(point) == "Point(x=1, y=2)" and point._replace(x=5) == (5, 2)
    assert pickle.loads(pickle.dumps(point)) == point
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'y'"):
        Point(1)
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        Point(1, 2, z=3)
    with pytest.raises(AttributeError):
        point.x = 2


def test_documentation():
    assert Point.__doc__ == "A point of the plane." and inspect.getdoc(Point.x) == "To the right."
    assert Label.text.__doc__ == "What it says." and Point.__module__ == "_kinds"


def test_by_value_by_address_and_back():
    mirrored = kinds.point_mirror(Point(1, 2))
    assert type(mirrored) is Point and mirrored == Point(2, 1)
    assert kinds.point_dot(Point(2, 3), Point(4, 5)) == 23
    assert kinds.point_quadrant(Point(-1, -1)) == 3 and kinds.point_quadrant(None) == -1
    assert kinds.point_corner(2) == Point(-1, -1) and kinds.point_corner(4) is None


def test_out_and_in_out():
    assert kinds.point_move(Point(1, 2), 10, 20) == Point(11, 22)
    assert kinds.point_halve(Point(4, -6)) == Point(2, -3)
    with pytest.raises(kinds.Error, match="broken"):
        kinds.point_halve(Point(1, 2))
    result = kinds.line_middle(Line(Point(0, 0), Point(6, 8), Color.RED, False))
    assert result == (Point(3, 4), 100.0) and result.middle.y == 4


def test_values_in_values():
    line = Line(from_=Point(1, 2), to=Point(3, 4), color=Color.GREEN, dashed=True)
    assert kinds.line_reverse(line) == Line(Point(3, 4), Point(1, 2), Color.GREEN, False)
    with pytest.raises(OverflowError, match=r"^line_reverse\(\): line\.from_\.y = 2147483648: the value does not fit in 32"):
        kinds.line_reverse(line._replace(from_=Point(1, 2**31)))
    with pytest.raises(TypeError, match=r"line\.to: a Point is required, not tuple"):
        kinds.line_reverse(line._replace(to=(1, 2)))
    with pytest.raises(ValueError, match="3 is not a valid Color"):
        kinds.line_reverse(line._replace(color=3))
    with pytest.raises(TypeError, match=r"line\.dashed: a bool is required, not int"):
        kinds.line_reverse(line._replace(dashed=1))


def test_every_number():
    assert kinds.numbers_same(NUMBERS) == NUMBERS
    assert kinds.numbers_same(NUMBERS).flags is Flags.SAFE | Flags.LOUD


@pytest.mark.parametrize("member", LIMITS)
def test_the_limits_of_every_member(member):
    for limit, beyond in zip(LIMITS[member], (-1, 1)):
        fits = NUMBERS._replace(**{member: limit})
        assert kinds.numbers_same(fits) == fits
        with pytest.raises(OverflowError, match=rf"^numbers_same\(\): numbers\.{member} = {limit + beyond}: "):
            kinds.numbers_same(NUMBERS._replace(**{member: limit + beyond}))


@pytest.mark.parametrize("member", NUMBERS._fields)
def test_a_wrong_type_is_named(member):
    with pytest.raises(TypeError, match=rf"^numbers_same\(\): numbers\.{member}: "):
        kinds.numbers_same(NUMBERS._replace(**{member: object()}))


@pytest.mark.parametrize("wrong", [None, (1, 2), [1, 2], LABEL, 1])
def test_another_type_is_refused(wrong):
    with pytest.raises(TypeError, match=r"^point_mirror\(\): point: a Point is required, not "):
        kinds.point_mirror(wrong)


def test_texts_and_arrays_within():
    turned = kinds.label_turn(LABEL._replace(text="abc"))
    assert turned == Label(7, "cba", None, "em", b"\0key", (2.0, 5.0))
    assert kinds.label_bytes(LABEL) == 8 and kinds.label_bytes(LABEL._replace(note="x" * 5000)) == 5008
    assert kinds.label_full(1).owner == "o" * 16 and hash(kinds.label_full(1))
    with pytest.raises(RuntimeError, match=r"^Label\.text: the library has NULL there$"):
        kinds.label_full(0)


@pytest.mark.parametrize("member, wrong, error, message", [
    ("text", None, TypeError, r"label\.text: a str is required, not NoneType"),
    ("text", "a\0b", ValueError, r"label\.text: an embedded null character"),
    ("note", b"", TypeError, r"label\.note: a str is required, not bytes"),
    ("owner", "o" * 16, ValueError, r"label\.owner: at most 15 bytes of UTF-8, not 16"),
    ("owner", "é" * 8, ValueError, r"label\.owner: at most 15 bytes of UTF-8, not 16"),
    ("owner", "a\0", ValueError, r"label\.owner: an embedded null character"),
    ("key", b"abc", ValueError, r"label\.key: 4 bytes are required, not 3"),
    ("key", "abcd", TypeError, r"label\.key: a bytes-like object is required, not str"),
    ("box", (1.0,), ValueError, r"label\.box: 2 numbers are required, not 1"),
    ("box", (1.0, "x"), TypeError, r"label\.box\[1\]: a float is required, not str"),
    ("box", 1.0, TypeError, r"label\.box: a sequence of float is required, not float"),
])
def test_what_does_not_fit_is_refused(member, wrong, error, message):
    with pytest.raises(error, match=rf"^label_bytes\(\): {message}$"):
        kinds.label_bytes(LABEL._replace(**{member: wrong}))


def test_lists_in():
    points = [Point(i, -i) for i in range(100_000)]
    assert kinds.point_sum(points[:4]) == Point(6, -6) and kinds.point_sum([]) == Point(0, 0)
    assert kinds.point_sum(tuple(points[:4])) == kinds.point_sum(iter(points[:4])) == Point(6, -6)
    assert kinds.point_sum(points).x == sum(range(100_000)) - 2**32
    assert kinds.label_all_bytes([LABEL, LABEL._replace(note="12345")]) == 21
    with pytest.raises(OverflowError, match=r"^point_sum\(\): points\[1\]\.y = -2147483649: "):
        kinds.point_sum([Point(1, 2), Point(1, -2**31 - 1)])
    with pytest.raises(TypeError, match=r"^point_sum\(\): points\[0\]: a Point is required, not int$"):
        kinds.point_sum([1])
    with pytest.raises(TypeError, match=r"^point_sum\(\): points: a sequence of Point is required, not int$"):
        kinds.point_sum(1)


def test_a_list_that_changes_meanwhile():
    class Shrinking:
        def __index__(self):
            points.clear()
            return 1

    points = [Point(1, 2), Point(Shrinking(), 2), Point(1, 2)]
    assert kinds.point_sum(points) == Point(3, 6) and not points


def test_lists_out():
    assert kinds.corners() == [Point(1, 1), Point(-1, 1), Point(-1, -1), Point(1, -1)]
    assert [label.id for label in kinds.labels(3)] == [0, 1, 2] and kinds.labels(0) is None
    assert kinds.grid(2) == [Point(0, 0), Point(1, 0), Point(0, 1), Point(1, 1)] and kinds.grid(0) == []
    assert kinds.grid(500)[-1] == Point(499, 499)


def test_a_struct_that_is_its_bytes():
    assert kinds.id_next(bytes(range(1, 9))) == b"\2" + bytes(range(2, 9)) and kinds.id_of("abc") == b"abc" + bytes(5)
    assert kinds.id_compare(bytes(8), bytearray(8)) == 0 and kinds.id_none() == bytes(8)
    entry = kinds.Entry(bytes(8), 1)
    assert kinds.entry_next(entry) == (b"\1" + bytes(7), 2)
    with pytest.raises(kinds.Error):
        kinds.id_of("")
    with pytest.raises(ValueError, match=r"^id_compare\(\): right: 8 bytes are required, not 7$"):
        kinds.id_compare(bytes(8), bytes(7))
    with pytest.raises(ValueError, match=r"^entry_next\(\): entry\.id: 8 bytes are required, not 9$"):
        kinds.entry_next(kinds.Entry(bytes(9), 1))


def test_an_enum_and_a_function_of_one_name():
    assert kinds.shade(1) is kinds.Shade.DARK


def test_nothing_leaks():
    for cycle in range(110_000):
        if cycle == 10_000:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        kinds.label_turn(LABEL._replace(text="some text"))
        kinds.label_all_bytes(kinds.labels(3))
        kinds.id_next(kinds.id_of("abc"))
        kinds.line_reverse(Line(Point(1, 2), Point(3, 4), Color.RED, True))
        with pytest.raises(ValueError):
            kinds.label_bytes(LABEL._replace(note="x" * 1000, owner="o" * 16))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 8_000
