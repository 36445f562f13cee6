/* Memory for what a struct points to, as long as C may look at it: it is freed as a whole. */
%fragment("border_arena", "header", fragment="border_copy") %{
typedef struct {
  border_copy *first;
  bool lacks_memory;
} border_arena;

/* All bytes are 0. NULL if there is no memory. */
static inline void *border_new_block(border_arena *arena, size_t size) {
  border_copy *block = size < SIZE_MAX / 2 ? calloc(1, sizeof *block + size) : NULL;
  if (!block) arena->lacks_memory = true;
  if (!block) return NULL;
  block->next = arena->first;
  arena->first = block;
  return block->copy;
}

static inline void *border_new_array(border_arena *arena, size_t count, size_t size) {
  return border_new_block(arena, count < SIZE_MAX / 2 / size ? count * size : SIZE_MAX);
}

static inline void border_free_blocks(border_arena *arena) {
  while (arena->first) {
    border_copy *block = arena->first;
    arena->first = block->next;
    free(block);
  }
}

/* Of a text that need not end where its room ends. */
static inline size_t border_length(const char *text, size_t room) {
  const char *end = memchr(text, 0, room);
  return end ? (size_t) (end - text) : room;
}

/* A copy that ends with NUL. */
static inline void *border_copy_to(border_arena *arena, const void *data, size_t size) {
  char *copy = border_new_block(arena, size + 1);
  if (copy && size) memcpy(copy, data, size);
  return copy;
}
%}
