/**
 * @file
 * {{ description }}: the specification. Every binding quotes it and the tests prove it.
 */
#ifndef {{ NAME }}_H
#define {{ NAME }}_H

#include <stdint.h>

/** The version of this header, and of all packages. */
#define {{ NAME }}_VERSION "0.1.0"

/* Only the build of the shared library defines {{ NAME }}_EXPORTS. */
#if !defined({{ NAME }}_EXPORTS)
#define {{ NAME }}_API
#elif defined(_WIN32)
#define {{ NAME }}_API __declspec(dllexport)
#else
#define {{ NAME }}_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Gives the number in the middle of two.
 *
 * Any thread may call it at any time.
 *
 * @param first Any number.
 * @param second Any number.
 * @return (first + second) / 2, computed without overflow and rounded towards zero.
 */
{{ NAME }}_API int32_t {{ name }}_average(int32_t first, int32_t second);

#ifdef __cplusplus
}
#endif

#endif
