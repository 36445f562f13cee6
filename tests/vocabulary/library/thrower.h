/** A library in C++ that lets exceptions out of its functions. */
#ifndef THROWER_H
#define THROWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { THROWER_OK, THROWER_FULL } thrower_status;
const char *thrower_message(thrower_status status);

/** Divides; a divisor of 0 is thrown. */
int32_t thrower_divide(int32_t dividend, int32_t divisor);
/** Throws: 1 a std::exception, 2 one of no memory, 3 a number. */
void thrower_throw(int what);
const char *thrower_name(bool known);

/** Objects that are not destroyed yet. */
int thrower_alive(void);
typedef struct thrower_store thrower_store;
thrower_store *thrower_store_create(int capacity);
/** Throws, too. */
void thrower_store_destroy(thrower_store *store);
thrower_status thrower_store_put(thrower_store *store, int number);
int thrower_store_at(const thrower_store *store, int index);
/** A copy; one of no numbers is thrown after `copy` was set. */
thrower_status thrower_store_clone(const thrower_store *store, thrower_store **copy);
int thrower_store_text(const thrower_store *store, char *text, size_t size);

typedef bool thrower_visit(int number, void *data);
/** Throws when the visitor wants no more. */
void thrower_store_each(const thrower_store *store, thrower_visit *visit, void *data);

#ifdef __cplusplus
}
#endif
#endif
