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

/* What a library in C++ threw, until the call returns in which it did. */
%fragment("border_catching", "header", fragment="border_failure") %{
static _Thread_local border_failure border_caught;

void border_catch(int memory, const char *message);
void border_catch(int memory, const char *message) { border_fail(&border_caught, memory ? BORDER_MEMORY : BORDER_STATUS, 0, message); }

static inline void border_begin_catching(void) {
  border_forget(&border_caught); /* a destructor's, which nobody hears of */
  border_caught.kind = 0;
}

static inline bool border_end_catching(border_failure *failed) {
  border_failure caught = border_caught;
  border_caught = (border_failure){0};
  if (caught.kind && !failed->kind)
    *failed = caught;
  else
    border_forget(&caught);
  return caught.kind != 0;
}
%}
