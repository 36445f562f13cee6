#include "lists.h"
#include "allocate.h"

#include <string.h>

size_t kinds_bytes_of(const char *const *texts) {
    size_t size = 0;
    for (; *texts; texts++)
        size += strlen(*texts);
    return size;
}

static char *copy_of(const char *text, size_t length) {
    char *copy = kinds_allocate(length + 1);
    if (copy)
        memcpy(copy, text, length);
    return copy;
}

char *kinds_join(int count, const char **texts) {
    char *joined = kinds_allocate(kinds_bytes_of(texts) + (size_t)count + 1);
    for (int i = 0; joined && i < count; i++)
        strcat(strcat(joined, i ? "," : ""), texts[i]);
    return joined;
}

int kinds_count_texts(const char *const texts[], size_t count) { return texts ? (int)count : -1; }

char **kinds_split(const char *text) {
    char **parts = kinds_allocate((strlen(text) + 2) * sizeof *parts);
    if (!parts)
        return NULL;
    for (size_t i = 0;; i++) {
        size_t length = strcspn(text, ",");
        parts[i] = copy_of(text, length);
        if (!text[length])
            return parts;
        text += length + 1;
    }
}

void kinds_free_texts(char **texts) {
    for (size_t i = 0; texts[i]; i++)
        kinds_free(texts[i]);
    kinds_free(texts);
}

const char *const *kinds_names(int number, size_t *count) {
    static const char *const names[] = {"one", "zw\xc3\xb6lf", "\xf0\x9f\x98\x80", "", "five"};
    *count = (size_t)number;
    return number < 0 ? NULL : names;
}

kinds_status kinds_parts(const char *text, char ***parts, int *count) {
    *parts = kinds_split(text);
    for (*count = 0; *parts && (*parts)[*count];)
        ++*count;
    return *text ? KINDS_OK : KINDS_EMPTY;
}

kinds_status kinds_spell(int number, char **text) {
    *text = number ? copy_of("some number", number < 0 ? 4 : 11) : NULL;
    return number < 0 ? KINDS_BROKEN : KINDS_OK;
}

uint8_t *kinds_bytes(int count, size_t *size) {
    uint8_t *bytes = kinds_allocate((size_t)count + 1);
    *size = (size_t)count;
    return bytes;
}

kinds_status kinds_execute(const char *command, char **error) {
    if (!strcmp(command, "go"))
        return KINDS_OK;
    *error = *command ? copy_of("no such command \xe2\x9c\x97", 19) : NULL;
    return KINDS_BROKEN;
}

int kinds_measure(const char *command, char **error) {
    if (!*command)
        *error = copy_of("no command", 10);
    return (int)strlen(command);
}

const char *const *kinds_broken_names(void) {
    static const char *const names[] = {"one", NULL, "three"};
    return names;
}

const char *const *kinds_latin1_names(void) {
    static const char *const names[] = {"one", "zw\xf6lf", NULL};
    return names;
}
