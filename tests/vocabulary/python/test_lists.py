"""Lists of texts, and what C gives through pointers."""
import pytest

import _kinds as kinds
from resident import grows_by, only_linux

pytestmark = pytest.mark.usefixtures("nothing_is_left")


@pytest.mark.parametrize("make", [list, tuple, lambda texts: Listed(texts)])
def test_a_list_is_passed(make):
    assert kinds.bytes_of(make(["a", "größe", "", "\U0001f600"])) == 12
    assert kinds.join(make(["a", "größe"])) == "a,größe"
    assert kinds.bytes_of(make([])) == 0 and kinds.join(make([])) == ""
    assert kinds.join([str(number) for number in range(10_000)]).count(",") == 9_999


class Listed(list):
    """Changes what it has while it is looked at."""

    def __iter__(self):
        for index in range(len(self)):
            yield str(self[index])


def test_no_list_is_none():
    assert kinds.count_texts(["a"]) == 1 and kinds.count_texts([]) == 0 and kinds.count_texts(None) == -1


@pytest.mark.parametrize("value, message", [
    ("abc", "texts: a list of str is required, not str"),
    (None, "texts: a list of str is required, not NoneType"),
    (5, "texts: a list of str is required, not int"),
    (["a", 5], r"texts\[1\]: a str is required, not int"),
    ([b"a"], r"texts\[0\]: a str is required, not bytes"),
])
def test_what_is_no_list_of_texts(value, message):
    with pytest.raises(TypeError, match=rf"^bytes_of\(\): {message}$"):
        kinds.bytes_of(value)


def test_texts_are_utf8_without_nul():
    with pytest.raises(ValueError, match=r"^join\(\): texts\[1\]: an embedded null character$"):
        kinds.join(["a", "b\0c"])
    with pytest.raises(UnicodeEncodeError):
        kinds.join(["\ud800"])


def test_a_list_is_returned():
    assert kinds.split("a,größe,,b") == ["a", "größe", "", "b"] and kinds.split("") == [""]
    assert kinds.names(4) == ["one", "zwölf", "\U0001f600", ""] and kinds.names(0) == [] and kinds.names(-1) is None
    with pytest.raises(RuntimeError, match="^broken_names.*: the library returned NULL at index 1$"):
        kinds.broken_names()
    with pytest.raises(UnicodeDecodeError):
        kinds.latin1_names()
    kinds.fail_next_allocation()
    with pytest.raises(RuntimeError, match="the library returned NULL$"):
        kinds.split("a")


def test_a_list_is_given_through_a_pointer():
    assert kinds.parts("a,b") == ["a", "b"]
    with pytest.raises(kinds.Error, match="it is empty"):
        kinds.parts("")


def test_a_text_is_given_through_a_pointer():
    assert kinds.spell(1) == "some number" and kinds.spell(0) is None
    with pytest.raises(kinds.Error):
        kinds.spell(-1)


def test_the_length_is_given_through_a_pointer():
    assert kinds.bytes(3) == b"\0\0\0" and kinds.bytes(0) == b""


def test_why_it_has_failed_is_given_through_a_pointer():
    assert kinds.execute("go") is None and kinds.measure("go") == 2
    with pytest.raises(kinds.Error, match="^no such command \u2717$") as failure:
        kinds.execute("stop")
    assert failure.value.code == 2
    with pytest.raises(kinds.Error, match="^it is broken \u2717$"):
        kinds.execute("")
    with pytest.raises(kinds.Error, match="^no command$"):
        kinds.measure("")


@only_linux
def test_nothing_is_leaked():
    texts = ["x" * 100] * 100
    assert grows_by(lambda: kinds.split(kinds.join(texts)), 5_000) < 1000

    def refused():
        with pytest.raises(TypeError):
            kinds.join([*texts, None])

    assert grows_by(refused, 5_000) < 1000
