"""Streams with cursors: a call is given bytes, and gives all that becomes of them."""
import threading

import pytest

import _kinds as kinds


def test_all_that_goes_in_comes_out():
    with kinds.Pump(0) as pump:
        assert pump.run(b"abc", 2) == (b"aabbcc", False, 0)
        assert pump.run(b"", 2) == (b"", False, 0)
        for size in 1, 2047, 2048, 2049, 6144, 100_000, 1_000_000:
            output, ended, left = pump.run(b"x" * size, 2)
            assert output == b"x" * (2 * size) and not ended and left == 0


def test_the_end_and_what_is_left():
    with kinds.Pump(0) as pump:
        ended = pump.run(memoryview(b"ab\0cde"), 1)
        assert ended == (b"ab\0", True, 3) and (ended.output, ended.ended, ended.left) == ended
        ended = pump.run(b"x" * 4095 + b"\0y", 1)  # there is no room left
        assert len(ended.output) == 4096 and ended.ended and ended.left == 1


def test_failures():
    with kinds.Pump(0) as pump:
        with pytest.raises(kinds.Error) as failure:
            pump.run(b"x" * 10_000 + b"\xff", 1)
        assert failure.value.code == 3
        assert pump.run(b"a", 1).output == b"a"
        with pytest.raises(TypeError):
            pump.run("a", 1)
    with pytest.raises(ValueError, match="the Pump is closed"):
        pump.run(b"a", 1)
    with pytest.raises(kinds.Error):
        kinds.Pump(256)


def test_threads_take_turns_or_are_refused():
    with kinds.Pump(0) as pump:
        def run():
            for _ in range(200):
                try:
                    assert pump.run(b"ab" * 5000, 2).output == b"aabb" * 5000
                except RuntimeError as refused:
                    assert "in use by another thread" in str(refused)

        threads = [threading.Thread(target=run) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
