#include "series.h"
#include "allocate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct kinds_series {
    int64_t start;
    int count;
};

kinds_series *kinds_series_new(void) { return kinds_allocate(sizeof(kinds_series)); }

kinds_status kinds_series_init(kinds_series *series, int64_t start, int count) {
    series->start = start;
    series->count = count;
    return count > 0 ? KINDS_OK : KINDS_EMPTY;
}

void kinds_series_free(kinds_series *series) { kinds_free(series); }
size_t kinds_series_length(const kinds_series *series) { return (size_t)series->count; }
int64_t kinds_series_get(const kinds_series *series, size_t index) { return series->start + (int64_t)index; }

kinds_series *kinds_series_dup(const kinds_series *series) {
    kinds_series *copy = kinds_series_new();
    if (copy)
        *copy = *series;
    return copy;
}

int64_t kinds_series_firsts(kinds_series *const *all, size_t count) {
    int64_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += all[i]->start;
    return total;
}

kinds_status kinds_series_extend(kinds_series *series, const kinds_series **others, unsigned short count) {
    for (int i = 0; i < count; i++)
        series->count += others[i]->count;
    return count ? KINDS_OK : KINDS_EMPTY;
}

void kinds_series_shorten(kinds_series *series) { series->count--; }

static const char *const names[] = {"apple", "\xc3\xa4pfel", "cherry"};
enum { COUNT = sizeof names / sizeof *names };

/* Whoever ends what was not begun, or begins it in memory that is not zeros, hears of it. */
static kinds_status begin(kinds_fruits *fruits, int next) {
    if (next < 0 || fruits->next || fruits->memory)
        return KINDS_BROKEN;
    fruits->next = next;
    fruits->memory = kinds_allocate(1);
    return fruits->memory ? KINDS_OK : KINDS_BROKEN;
}

kinds_status kinds_fruits_init(kinds_fruits *fruits, int first) { return begin(fruits, first); }
void kinds_fruits_end(kinds_fruits *fruits) { kinds_free(fruits->memory); }
const char *kinds_fruits_next(kinds_fruits *fruits) { return fruits->next < COUNT ? names[fruits->next++] : NULL; }

kinds_status kinds_fruits_copy(kinds_fruits *to, const kinds_fruits *from) {
    return from->next ? begin(to, from->next) : KINDS_EMPTY;
}

void kinds_basket_init(kinds_fruits *basket) { begin(basket, COUNT); }
void kinds_basket_end(kinds_fruits *basket) { kinds_free(basket->memory); }
short kinds_basket_size(const kinds_fruits *basket) { return (short)basket->next; }
const char *kinds_basket_at(const kinds_fruits *basket, uint8_t index) {
    return index < basket->next ? names[index] : NULL;
}

struct kinds_words {
    const char *rest;
};

kinds_words *kinds_words_open(const char *text) {
    kinds_words *words = kinds_allocate(sizeof *words);
    if (words)
        words->rest = text;
    return words;
}

void kinds_words_close(kinds_words *words) { kinds_free(words); }

kinds_status kinds_words_next(kinds_words *words, char **word) {
    words->rest += strspn(words->rest, " ");
    size_t length = strcspn(words->rest, " ");
    if (!length)
        return KINDS_DONE;
    *word = kinds_allocate(length + 1);
    if (*word)
        memcpy(*word, words->rest, length);
    words->rest += length;
    return *word && strcmp(*word, "bad") ? KINDS_OK : KINDS_BROKEN;
}

struct kinds_countdown {
    int next;
};

kinds_countdown *kinds_countdown_new(int start) {
    kinds_countdown *countdown = kinds_allocate(sizeof *countdown);
    if (countdown)
        countdown->next = start;
    return countdown;
}

void kinds_countdown_free(kinds_countdown *countdown) { kinds_free(countdown); }
int kinds_countdown_step(kinds_countdown *countdown) { return countdown->next-- > 0 ? countdown->next : -1; }

static int starts;

kinds_status kinds_start(void) {
    starts++;
    return getenv("KINDS_FAIL") ? KINDS_BROKEN : KINDS_OK;
}

void kinds_end(void) {
    if (getenv("KINDS_END"))
        printf("the end of %d\n", starts);
    fflush(stdout);
}

size_t kinds_key_bytes(void) { return starts ? 32 : 0; }
size_t kinds_message_bytes_max(void) { return SIZE_MAX - 16; }
short kinds_lowest(void) { return -5; }
float kinds_ratio_of(void) { return 0.25f; }
const char *kinds_primitive(void) { return starts ? "bl\xc3\xa4ke" : "?"; }

int kinds_starts(void) { return starts; }

kinds_pumped kinds_pump_start(kinds_pump *pump, int end) {
    pump->end = end;
    return end > 255 ? KINDS_PUMP_BROKEN : KINDS_PUMP_OK;
}

void kinds_pump_stop(kinds_pump *pump) { pump->end = -1; }

kinds_pumped kinds_pump_run(kinds_pump *pump, int times) {
    if (pump->avail_in == 0 || pump->avail_out == 0)
        return KINDS_PUMP_STUCK;
    while (pump->avail_in && pump->avail_out) {
        const int byte = *pump->next_in;
        if (byte == 255)
            return KINDS_PUMP_BROKEN;
        *pump->next_out++ = (unsigned char)byte;
        pump->avail_out--;
        if (++pump->written < times)
            continue;
        pump->written = 0;
        pump->next_in++;
        pump->avail_in--;
        if (byte == pump->end)
            return KINDS_PUMP_END;
    }
    return KINDS_PUMP_OK;
}
