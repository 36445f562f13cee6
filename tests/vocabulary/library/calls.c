#include "calls.h"

#include <limits.h>
#include <stdatomic.h>
#include <stdlib.h>
#ifdef _WIN32
#include <windows.h>
#else
#include <pthread.h>
#endif

/* ---- Threads ---- */

#ifdef _WIN32
typedef HANDLE thread;
typedef DWORD(WINAPI *thread_start)(LPVOID);
#define THREAD_FUNCTION(NAME) static DWORD WINAPI NAME(LPVOID argument)
static thread start(thread_start function, void *argument) {
    return CreateThread(NULL, 0, function, argument, 0, NULL);
}
static void join(thread joined) {
    WaitForSingleObject(joined, INFINITE);
    CloseHandle(joined);
}
#else
typedef pthread_t thread;
typedef void *(*thread_start)(void *);
#define THREAD_FUNCTION(NAME) static void *NAME(void *argument)
static thread start(thread_start function, void *argument) {
    thread made;
    return pthread_create(&made, NULL, function, argument) ? (abort(), made) : made;
}
static void join(thread joined) { pthread_join(joined, NULL); }
#endif

const char *calls_message(calls_status status) {
    return status == CALLS_CANCELLED ? "it was cancelled" : status == CALLS_EMPTY ? "there is nothing" : NULL;
}

/* ---- For one call ---- */

bool calls_each(int32_t count, calls_step step, void *user) {
    for (int32_t i = 0; i < count; i++)
        if (!step(i, (double)i / count, i % 2 ? NULL : "gr\xc3\xbcn \xf0\x9f\x98\x80", (calls_color)(i % 4), user))
            return false;
    return true;
}

typedef struct {
    int32_t count;
    calls_step step;
    void *user;
    bool result;
} steps;

THREAD_FUNCTION(run_steps) {
    steps *of = argument;
    of->result = calls_each(of->count, of->step, of->user);
    return 0;
}

bool calls_each_thread(int32_t count, int32_t threads, calls_step step, void *user) {
    thread made[64];
    steps each[64];
    bool result = true;
    for (int i = 0; i < threads && i < 64; i++) {
        each[i] = (steps){count, step, user, false};
        made[i] = start(run_steps, &each[i]);
    }
    for (int i = 0; i < threads && i < 64; i++) {
        join(made[i]);
        result = result && each[i].result;
    }
    return result;
}

calls_status calls_search(int32_t count, calls_step step, void *user, int32_t *found) {
    if (count == 0)
        return CALLS_EMPTY;
    *found = count;
    return calls_each(count, step, user) ? CALLS_OK : CALLS_CANCELLED;
}

int32_t calls_maybe(int32_t count, calls_step step, void *user) {
    if (step)
        calls_each(count, step, user);
    return count;
}

int64_t calls_blocks(int32_t count, calls_block block, void *user) {
    int64_t sum = 0;
    for (int32_t i = 0; i < count; i++) {
        int32_t data[] = {i, i + 1, -i};
        int64_t result = block(i ? data : NULL, i ? 3 : 0, user);
        if (result < 0)
            return result;
        sum += result;
    }
    return sum;
}

void calls_extremes(void *user, calls_numbers *numbers) {
    numbers(user, INT8_MIN, 0, INT16_MIN, 0, INT32_MIN, 0, INT64_MIN, 0, -1.5f, -2.5, false, 'a', 0, PTRDIFF_MIN,
            LONG_MIN, 0);
    numbers(user, INT8_MAX, UINT8_MAX, INT16_MAX, UINT16_MAX, INT32_MAX, UINT32_MAX, INT64_MAX, UINT64_MAX, 1.5f, 2.5,
            true, 'z', SIZE_MAX, PTRDIFF_MAX, LONG_MAX, ULONG_MAX);
}

