#include "shelf.h"
#include "allocate.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct kinds_shelf {
    const char *name, *label;
    const int32_t *numbers;
    size_t count;
    const void *data;
    size_t size;
    kinds_shelf *upper;
};

kinds_status kinds_shelf_open(const char *name, kinds_shelf **shelf) {
    if (!*name)
        return KINDS_EMPTY;
    *shelf = kinds_allocate(sizeof **shelf);
    if (!*shelf)
        return KINDS_BROKEN;
    (*shelf)->name = name;
    return KINDS_OK;
}

void kinds_shelf_close(kinds_shelf *shelf) {
    if (shelf->upper)
        kinds_shelf_close(shelf->upper);
    kinds_free(shelf);
}

const char *kinds_shelf_name(const kinds_shelf *shelf) { return shelf->name; }

kinds_status kinds_shelf_set_label(kinds_shelf *shelf, const char *label) {
    if (label && strlen(label) > 200)
        return KINDS_BROKEN;
    shelf->label = label;
    return KINDS_OK;
}

const char *kinds_shelf_label(const kinds_shelf *shelf) { return shelf->label; }

kinds_status kinds_shelf_set_numbers(kinds_shelf *shelf, const int32_t *numbers, size_t count) {
    if (count == 0)
        return KINDS_EMPTY;
    shelf->numbers = numbers;
    shelf->count = count;
    return KINDS_OK;
}

int64_t kinds_shelf_total(const kinds_shelf *shelf) {
    int64_t total = 0;
    for (size_t i = 0; i < shelf->count; i++)
        total += shelf->numbers[i];
    return total;
}

void kinds_shelf_set_data(kinds_shelf *shelf, const void *data, size_t size) {
    shelf->data = data;
    shelf->size = size;
}

uint32_t kinds_shelf_sum(const kinds_shelf *shelf) { return kinds_sum(shelf->data, shelf->size); }

double kinds_shelf_scaled(const kinds_shelf *shelf, double by, int64_t plus, kinds_sign sign) {
    double scaled = (double)kinds_shelf_total(shelf) * by + (double)plus;
    return sign == KINDS_SIGN_NEGATIVE ? -scaled : scaled;
}

int kinds_format(int64_t number, unsigned base, bool upper, const char *unit, char *buffer, size_t size) {
    const char *format = base == 8    ? "%" PRIo64 "%s"
                         : base != 16 ? "%" PRId64 "%s"
                         : upper      ? "%" PRIX64 "%s"
                                      : "%" PRIx64 "%s";
    return snprintf(buffer, size, format, number, unit ? unit : "");
}

uint32_t kinds_sum_with(const void *data, size_t size, const unsigned char *key, const char *text) {
    return kinds_sum(data, size) + (key ? kinds_sum(key, 4) : 0) + (uint32_t)strlen(text);
}

kinds_shelf *kinds_shelf_upper(kinds_shelf *shelf) {
    if (!shelf->upper)
        kinds_shelf_open("upper", &shelf->upper);
    return shelf->upper;
}
