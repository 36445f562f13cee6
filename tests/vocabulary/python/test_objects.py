"""Objects: closed in any order, by any thread, never used afterwards, never leaked."""
import gc
import subprocess
import sys
import threading
import weakref

import pytest

import _kinds as kinds

pytestmark = pytest.mark.usefixtures("nothing_is_left")


def test_methods():
    with kinds.Stack(2) as stack:
        assert stack.push(5) is None and stack.size() == 1
        assert stack.pop() == 5 and stack.pop() is None
        assert stack.title() == ""
        stack.set_title("grün")
        assert stack.title() == "grün"


def test_the_message_is_the_objects():
    stack = kinds.Stack(1)
    stack.push(1)
    with pytest.raises(kinds.Error, match="^the stack is full$") as failure:
        stack.push(2)
    assert failure.value.code == 2


def test_a_constructor_that_fails():
    with pytest.raises(kinds.Error, match="^a stack of 0 holds nothing$"):
        kinds.Stack(0)
    kinds.fail_next_allocation()
    with pytest.raises(kinds.Error):
        kinds.Stack(1)


def test_use_after_close_raises():
    stack = kinds.Stack(1)
    stack.close()
    stack.close()
    for call in (stack.size, stack.title, stack.copy, stack.__enter__, lambda: stack.push(1), lambda: kinds.Cursor.open(stack)):
        with pytest.raises(ValueError, match="the Stack is closed$"):
            call()


def test_with_closes_also_after_an_exception():
    with pytest.raises(LookupError):
        with kinds.Stack(1) as stack:
            raise LookupError
    with pytest.raises(ValueError):
        stack.size()


def test_a_child_keeps_its_parent():
    stack = kinds.Stack(3)
    stack.push(7)
    cursor = kinds.Cursor.open(stack)
    stack.close()
    del stack
    gc.collect()
    assert cursor.next() is True and cursor.number() == 7 and cursor.next() is False


def test_a_borrowed_object_is_not_destroyed_but_keeps_its_owner():
    stack = kinds.Stack(3)
    below = stack.below()
    below.push(1)
    stack.close()
    del stack
    gc.collect()
    assert below.size() == 1


def test_none_instead_of_an_object():
    assert kinds.Stack(1).above() is None


def test_a_copy_is_independent():
    stack = kinds.Stack(2)
    stack.push(1)
    copy = stack.copy()
    stack.close()
    assert copy.pop() == 1


def test_another_object_as_argument():
    left, right = kinds.Stack(2), kinds.Stack(2)
    right.push(1)
    left.move(right)
    assert left.pop() == 1
    right.close()
    with pytest.raises(ValueError, match="the Stack is closed"):
        left.move(right)
    for value in (None, 1, object()):
        with pytest.raises(TypeError, match=r"^move\(\): other: a Stack is required, not "):
            left.move(value)


def test_an_object_that_c_takes_over():
    stack, other = kinds.Stack(2), kinds.Stack(2)
    stack.adopt(other)
    stack.close()
    del stack
    gc.collect()
    assert other.size() == 0  # it keeps its new owner
    third = kinds.Stack(1)
    fourth = kinds.Stack(1)
    other.adopt(third)
    with pytest.raises(kinds.Error, match="it has adopted one"):
        other.adopt(fourth)
    fourth.close()
    assert third.size() == 0


def test_an_object_is_taken_over_once_and_never_by_itself():
    stack, other, third = (kinds.Stack(1) for _ in range(3))
    with pytest.raises(ValueError, match=r"^adopt\(\): other: it is another's already, or would own itself$"):
        stack.adopt(stack)
    stack.adopt(other)
    for owner, given in (third, other), (other, stack):
        with pytest.raises(ValueError):
            owner.adopt(given)
    assert [each.size() for each in (stack, other, third)] == [0, 0, 0]


def test_an_object_that_is_counted():
    shared, stack = kinds.Shared(), kinds.Stack(1)
    assert stack.shared() is None
    stack.share(shared)
    again = stack.shared()
    assert again.references() == 3
    shared.close()
    stack.close()
    assert again.references() == 1


def test_one_thread_at_a_time():
    gate = kinds.Gate()

    def wait():
        while not gate_passed:
            try:
                gate.wait(300)
                gate_passed.append(True)
            except RuntimeError:  # the other thread is in it
                pass

    gate_passed = []
    waiting = threading.Thread(target=wait)
    waiting.start()
    refused = 0
    while waiting.is_alive():
        try:
            gate.passed()
        except RuntimeError as error:
            assert str(error) == "passed(): the Gate is in use by another thread"
            refused += 1
    assert refused and gate.passed() == 1


def test_an_object_without_init_is_not_open():
    stack = kinds.Stack.__new__(kinds.Stack)
    with pytest.raises(ValueError, match="not open"):
        stack.size()
    stack.close()
    stack.__init__(1)
    with pytest.raises(TypeError):
        stack.__init__(1)
    with pytest.raises(TypeError):
        kinds.Cursor()


def test_subclasses_and_weak_references():
    class Named(kinds.Stack):
        def __init__(self, name):
            super().__init__(2)
            self.name, self.self = name, self

    named = Named("x")
    named.push(1)
    gone = weakref.ref(named)
    del named
    gc.collect()
    assert gone() is None


def test_close_while_other_threads_call():
    for _ in range(100):
        stack, start = kinds.Stack(1000), threading.Barrier(3)

        def use():
            start.wait()
            try:
                while True:
                    stack.size()  # not push(): nothing in C keeps two threads apart that change a stack
            except ValueError:
                pass

        threads = [threading.Thread(target=use) for _ in range(2)]
        for thread in threads:
            thread.start()
        start.wait()
        stack.close()
        for thread in threads:
            thread.join()


def test_nothing_is_leaked():
    before = kinds.alive()
    for _ in range(100_000):
        kinds.Stack(1).push(1)
    assert kinds.alive() == before


def test_in_a_second_interpreter():
    program = """
import _xxsubinterpreters as interpreters
used = '''
import _kinds
with _kinds.Stack(1) as stack:
    stack.push(1)
    assert stack.pop() == 1 and _kinds.mix(1) == _kinds.Color.GREEN
assert not [name for name in dir(_kinds) if name.startswith("border")]
'''
def in_another():
    other = interpreters.create()
    interpreters.run_string(other, used)
    interpreters.destroy(other)
in_another()
exec(used)
in_another()
exec(used)
"""
    if sys.version_info[:2] not in ((3, 9), (3, 10), (3, 11)):
        pytest.skip("from 3.12 on it has another name")
    subprocess.run([sys.executable, "-c", program], check=True)


def test_what_a_user_sees():
    seen = {name for name in dir(kinds.Stack) if not name.startswith("__")}
    assert {"push", "pop", "size", "title", "set_title", "copy", "close"} <= seen
    assert not seen & {"this", "thisown", "own", "acquire", "disown", "append", "next", "create"}
    assert kinds.Stack.__doc__ == "A stack of numbers." and kinds.Stack.__module__ == "_kinds"
    assert not any(name.startswith("border") for name in dir(kinds))
