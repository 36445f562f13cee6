"""Text: UTF-8 on both sides, and never shorter than it was."""
import pytest

import _kinds as kinds


@pytest.mark.parametrize("text", ["", "a", "grüß", "😀", "\u0800\uffff", "x" * 100_000])
def test_text_is_utf8(text):
    assert kinds.text_bytes(text) == len(text.encode())
    assert kinds.twice(text) == text * 2


def test_a_nul_would_end_it():
    with pytest.raises(ValueError, match=r"^text_bytes\(\): text: an embedded null character$"):
        kinds.text_bytes("a\0b")
    assert kinds.count_nul("a\0b\0", ) == 2


def test_surrogates_are_no_text():
    with pytest.raises(UnicodeEncodeError):
        kinds.text_bytes("\ud800")


@pytest.mark.parametrize("value", [None, b"a", 1, ["a"]])
def test_other_types_are_refused(value):
    with pytest.raises(TypeError, match=r"^text_bytes\(\): text: a str is required, not "):
        kinds.text_bytes(value)


def test_none_where_it_may_be():
    assert kinds.optional_text(None) == -1 and kinds.optional_text("ab") == 2
    assert kinds.name_of(-1) is None and kinds.name_of(1) == "number"


def test_results():
    assert kinds.greeting() == "grüß dich 😀"
    with pytest.raises(UnicodeDecodeError):
        kinds.latin1()
    with pytest.raises(RuntimeError, match=r"^no_text\(\): the library returned NULL$"):
        kinds.no_text()


def test_an_owned_text_is_freed():
    before = kinds.alive()
    assert kinds.twice("ab") == "abab"
    assert kinds.alive() == before
    kinds.fail_next_allocation()
    with pytest.raises(RuntimeError, match="returned NULL"):
        kinds.twice("ab")
