#include "counters.h"
#include <stdlib.h>
#include <string.h>

struct counter {
    int64_t sum;
};

int counters_version(void) { return 1; }

counter *counter_new(void) { return calloc(1, sizeof(counter)); }

void counter_free(counter *self) { free(self); }

int64_t counter_add(counter *self, int64_t number) { return self->sum += number; }

size_t counter_label(counter *self, const char *text) {
    (void)self;
    return strlen(text);
}

uint32_t counter_feed(counter *self, const void *data, size_t size) {
    (void)self;
    const unsigned char *bytes = data;
    return size ? (uint32_t)bytes[0] + bytes[size - 1] : 0;
}

counter_status counter_fail(counter *self) {
    (void)self;
    return COUNTER_FULL;
}
