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
/** A shelf that belongs to this one. */
kinds_shelf *kinds_shelf_upper(kinds_shelf *shelf);
#endif
