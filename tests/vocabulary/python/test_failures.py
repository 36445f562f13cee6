"""Status and outputs: a failure is an exception with C's code and message; what C gives through pointers is the result."""
import inspect

import pytest

import _kinds as kinds


def test_a_failure_has_code_and_message():
    assert kinds.fail(0) is None
    with pytest.raises(kinds.Error) as failure:
        kinds.fail(2)
    assert str(failure.value) == "it is broken ✗" and failure.value.code == 2
    assert type(failure.value).__module__ == "_kinds"


def test_a_failure_without_a_message():
    with pytest.raises(kinds.Error, match=r"^fail\(\) failed with status -7$") as failure:
        kinds.fail(-7)
    assert failure.value.code == -7


def test_outputs_are_results():
    assert kinds.root(9.0) == 3.0
    result = kinds.divide(-7, 2)
    assert result == (-3, -1) and (result.quotient, result.rest) == (-3, -1)
    with pytest.raises(kinds.Error):
        kinds.divide(1, 0)
    assert kinds.increment(41) == 42


def test_a_result_that_means_failure():
    assert kinds.find("abc", "c") == 2
    with pytest.raises(kinds.Error, match="^there is none$") as failure:
        kinds.find("abc", "d")
    assert failure.value.code == -1


def test_signatures_and_documentation():
    assert kinds.divide.__text_signature__ == "(dividend, divisor, /)"
    assert kinds.alive.__text_signature__ == "()"
    assert str(inspect.signature(kinds.Stack)) == "(limit, /)"
    assert kinds.Stack.push.__text_signature__ == "($self, number, /)"
    assert kinds.divide.__doc__.startswith("Quotient and rest. Fails for a divisor of 0.\n")


def test_results_of_several_kinds():
    report = kinds.report(3)
    assert tuple(report) == (False, kinds.Color.RED, 1.5, "some 😀") and report.color is kinds.Color.RED
    assert kinds.report(0).name == "none"
    with pytest.raises(kinds.Error):
        kinds.report(-1)
