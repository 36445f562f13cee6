/* How a failure leaves C, the same for all languages: as a value that the language turns into an exception of its own. */
%fragment("border_failure", "header") %{
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BORDER_STATUS = 1, BORDER_ARGUMENT, BORDER_OVERFLOW, BORDER_CLOSED, BORDER_BUSY, BORDER_MEMORY, BORDER_NULL, BORDER_RAISED };

typedef struct {
  int kind;
  int64_t code; /* or the address of what a callback raised */
  char *message; /* NULL where there is none, and when there was no memory for it */
} border_failure;

/* The message is copied: it may be the object's, and the object gone when somebody reads it. */
static void border_fail(border_failure *failed, int kind, int64_t code, const char *message) {
  if (failed->kind) return;
  size_t size = message ? strlen(message) + 1 : 0;
  *failed = (border_failure){kind, code, size ? malloc(size) : NULL};
  if (failed->message) memcpy(failed->message, message, size);
}

static inline void border_failf(border_failure *failed, int kind, const char *format, ...) {
  char message[256];
  va_list values;
  va_start(values, format);
  vsnprintf(message, sizeof message, format, values);
  va_end(values);
  border_fail(failed, kind, 0, message);
}

static inline void border_forget(border_failure *failed) {
  free(failed->message);
  failed->message = NULL;
}
%}
