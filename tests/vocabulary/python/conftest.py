import gc

import pytest

import _kinds as kinds


@pytest.fixture
def nothing_is_left():
    """C has as many objects after a test as it had before."""
    gc.collect()
    before = kinds.alive()
    yield
    gc.collect()
    assert kinds.alive() == before
