/* Private: one loop for every instruction set. The tests call each of them. */
#ifndef SQUARE_KERNEL_H
#define SQUARE_KERNEL_H

#include "square.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define SQUARE_X86_64
#endif

/* From so many elements on: two arrays of 16 MB stay in no common cache. */
#define SQUARE_STREAMING ((size_t)1 << 22)

size_t square_array_baseline(const int32_t *numbers, size_t count, int32_t *squares);
#if defined(SQUARE_X86_64)
enum { SQUARE_ASKED = 1, SQUARE_AVX2 = 2, SQUARE_AVX512F = 4 };
int square_ask_processor(void); /* which of these hold */
size_t square_array_avx2(const int32_t *numbers, size_t count, int32_t *squares);
size_t square_array_avx512(const int32_t *numbers, size_t count, int32_t *squares);
size_t square_array_streaming(const int32_t *numbers, size_t count, int32_t *squares);
#endif

/* Static, so that a preloaded library that defines `square` cannot change what square_array() computes. One comparison
   of unsigned numbers tests both ends of the range. */
static inline int32_t square_or_minus_one(int32_t number) {
    const uint32_t greatest = 46340, n = (uint32_t)number;
    return n + greatest <= 2 * greatest ? (int32_t)(n * n) : -1;
}

#endif
