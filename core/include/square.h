/**
 * @file
 * Squares of 32-bit integers: the specification. Every binding quotes it and the tests prove it.
 *
 * Holds for every function: it is pure (no state, no allocation, no input or output, no errno), it never aborts, and it
 * has no undefined behaviour other than what its text forbids.
 *
 * Three commands of our own make this the source of every language's documentation:
 *   conly    the rest of the line holds in C only; the bindings leave it out
 *   fails    a result that C returns as a value, and the bindings raise as an overflow exception
 *   forbids  a precondition: undefined behaviour in C, an exception in languages that can see it
 */
#ifndef SQUARE_H
#define SQUARE_H

#include <stddef.h>
#include <stdint.h>

/** The version of this header; square_version() is that of the library. */
#define SQUARE_VERSION "1.0.0"

/* Only the build of the shared library defines SQUARE_EXPORTS. Callers need no dllimport: these are functions. */
#if !defined(SQUARE_EXPORTS)
#define SQUARE_API
#elif defined(_WIN32)
#define SQUARE_API __declspec(dllexport)
#else
#define SQUARE_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Squares a number.
 *
 * Any thread may call it at any time.
 *
 * @param number The number to square, -2147483648 <= number <= 2147483647.
 * @return number * number, 0 <= result <= 2147395600.
 * @conly Or -1 when that does not fit in 32 bits; a square is never negative.
 *
 * @fails The square does not fit in 32 bits: number < -46340 or number > 46340.
 */
SQUARE_API int32_t square(int32_t number);

/**
 * @brief Squares every element of an array.
 *
 * The output is complete also after a failure: squares[i] is the square of numbers[i], or -1 where that does not fit in
 * 32 bits. Both arrays may be the same one; the numbers are then gone.
 * Any thread may call it at any time, as long as no other thread writes to numbers or uses squares.
 *
 * @param numbers The numbers to square, any int32 each.
 * @conly @param count How many elements each array has, at most PTRDIFF_MAX / 4. When 0, both may be NULL.
 * @param squares Where the squares go; as long as numbers.
 * @conly @return The index of the first number whose square does not fit; count when all do.
 *
 * @fails Some numbers[i] < -46340 or numbers[i] > 46340: its square does not fit in 32 bits. The first such i is named.
 * @forbids The arrays differ in length, overlap without being the same, or are not aligned to 4 bytes.
 */
SQUARE_API size_t square_array(const int32_t *numbers, size_t count, int32_t *squares);

/**
 * @brief Tells the version of the library that was loaded.
 *
 * Any thread may call it at any time.
 *
 * @return The version, such as "1.0.0".
 * @conly The string lives as long as the library; nobody frees it.
 */
SQUARE_API const char *square_version(void);

#ifdef __cplusplus
}
#endif

#endif