int calls_judged(calls_judge judge, int count, void *user) {
    int judged = 0;
    for (int i = 0; i < count; i++) {
        uint8_t data[] = {(uint8_t)i, 0, 255};
        calls_verdict verdict = judge(i, user, data, sizeof data);
        if (verdict == CALLS_VERDICT_STOP)
            break;
        judged += verdict == CALLS_VERDICT_GO_ON;
    }
    return judged;
}

void calls_spelled(int count, void (*each)(void *user, int item), void *user) {
    for (int i = 0; i < count; i++)
        each(user, i);
}

/* ---- For an object ---- */

struct calls_clock {
    _Atomic(calls_tick) tick;
    void *_Atomic tick_user;
    void (*stopped)(void *user, const char *why);
    void *stopped_user;
    thread ticking;
    atomic_bool running;
    _Atomic int64_t ticks;
    calls_function function;
    void *function_user;
    struct {
        calls_tick tick;
        void *user;
        void (*let_go)(void *user);
    } places[8];
};

struct calls_alarm {
    calls_clock *clock;
};

struct calls_timer {
    calls_clock clock;
    int64_t seconds;
};

static atomic_int alive;

calls_clock *calls_clock_create(void) {
    atomic_fetch_add(&alive, 1);
    return calloc(1, sizeof(calls_clock));
}

calls_timer *calls_timer_create(int64_t seconds) {
    calls_timer *timer = calloc(1, sizeof *timer);
    timer->seconds = seconds;
    atomic_fetch_add(&alive, 1);
    return timer;
}

int64_t calls_timer_seconds(const calls_timer *timer) { return timer->seconds; }

void calls_clock_destroy(calls_clock *clock) {
    calls_clock_stop(clock);
    for (int i = 0; i < 8; i++)
        if (clock->places[i].let_go)
            clock->places[i].let_go(clock->places[i].user);
    for (size_t i = 0; i < sizeof *clock; i++)
        ((volatile char *)clock)[i] = 0x55;
    free(clock);
    atomic_fetch_sub(&alive, 1);
}

calls_status calls_clock_on_tick(calls_clock *clock, calls_tick tick, void *user, bool refused) {
    if (refused)
        return CALLS_CANCELLED;
    clock->tick_user = user;
    clock->tick = tick;
    return CALLS_OK;
}

void calls_clock_on_stop(calls_clock *clock, void (*stopped)(void *user, const char *why), void *user) {
    clock->stopped = stopped;
    clock->stopped_user = user;
}

static bool tick(calls_clock *clock) {
    calls_tick tick = clock->tick;
    return !tick || !tick(clock, atomic_fetch_add(&clock->ticks, 1), clock->tick_user);
}

int64_t calls_clock_run(calls_clock *clock, int64_t count) {
    int64_t ticks = 0;
    while (ticks < count && tick(clock))
        ticks++;
    return ticks;
}

THREAD_FUNCTION(run_clock) {
    calls_clock *clock = argument;
    while (clock->running)
        tick(clock);
    return 0;
}

void calls_clock_start(calls_clock *clock) {
    if (!atomic_exchange(&clock->running, true))
        clock->ticking = start(run_clock, clock);
}

int64_t calls_clock_stop(calls_clock *clock) {
    if (atomic_exchange(&clock->running, false))
        join(clock->ticking);
    if (clock->stopped)
        clock->stopped(clock->stopped_user, "stopped");
    return clock->ticks;
}

calls_alarm *calls_alarm_create(calls_clock *clock) {
    calls_alarm *alarm = malloc(sizeof *alarm);
    if (alarm)
        alarm->clock = clock;
    return alarm;
}

void calls_alarm_destroy(calls_alarm *alarm) { free(alarm); }

int64_t calls_alarm_ring(calls_alarm *alarm) { return calls_clock_run(alarm->clock, 1); }

int calls_alive(void) { return alive; }

int calls_quiet(int number) { return number; }

/* ---- For ever ---- */

static _Atomic(calls_log) logger;
static void *_Atomic logger_user;

void calls_log_set(calls_log log, void *user) {
    logger_user = user;
    logger = log;
}

typedef struct {
    int level;
    const char *text;
} line;

