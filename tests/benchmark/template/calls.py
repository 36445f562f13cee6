"""calls.py WHO NUMBER: one call of triangle(), ours or the peer's. calls.py time: what a call costs, both in turn."""
import json
import sys
import timeit

import square
from cmakeswig.foo import pyFoo

TRIANGLE = {"ours": square.triangle, "peer": pyFoo.triangle}


def nanoseconds(function):
    return timeit.timeit("function(7)", globals={"function": function}, number=100_000) * 10_000


if sys.argv[1] == "time":
    print(json.dumps([{who: nanoseconds(function) for who, function in TRIANGLE.items()} for _ in range(40)]))
else:
    try:
        print(TRIANGLE[sys.argv[1]](int(sys.argv[2])))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
