#include "square.h"

/* The greatest number whose square fits in 32 bits. */
#define LIMIT 46340

/* Static, so that a preloaded library that defines `square` cannot change what square_array() computes. */
static int32_t square_or_minus_one(int32_t number) { return number < -LIMIT || number > LIMIT ? -1 : number * number; }

int32_t square(int32_t number) { return square_or_minus_one(number); }

size_t square_array(const int32_t *numbers, size_t count, int32_t *squares) {
    size_t first_failure = count;
    for (size_t i = 0; i < count; i++) {
        squares[i] = square_or_minus_one(numbers[i]);
        if (squares[i] < 0 && first_failure == count)
            first_failure = i;
    }
    return first_failure;
}

const char *square_version(void) { return SQUARE_VERSION; }
