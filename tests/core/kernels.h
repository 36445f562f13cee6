// Every instruction set's loop. They are not exported: who includes this links the static library.
#ifndef KERNELS_H
#define KERNELS_H

extern "C" {
#include "kernel.h"
}

struct Kernel {
    const char *name;
    size_t (*run)(const int32_t *, size_t, int32_t *);
    bool supported;
};

inline const Kernel kernels[] = {
    {"baseline", square_array_baseline, true},
#if defined(SQUARE_X86_64)
    {"avx2", square_array_avx2, __builtin_cpu_supports("avx2") != 0},
    {"avx512", square_array_avx512, __builtin_cpu_supports("avx512f") != 0},
    {"streaming", square_array_streaming, __builtin_cpu_supports("avx2") != 0},
#endif
};

inline int32_t expected(int32_t number) {
    const int64_t square = int64_t{number} * number;
    return square <= INT32_MAX ? static_cast<int32_t>(square) : -1;
}

#endif
