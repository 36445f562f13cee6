#include "kernel.h"

#if defined(SQUARE_X86_64)
#include <cpuid.h>

/* Not __builtin_cpu_supports(): not every compiler's runtime has the __cpu_model that it reads. The bits of CPUID and
   XCR0, as Intel's manual names them. The system must save registers, else the processor's having them is of no use. */
enum { OSXSAVE = 1 << 27, CPUID_AVX2 = 1 << 5, CPUID_AVX512F = 1 << 16 };
enum { XMM_YMM = 0x6, XMM_YMM_ZMM = 0xe6 };

static unsigned saved_registers(void) {
    unsigned eax, ebx, ecx, edx;
    if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx) || !(ecx & OSXSAVE))
        return 0;
    __asm__("xgetbv" : "=a"(eax), "=d"(edx) : "c"(0));
    return eax;
}

int square_ask_processor(void) {
    unsigned eax, ebx, ecx, edx;
    const unsigned saved = saved_registers();
    int features = SQUARE_ASKED;
    if (!__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx))
        return features;
    if ((ebx & CPUID_AVX2) && (saved & XMM_YMM) == XMM_YMM)
        features |= SQUARE_AVX2;
    if ((ebx & CPUID_AVX512F) && (saved & XMM_YMM_ZMM) == XMM_YMM_ZMM)
        features |= SQUARE_AVX512F;
    return features;
}
#endif
