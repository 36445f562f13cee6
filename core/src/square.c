#include "kernel.h"

#if defined(SQUARE_X86_64)
#include <stdatomic.h>

/* Asked once, because a virtual machine takes a microsecond to answer; threads that race store the same. */
static inline int processor(void) {
    static atomic_int known;
    int features = atomic_load_explicit(&known, memory_order_relaxed);
    if (!features)
        atomic_store_explicit(&known, features = square_ask_processor(), memory_order_relaxed);
    return features;
}
#endif

int32_t square(int32_t number) { return square_or_minus_one(number); }

/* Chosen at each call, which costs less than a nanosecond: an IFUNC would choose once, but musl's loader has none. */
size_t square_array(const int32_t *numbers, size_t count, int32_t *squares) {
#if defined(SQUARE_X86_64)
    const int features = processor();
    if (count >= SQUARE_STREAMING && numbers != squares && features & SQUARE_AVX2)
        return square_array_streaming(numbers, count, squares);
    if (features & SQUARE_AVX512F)
        return square_array_avx512(numbers, count, squares);
    if (features & SQUARE_AVX2)
        return square_array_avx2(numbers, count, squares);
#endif
    return square_array_baseline(numbers, count, squares);
}

const char *square_version(void) { return SQUARE_VERSION; }
