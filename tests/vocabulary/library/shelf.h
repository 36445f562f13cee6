/**
 * @file
 * An object that keeps what it is given.
 */
#ifndef SHELF_H
#define SHELF_H
#include "kinds.h"

/** Numbers on a shelf that is labelled. It copies nothing: what it is given must stay where it is. */
typedef struct kinds_shelf kinds_shelf;
/** Opens one. Fails for no name. */
kinds_status kinds_shelf_open(const char *name, kinds_shelf **shelf);
void kinds_shelf_close(kinds_shelf *shelf);
const char *kinds_shelf_name(const kinds_shelf *shelf);
/** Fails for a label of more than 200 bytes. */
kinds_status kinds_shelf_set_label(kinds_shelf *shelf, const char *label);
const char *kinds_shelf_label(const kinds_shelf *shelf);
/** Fails for no numbers. */
kinds_status kinds_shelf_set_numbers(kinds_shelf *shelf, const int32_t *numbers, size_t count);
int64_t kinds_shelf_total(const kinds_shelf *shelf);
void kinds_shelf_set_data(kinds_shelf *shelf, const void *data, size_t size);
uint32_t kinds_shelf_sum(const kinds_shelf *shelf);
/** The total by a factor, plus something; all of it negated for KINDS_SIGN_NEGATIVE. */
double kinds_shelf_scaled(const kinds_shelf *shelf, double by, int64_t plus, kinds_sign sign);
/** The number as text, in octal or hexadecimal or else decimal digits, with a unit if there is one. */
int kinds_format(int64_t number, unsigned base, bool upper, const char *unit, char *buffer, size_t size);
/** The sum of bytes, of a key of 4 bytes if there is one, and of the length of a text. */
uint32_t kinds_sum_with(const void *data, size_t size, const unsigned char *key, const char *text);
/** A shelf that belongs to this one. */
kinds_shelf *kinds_shelf_upper(kinds_shelf *shelf);
#endif
