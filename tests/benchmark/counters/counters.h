/** A library of objects, for the benchmark: as little as C can do, so that what is measured is the border. */
#ifndef COUNTERS_H
#define COUNTERS_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Tells the version. @return 1. */
int counters_version(void);

/** Counts. */
typedef struct counter counter;

/** What may fail. */
typedef enum { COUNTER_OK = 0, COUNTER_FULL = 1 } counter_status;

/** Makes one. @return The counter, or NULL if there is no memory. */
counter *counter_new(void);
/** Ends one. @param self The counter. */
void counter_free(counter *self);
/** Adds. @param self The counter. @param number Any. @return The sum so far. */
int64_t counter_add(counter *self, int64_t number);
/** Measures a text. @param self The counter. @param text The text. @return Its length in bytes. */
size_t counter_label(counter *self, const char *text);
/** Looks at bytes. @param self The counter. @param data The bytes. @param size How many. @return The first and the
 * last, added. */
uint32_t counter_feed(counter *self, const void *data, size_t size);
/** Fails. @param self The counter. @return COUNTER_FULL. */
counter_status counter_fail(counter *self);

#ifdef __cplusplus
}
#endif
#endif
