/* Lists of texts. */
%fragment("border_texts", "header", fragment="border_view") %{
typedef struct {
  const char *const *data; /* and a NULL after the last */
  size_t count;
} border_texts, border_nullable_texts;

/* What C gives: copied, one after another, each with its NUL. */
typedef border_view border_texts_view, border_nullable_texts_view;

/* COUNT is SIZE_MAX where a NULL ends the list. */
static inline border_view border_nullable_texts_of(const char *const *texts, size_t count, border_failure *failed) {
  if (!texts || failed->kind) return (border_view){NULL, 0, NULL, NULL};
  size_t size = 0, listed = 0;
  for (; listed < count && texts[listed]; listed++) size += strlen(texts[listed]) + 1;
  if (listed < count && count != SIZE_MAX) border_failf(failed, BORDER_NULL, "the library returned NULL at index %zu", listed);
  char *all = failed->kind ? NULL : malloc(size + 1);
  if (!all) {
    border_fail(failed, BORDER_MEMORY, 0, NULL);
    return (border_view){NULL, 0, NULL, NULL};
  }
  char *end = all;
  for (size_t i = 0; i < listed; i++) {
    size_t length = strlen(texts[i]) + 1;
    memcpy(end, texts[i], length);
    end += length;
  }
  return border_owned((border_view){all, size, NULL, NULL}, all, free);
}

static inline border_view border_texts_of(const char *const *texts, size_t count, border_failure *failed) {
  static const char *const none[] = {NULL};
  if (!texts && count != 0) border_fail(failed, BORDER_NULL, 0, "the library returned NULL");
  return border_nullable_texts_of(texts ? texts : none, count, failed);
}
%}
