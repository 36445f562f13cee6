#include "kernel.h"

int32_t square(int32_t number) { return square_or_minus_one(number); }

/* Chosen at each call, which costs less than a nanosecond: an IFUNC would choose once, but musl's loader has none. */
size_t square_array(const int32_t *numbers, size_t count, int32_t *squares) {
#if defined(SQUARE_X86_64)
    if (count >= SQUARE_STREAMING && numbers != squares && __builtin_cpu_supports("avx2"))
        return square_array_streaming(numbers, count, squares);
    if (__builtin_cpu_supports("avx512f"))
        return square_array_avx512(numbers, count, squares);
    if (__builtin_cpu_supports("avx2"))
        return square_array_avx2(numbers, count, squares);
#endif
    return square_array_baseline(numbers, count, squares);
}

const char *square_version(void) { return SQUARE_VERSION; }
