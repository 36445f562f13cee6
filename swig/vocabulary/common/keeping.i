/* What C keeps after a call: a copy, which lives as long as the object or until the next call of the same function. */
%fragment("border_copy", "header", fragment="border_view") %{
/* A copy of what C keeps after a call. */
typedef struct border_copy {
  struct border_copy *next;
  const char *by; /* the function and its parameter: the next call replaces it */
  const void *object;
  const void *data; /* NULL if that is what was passed */
  int64_t copy[]; /* aligned for every number */
} border_copy;
%}

%fragment("border_keeping", "header", fragment="border_cell", fragment="border_arena") %{
/* Two threads that pass something at once would free what C has from one of them. */
static inline bool border_begin_keeping(border_cell *keeper, border_failure *failed) {
  if (failed->kind) return false;
  if (!atomic_exchange(&keeper->keeping, 1)) return true;
  border_failf(failed, BORDER_BUSY, "the %s is in use by another thread", keeper->name ? keeper->name : "object");
  return false;
}

static inline border_copy *border_copy_of(const void *data, size_t size, const char *by, border_failure *failed) {
  if (failed->kind) return NULL;
  border_copy *kept = malloc(sizeof *kept + size);
  if (!kept) {
    border_fail(failed, BORDER_MEMORY, 0, NULL);
    return NULL;
  }
  kept->by = by;
  kept->data = data ? kept->copy : NULL;
  if (data) memcpy(kept->copy, data, size);
  return kept;
}

/* Once C has taken it. What C has refused is not kept, and what it had before is. */
static inline void border_keep_copy(border_cell *keeper, const void *object, border_copy *kept, border_failure *failed) {
  if (!kept || !keeper || failed->kind) {
    free(kept);
    return;
  }
  kept->object = object;
  border_copy **link = &keeper->copies;
  while (*link && ((*link)->object != object || strcmp((*link)->by, kept->by))) link = &(*link)->next;
  border_copy *old = *link;
  kept->next = old ? old->next : NULL;
  *link = kept;
  free(old);
}

/* The same for what a struct points to, which is a copy already. */
static inline void border_keep_arena(
    border_cell *keeper, const void *object, const char *by, border_arena *arena, const border_failure *failed) {
  if (!keeper || failed->kind) return;
  for (border_copy **link = &keeper->copies; *link;) {
    border_copy *old = *link;
    bool replaced = old->object == object && !strcmp(old->by, by);
    if (!replaced) {
      link = &old->next;
      continue;
    }
    *link = old->next;
    free(old);
  }
  while (arena->first) {
    border_copy *block = arena->first;
    arena->first = block->next;
    block->object = object;
    block->by = by;
    block->next = keeper->copies;
    keeper->copies = block;
  }
}
%}
