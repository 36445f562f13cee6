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
typedef void calls_numbers(void *user, int8_t a, uint8_t b, int16_t c, uint16_t d, int32_t e, uint32_t f, int64_t g,
                           uint64_t h, float i, double j, bool k, char l, size_t m, ptrdiff_t n, long o,
                           unsigned long p);
/** The least and the largest of each. */
void calls_extremes(void *user, calls_numbers *numbers);

/** Judges bytes. */
typedef calls_verdict (*calls_judge)(int index, void *user, const uint8_t *data, size_t size);
/** How many were not skipped. */
int calls_judged(calls_judge judge, int count, void *user);

/** Has a callback of a type without a name. */
void calls_spelled(int count, void (*each)(void *user, int item), void *user);

/* Callbacks that an object keeps. */
/** Makes ticks. */
typedef struct calls_clock calls_clock;
calls_clock *calls_clock_create(void);
void calls_clock_destroy(calls_clock *clock);
/** Takes the clock; a true result stops it. */
typedef bool (*calls_tick)(calls_clock *clock, int64_t number, void *user);
/** Is called by calls_clock_run(), and by calls_clock_start() in another thread. Not for a `refused` one. */
calls_status calls_clock_on_tick(calls_clock *clock, calls_tick tick, void *user, bool refused);
/** Is called when the clock stops. */
void calls_clock_on_stop(calls_clock *clock, void (*stopped)(void *user, const char *why), void *user);
/** So many ticks in this thread. How many there were. */
int64_t calls_clock_run(calls_clock *clock, int64_t count);
/** Ticks in another thread, until it is stopped. */
void calls_clock_start(calls_clock *clock);
/** How many ticks there were. */
int64_t calls_clock_stop(calls_clock *clock);
/** Belongs to a clock. */
typedef struct calls_alarm calls_alarm;
calls_alarm *calls_alarm_create(calls_clock *clock);
void calls_alarm_destroy(calls_alarm *alarm);
/** Calls what the clock has. */
int64_t calls_alarm_ring(calls_alarm *alarm);
/** A clock that is set. */
typedef struct calls_timer calls_timer;
calls_timer *calls_timer_create(int64_t seconds);
int64_t calls_timer_seconds(const calls_timer *timer);
/** How many clocks there are. */
int calls_alive(void);
/** Never calls anything. */
int calls_quiet(int number);

/* Callbacks for ever. */
/** Takes a line of the log, in any thread. */
typedef void (*calls_log)(int level, const char *text, void *user);
void calls_log_set(calls_log log, void *user);
/** Logs in so many threads. */
void calls_log_emit(int level, const char *text, int threads);

/* Callbacks that are given several texts or objects. */
/** Is given a row: values, of which some may be NULL, and their names. Not 0: stops. */
typedef int (*calls_row)(void *, int, char **, char **);
/** How many rows there were. */
int calls_rows(calls_row row, int count, void *user);
/** What a function is called with. */
typedef struct calls_value calls_value;
int64_t calls_value_number(const calls_value *value);
/** A call of a function. */
typedef struct calls_context calls_context;
void *calls_context_user(calls_context *context);
void calls_context_result(calls_context *context, int64_t result);
void calls_context_error(calls_context *context, const char *message);
/** Its user data is that of the context. */
typedef void (*calls_function)(calls_context *context, int count, calls_value **values);
void calls_clock_define(calls_clock *clock, calls_function function, void *user);
/** Calls the function with two values. */
calls_status calls_clock_apply(calls_clock *clock, int64_t left, int64_t right, int64_t *result);

/* Callbacks that C keeps until it lets go of them. */
/** Has one at each of eight places; let_go is called for what was there before. From 8 on it is refused, and let_go
   called for odd ones only. */
calls_status calls_clock_place(calls_clock *clock, int place, calls_tick tick, void *user, void (*let_go)(void *user));
/** Calls what is at a place. */
bool calls_clock_call(calls_clock *clock, int place);

/* Callbacks in structs. */
/** How a clock is made. */
typedef struct calls_settings {
    /** How often it ticks at first. */
    int32_t count;
    /** Is called for each of them, while it is made. */
    calls_step step;
    void *step_user;
    /** Is called as long as the clock lives. */
    calls_tick tick;
    void *user_data;
    /** Is called by all clocks, as long as the program runs. */
    void (*ended)(void *user, int64_t ticks);
    void *ended_user;
} calls_settings;
calls_settings calls_default_settings(void);
/** Fails where a step stops it. */
calls_status calls_clock_make(const calls_settings *settings, calls_clock **clock);
/** Ticks as the settings say, but for `refused` ones. */
calls_status calls_clock_change(calls_clock *clock, calls_settings settings, bool refused);

/** Is given a text, as what. */
typedef void (*calls_tell)(void *user, int kind, void *what);
void calls_told(int count, calls_tell tell, void *user);
#endif