THREAD_FUNCTION(emit) {
    line *of = argument;
    calls_log log = logger;
    if (log)
        log(of->level, of->text, logger_user);
    return 0;
}

void calls_log_emit(int level, const char *text, int threads) {
    thread made[64];
    line of = {level, text};
    if (threads == 0)
        emit(&of);
    for (int i = 0; i < threads && i < 64; i++)
        made[i] = start(emit, &of);
    for (int i = 0; i < threads && i < 64; i++)
        join(made[i]);
}

/* ---- With several values ---- */

int calls_rows(calls_row row, int count, void *user) {
    char *names[] = {"id", "text"};
    for (int i = 0; i < count; i++) {
        char *values[] = {i % 2 ? "one" : "zero", i % 2 ? NULL : "gr\xc3\xbcn"};
        if (row(user, 2, values, names))
            return i;
    }
    return count;
}

struct calls_value {
    int64_t number;
};

struct calls_context {
    void *user;
    int64_t result;
    calls_status status;
};

int64_t calls_value_number(const calls_value *value) { return value->number; }

void *calls_context_user(calls_context *context) { return context->user; }

void calls_context_result(calls_context *context, int64_t result) { context->result = result; }

void calls_context_error(calls_context *context, const char *message) {
    (void)message;
    context->status = CALLS_CANCELLED;
}

void calls_clock_define(calls_clock *clock, calls_function function, void *user) {
    clock->function = function;
    clock->function_user = user;
}

calls_status calls_clock_apply(calls_clock *clock, int64_t left, int64_t right, int64_t *result) {
    calls_value one = {left}, other = {right}, *values[] = {&one, &other};
    calls_context context = {clock->function_user, 0, CALLS_OK};
    if (!clock->function)
        return CALLS_EMPTY;
    clock->function(&context, 2, values);
    *result = context.result;
    return context.status;
}

calls_status calls_clock_place(calls_clock *clock, int place, calls_tick tick, void *user, void (*let_go)(void *user)) {
    if (place >= 8) {
        if (place % 2)
            let_go(user);
        return CALLS_CANCELLED;
    }
    if (clock->places[place].let_go)
        clock->places[place].let_go(clock->places[place].user);
    clock->places[place].tick = tick;
    clock->places[place].user = user;
    clock->places[place].let_go = let_go;
    return CALLS_OK;
}

bool calls_clock_call(calls_clock *clock, int place) {
    return clock->places[place].tick && clock->places[place].tick(clock, place, clock->places[place].user);
}

void calls_told(int count, calls_tell tell, void *user) {
    for (int i = 0; i < count; i++)
        tell(user, i, i % 2 ? NULL : "gr\xc3\xbcn");
}

/* ---- In structs ---- */

static bool always(int32_t index, double share, const char *text, calls_color color, void *user) {
    (void)index, (void)share, (void)text, (void)color, (void)user;
    return true;
}

static void (*ended)(void *user, int64_t ticks);
static void *ended_user;

calls_settings calls_default_settings(void) {
    calls_settings settings = {.count = 1, .step = always};
    return settings;
}

calls_status calls_clock_change(calls_clock *clock, calls_settings settings, bool refused) {
    if (refused || !settings.step || !calls_each(settings.count, settings.step, settings.step_user))
        return CALLS_CANCELLED;
    clock->tick_user = settings.user_data;
    clock->tick = settings.tick;
    if (settings.ended) {
        ended = settings.ended;
        ended_user = settings.ended_user;
    }
    if (ended)
        ended(ended_user, settings.count);
    return CALLS_OK;
}

calls_status calls_clock_make(const calls_settings *settings, calls_clock **clock) {
    *clock = calls_clock_create();
    if (calls_clock_change(*clock, *settings, false) == CALLS_OK)
        return calls_clock_run(*clock, 1) < 0 ? CALLS_EMPTY : CALLS_OK;
    calls_clock_destroy(*clock);
    *clock = NULL;
    return CALLS_CANCELLED;
}
