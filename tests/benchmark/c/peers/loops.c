#include <stddef.h>
#include <stdint.h>

static int32_t square_or_minus_one(int32_t number) { return number < -46340 || number > 46340 ? -1 : number * number; }

int32_t direct_call(int32_t number) { return square_or_minus_one(number); }

size_t naive(const int32_t *numbers, size_t count, int32_t *squares) {
    size_t first_failure = count;
    for (size_t i = 0; i < count; i++) {
        squares[i] = square_or_minus_one(numbers[i]);
        if (squares[i] < 0 && first_failure == count)
            first_failure = i;
    }
    return first_failure;
}

/* Does less than is asked for: after a failure the output is not complete. */
size_t early_exit(const int32_t *numbers, size_t count, int32_t *squares) {
    for (size_t i = 0; i < count; i++)
        if ((squares[i] = square_or_minus_one(numbers[i])) < 0)
            return i;
    return count;
}
