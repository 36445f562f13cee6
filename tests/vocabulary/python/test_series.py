"""Objects of two calls or in memory of our own, copies, and what is iterated and indexed."""
import copy

import pytest

import _kinds as kinds
from resident import grows_by, only_linux

pytestmark = pytest.mark.usefixtures("nothing_is_left")


def test_a_constructor_of_two_calls():
    series = kinds.Series(5, 3)
    assert list(series) == [5, 6, 7] and kinds.Series.__doc__.startswith("Numbers, one after another.")
    for _ in range(1000):
        with pytest.raises(kinds.Error, match="^it is empty$"):
            kinds.Series(5, 0)
    kinds.fail_next_allocation()
    with pytest.raises(RuntimeError, match="the library returned NULL"):
        kinds.Series(5, 3)


def test_an_object_in_memory_of_our_own():
    assert list(kinds.Fruits()) == ["apple", "äpfel", "cherry"] and list(kinds.Fruits(2)) == ["cherry"]
    for _ in range(1000):
        with pytest.raises(kinds.Error, match="broken"):
            kinds.Fruits(-1)  # and is not ended, as it was not begun
    with kinds.Fruits() as fruits:
        pass
    with pytest.raises(ValueError, match="the Fruits is closed"):
        next(fruits)


@only_linux
def test_that_memory_is_freed():
    assert grows_by(lambda: kinds.Fruits(), 100_000) < 500

    def refused():
        with pytest.raises(kinds.Error):
            kinds.Fruits(-1)

    assert grows_by(refused, 50_000) < 200


def test_one_type_in_c_is_two_classes():
    basket = kinds.Basket()
    assert list(basket) == ["apple", "äpfel", "cherry"] and not hasattr(basket, "copy") and not hasattr(kinds.Fruits, "__len__")
    with pytest.raises(TypeError):
        len(kinds.Fruits())


@pytest.mark.parametrize("copied", [lambda it: it.copy(), copy.copy])
def test_a_copy_has_its_own_way(copied):
    series = kinds.Series(0, 2)
    other = copied(series)
    series.shorten()
    assert len(series) == 1 and len(other) == 2
    alive = kinds.alive()
    series.close()
    assert other[1] == 1 and kinds.alive() == alive - 1  # the copy does not keep it
    fruits = kinds.Fruits(1)
    next(fruits)
    assert list(copied(fruits)) == ["cherry"] == list(fruits)
    with pytest.raises(kinds.Error, match="^it is empty$"):
        copied(kinds.Fruits())
    kinds.fail_next_allocation()
    with pytest.raises(kinds.Error):
        copied(fruits)


def test_a_sequence():
    series = kinds.Series(10, 4)
    assert len(series) == 4 and series[0] == 10 and series[3] == series[-1] == 13 and series[-4] == 10
    assert 12 in series and 99 not in series and list(reversed(series)) == [13, 12, 11, 10]
    for index in (4, -5, 1 << 40):
        with pytest.raises(IndexError, match=f"^index {index}, but the length is 4$"):
            series[index]
    for index in ("0", None, 1.0, slice(1, 2)):
        with pytest.raises(TypeError):
            series[index]
    series.close()
    for call in (lambda: len(series), lambda: series[0], lambda: list(series)):
        with pytest.raises(ValueError, match="the Series is closed"):
            call()


def test_a_sequence_changes_under_a_loop():
    series, seen = kinds.Series(0, 4), []
    for number in series:
        seen.append(number)
        series.shorten()
    assert seen == [0, 1]


def test_iteration_ends_and_stays_so():
    words = kinds.Words("one  zwölf three")
    assert iter(words) is words and next(words) == "one" and list(words) == ["zwölf", "three"]
    for _ in range(2):
        with pytest.raises(StopIteration):
            next(words)
    assert list(kinds.Countdown(3)) == [2, 1, 0] and list(kinds.Countdown(0)) == []
    first, *rest = kinds.Words("a b c")
    assert (first, rest) == ("a", ["b", "c"])


def test_a_step_may_fail():
    words = kinds.Words("one bad two")
    assert next(words) == "one"
    with pytest.raises(kinds.Error, match="broken"):
        next(words)
    assert list(words) == ["two"]


def test_these_have_no_other_names():
    own = {kinds.Series: {"copy", "shorten", "extend"}, kinds.Words: set(), kinds.Fruits: {"copy"}, kinds.Basket: set()}
    for cls, names in own.items():
        assert {name for name in dir(cls) if not name.startswith("_")} == names | {"close"}


def test_an_array_of_objects():
    series, other = kinds.Series(1, 2), kinds.Series(10, 3)
    assert kinds.series_firsts([series, other, series]) == 12 and kinds.series_firsts(()) == 0
    series.extend([other, other, series])
    assert len(series) == 16
    with pytest.raises(kinds.Error, match="it is empty"):
        series.extend([])
    with pytest.raises(ValueError, match=r"^extend\(\): others: it is too long for the library$"):
        series.extend([other] * 65536)
    with pytest.raises(TypeError, match=r"^extend\(\): others\[1\]: a Series is required, not int$"):
        series.extend([other, 5])
    with pytest.raises(TypeError, match=r"^extend\(\): others: a list of Series is required, not int$"):
        series.extend(5)
    other.close()
    with pytest.raises(ValueError, match="the Series is closed"):
        series.extend([series, other])
    series.close()  # nobody is left in it
