/**
 * @file
 * Objects of two calls, objects in the caller's memory, and what has elements.
 */
#ifndef SERIES_H
#define SERIES_H
#include "kinds.h"

/** Numbers, one after another. */
typedef struct kinds_series kinds_series;
/** A series that is nothing yet. */
kinds_series *kinds_series_new(void);
/**
 * @brief Makes it one.
 * @param series What is nothing yet.
 * @param start The first number.
 * @param count How many there are. Fails for none.
 */
kinds_status kinds_series_init(kinds_series *series, int64_t start, int count);
void kinds_series_free(kinds_series *series);
size_t kinds_series_length(const kinds_series *series);
int64_t kinds_series_get(const kinds_series *series, size_t index);
/** The same series, which then has its own way. */
kinds_series *kinds_series_dup(const kinds_series *series);
/** Takes the last number off. */
void kinds_series_shorten(kinds_series *series);

/** Fruits, of which the caller has the memory. */
typedef struct kinds_fruits {
    int next;
    void *memory;
} kinds_fruits;
/** Starts with one of them. Fails for a negative number. */
kinds_status kinds_fruits_init(kinds_fruits *fruits, int first);
void kinds_fruits_end(kinds_fruits *fruits);
/** The next fruit. NULL ends them. */
const char *kinds_fruits_next(kinds_fruits *fruits);
/** Goes on where the other is. Fails for one that has not begun. */
kinds_status kinds_fruits_copy(kinds_fruits *to, const kinds_fruits *from);
/** The same memory, as something else. */
void kinds_basket_init(kinds_fruits *basket);
void kinds_basket_end(kinds_fruits *basket);
short kinds_basket_size(const kinds_fruits *basket);
const char *kinds_basket_at(const kinds_fruits *basket, uint8_t index);

/** Goes through words. */
typedef struct kinds_words kinds_words;
/** Keeps the text. */
kinds_words *kinds_words_open(const char *text);
void kinds_words_close(kinds_words *words);
/** The next word, which the caller frees. Fails for the word "bad". */
kinds_status kinds_words_next(kinds_words *words, char **word);
/** Counts down. */
typedef struct kinds_countdown kinds_countdown;
kinds_countdown *kinds_countdown_new(int start);
void kinds_countdown_free(kinds_countdown *countdown);
/** Negative at the end. */
int kinds_countdown_step(kinds_countdown *countdown);
/** The first numbers of several series; of none it is 0. */
int64_t kinds_series_firsts(kinds_series *const *all, size_t count);
/** Becomes as long as all of them together. Fails for none. */
kinds_status kinds_series_extend(kinds_series *series, const kinds_series **others, unsigned short count);

/** Must be called before all else. Fails where the environment has KINDS_FAIL. */
kinds_status kinds_start(void);
/** Prints where the environment has KINDS_END, which tests look for. */
void kinds_end(void);
/* What is constant, but said by functions; and nothing before the start. */
size_t kinds_key_bytes(void);
size_t kinds_message_bytes_max(void);
short kinds_lowest(void);
float kinds_ratio_of(void);
const char *kinds_primitive(void);
/** How often it was started. */
int kinds_starts(void);
/** Writes each byte several times. */
typedef struct kinds_pump {
    const unsigned char *next_in;
    unsigned int avail_in;
    unsigned char *next_out;
    unsigned short avail_out;
    int end, written;
} kinds_pump;
typedef enum { KINDS_PUMP_OK, KINDS_PUMP_END, KINDS_PUMP_STUCK, KINDS_PUMP_BROKEN } kinds_pumped;
/** @param end The byte that is the last one. */
kinds_pumped kinds_pump_start(kinds_pump *pump, int end);
void kinds_pump_stop(kinds_pump *pump);
/** A byte of 255 breaks it. */
kinds_pumped kinds_pump_run(kinds_pump *pump, int times);

#endif
