/**
 * @file
 * A library that calls its users: every kind of callback, one function or two for each.
 */
#ifndef CALLS_H
#define CALLS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A colour; later versions may have more. */
typedef enum calls_color { CALLS_COLOR_RED = 1, CALLS_COLOR_GREEN, CALLS_COLOR_BLUE } calls_color;
/** What a callback decides. */
typedef enum calls_verdict { CALLS_VERDICT_GO_ON, CALLS_VERDICT_STOP, CALLS_VERDICT_SKIP } calls_verdict;
typedef int calls_status;
enum { CALLS_OK, CALLS_CANCELLED, CALLS_EMPTY };
const char *calls_message(calls_status status);

/**
 * @brief Called for each step.
 * @param index Counts from 0.
 * @param share How much is done, from 0 to 1.
 * @return Whether to go on.
 */
typedef bool (*calls_step)(int32_t index, double share, const char *text, calls_color color, void *user);
/** Calls step so many times. False: it was stopped. */
bool calls_each(int32_t count, calls_step step, void *user);
/** The same in so many threads, each of which has its own steps. */
bool calls_each_thread(int32_t count, int32_t threads, calls_step step, void *user);
/** Fails where it is stopped. What is found is how many steps there were. */
calls_status calls_search(int32_t count, calls_step step, void *user, int32_t *found);
/** Without a step, how many there would be. */
int32_t calls_maybe(int32_t count, calls_step step, void *user);

/** Takes a block of numbers. A negative result stops. */
typedef int64_t (*calls_block)(const int32_t *data, size_t count, void *user);
/** The sum of the results. */
int64_t calls_blocks(int32_t count, calls_block block, void *user);

/** Takes numbers of every width; it cannot be stopped. */
typedef void calls_numbers(void *user, int8_t a, uint8_t b, int16_t c, uint16_t d, int32_t e, uint32_t f, int64_t g, uint64_t h,
                           float i, double j, bool k, char l, size_t m, ptrdiff_t n, long o, unsigned long p);
/** The least and the largest of each. */
void calls_extremes(void *user, calls_numbers *numbers);

/** Judges bytes. */
typedef calls_verdict (*calls_judge)(int index, void *user, const uint8_t *data, size_t size);
/** How many were not skipped. */
int calls_judged(calls_judge judge, int count, void *user);

/** Has a callback of a type without a name. */
void calls_spelled(int count, void (*each)(void *user, int item), void *user);
#endif
