/* One pass at the speed of memory. What does not fit is stored as -1 and no square is negative, so the smallest result
   says whether all fit, and the first -1 says where: the input is never read again, and may be gone. */
#include "kernel.h"

/* Promises that no element depends on another, in place neither: each is read before it is written. Without the promise
   the compiler checks at run time, and squares in place with the slow loop. */
#if defined(__clang__)
#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#pragma clang diagnostic ignored "-Wpass-failed" /* where the processor has no vectors, the loop is right as it is */
#elif defined(__GNUC__)
#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define INDEPENDENT _Pragma("GCC ivdep")
#elif defined(_MSC_VER)
#define ALWAYS_INLINE static __forceinline
#define INDEPENDENT __pragma(loop(ivdep))
#else
#define ALWAYS_INLINE static inline
#define INDEPENDENT
#endif

ALWAYS_INLINE size_t kernel(const int32_t *numbers, size_t count, int32_t *squares) {
    int32_t least = 0;
    INDEPENDENT
    for (size_t i = 0; i < count; i++) {
        const int32_t square = square_or_minus_one(numbers[i]);
        squares[i] = square;
        least = square < least ? square : least;
    }
    if (least == 0)
        return count;
    size_t first = 0;
    while (first < count && squares[first] >= 0) /* bounded: another thread may have broken the rules */
        first++;
    return first;
}

size_t square_array_baseline(const int32_t *numbers, size_t count, int32_t *squares) {
    return kernel(numbers, count, squares);
}

#if defined(SQUARE_X86_64)
#include <immintrin.h>

__attribute__((target("avx2"))) size_t square_array_avx2(const int32_t *numbers, size_t count, int32_t *squares) {
    return kernel(numbers, count, squares);
}

__attribute__((target("avx512f"))) size_t square_array_avx512(const int32_t *numbers, size_t count, int32_t *squares) {
    return kernel(numbers, count, squares);
}

/* A plain store first reads the line that it overwrites, which costs long arrays a quarter of their speed. A streaming
   store does not, but leaves the squares in no cache. No stack protector: it would call libc, which the modules of Java
   and C# do without, to guard a block whose every index is bounded by a constant. */
__attribute__((target("avx2"), no_stack_protector)) size_t square_array_streaming(const int32_t *numbers, size_t count,
                                                                                  int32_t *squares) {
    _Alignas(32) int32_t block[64]; /* with fewer, gcc vectorises nothing */
    const size_t length = sizeof block / sizeof *block;
    size_t i = 0;
    if (count == 0)
        return 0; /* both may be NULL, and in C not even 0 may be added to that */
    while (i < count && (uintptr_t)(squares + i) % 64 != 0) /* until a line begins; to the end, if no line can */
        i++;
    size_t first = kernel(numbers, i, squares); /* stays i for as long as all fit */
    for (; i + length <= count; i += length) {
        /* A page ahead, where the processor's own prefetching does not go. Behind the array it is harmless, but only as
           a number: a pointer must not go there. */
        for (size_t j = 0; j < length; j += 16)
            _mm_prefetch((const char *)((uintptr_t)(numbers + i + j) + 4096), _MM_HINT_T0); // NOLINT(*-int-to-ptr)
        const size_t index = kernel(numbers + i, length, block);
        if (first == i)
            first += index;
        for (size_t j = 0; j < length; j += 8)
            _mm256_stream_si256((__m256i *)(squares + i + j), *(const __m256i *)(block + j));
    }
    _mm_sfence(); /* else another thread, told that the squares are there, might not see them yet */
    const size_t index = kernel(numbers + i, count - i, squares + i);
    return first == i ? first + index : first;
}
#endif
