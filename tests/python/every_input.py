"""every_input.py FIRST LAST: all numbers of the slice as arrays, against NumPy's arithmetic in 64 bits; then random ones of it,
and the limits, one by one against Python's own integers."""
import random
import sys
import time

import numpy as np
import square

CHUNK, SCALARS = 2**15, 2**21
LIMITS = [sign * limit + step for sign in (-1, 1) for limit in (0, 46340, 2**31, 2**63) for step in (-1, 0, 1)]


def fits(number, limit=2**31):
    return (-limit <= number) & (number < limit)


def check_array(numbers):
    expected = numbers * numbers
    expected[~fits(expected)] = -1
    complaint = None
    if expected.min() < 0:
        complaint = f"square_array(): numbers[{expected.argmin()}]: the result does not fit in 32 bits"
    squares = np.empty(len(numbers), np.int32)
    try:
        raised = square.square_array(numbers.astype(np.int32), squares)
    except OverflowError as error:
        raised = str(error)
    for wrong in np.flatnonzero(squares != expected)[:1]:
        sys.exit(f"square_array: the square of {numbers[wrong]} is {expected[wrong]}, not {squares[wrong]}")
    if raised != complaint:
        sys.exit(f"square_array from {numbers[0]} on: {complaint!r} is right, not {raised!r}")


def check_scalar(number):
    expected = number * number
    if not fits(expected):
        what = "result" if fits(number) else "value"
        expected = f"square(): number = {number}: the {what} does not fit in 32 bits"
    try:
        result = square.square(number)
    except OverflowError as error:
        result = str(error)
    if result != expected:
        sys.exit(f"square: {expected!r} is right for {number}, not {result!r}")


first, last = map(int, sys.argv[1:])
seed = random.randrange(2**32)
print(f"{first} to {last}, the random ones from seed {seed}", flush=True)
random.seed(seed)
start = time.monotonic()
for begin in range(first, last + 1, CHUNK):
    check_array(np.arange(begin, min(begin + CHUNK, last + 1)))
for number in LIMITS:
    check_scalar(number)
for _ in range(SCALARS // 2):
    check_scalar(random.randint(first, last))
    check_scalar(random.randint(-50_000, 50_000))  # few of the others fit
print(f"{last - first + 1} numbers as arrays, {SCALARS + len(LIMITS)} one by one: {time.monotonic() - start:.1f} s")
