/**
 * @file
 * Lists of texts, and what C gives through pointers.
 */
#ifndef LISTS_H
#define LISTS_H
#include "kinds.h"

/** How many bytes all texts have. NULL ends the list. */
size_t kinds_bytes_of(const char *const *texts);
/** The texts with commas between them, which the caller frees. */
char *kinds_join(int count, const char **texts);
/** How many texts there are, -1 for no list. */
int kinds_count_texts(const char *const texts[], size_t count);
/** The parts of a text between commas, which the caller frees. */
char **kinds_split(const char *text);
void kinds_free_texts(char **texts);
/** Names, which are the library's. None for a negative number. */
const char *const *kinds_names(int number, size_t *count);
/** The parts of a text, with their count. Fails for no text. */
kinds_status kinds_parts(const char *text, char ***parts, int *count);
/** A text that the caller frees, or none for 0. Fails for what is negative, also with a text. */
kinds_status kinds_spell(int number, char **text);
/** Bytes that the caller frees, with their size. */
uint8_t *kinds_bytes(int count, size_t *size);
/** Fails for all but "go", and says why, which the caller frees. */
kinds_status kinds_execute(const char *command, char **error);
/** How long a command is. Has no status, but fails, and says why, for no command. */
int kinds_measure(const char *command, char **error);
/** A list with a NULL in it, although it has 3. */
const char *const *kinds_broken_names(void);
/** A list with a text that is no UTF-8. */
const char *const *kinds_latin1_names(void);
#endif
