/* What C returns by address, until a language has copied it. */
%fragment("border_view", "header", fragment="border_failure") %{
typedef struct {
  const void *data; /* NULL: there is none */
  size_t count;
  void *owner;
  void (*release)(void *);
} border_view;

static inline void border_release(border_view *view) {
  if (view->release) view->release(view->owner);
}

static inline border_view border_nullable_view_of(const void *data, size_t count) {
  return (border_view){data, data ? count : 0, NULL, NULL};
}

static inline border_view border_view_of(const void *data, size_t count, border_failure *failed) {
  if (!data && count == 0) data = "";
  if (!data) border_fail(failed, BORDER_NULL, 0, "the library returned NULL");
  return border_nullable_view_of(data, count);
}

/* What belongs to the caller, who gives it back. */
static inline border_view border_owned(border_view view, void *owner, void (*release)(void *)) {
  if (owner) {
    view.owner = owner;
    view.release = release;
  }
  return view;
}

/* What is gone when the function returns. */
static inline border_view border_copied_view(const void *data, size_t size, border_failure *failed) {
  void *copy = malloc(size);
  if (!copy) {
    border_fail(failed, BORDER_MEMORY, 0, NULL);
    return border_nullable_view_of(NULL, 0);
  }
  memcpy(copy, data, size);
  return border_owned(border_nullable_view_of(copy, size), copy, free);
}

typedef const char *border_text, *border_nullable_text;
typedef border_view border_text_view, border_nullable_text_view, border_bytes_view, border_nullable_bytes_view;

static inline border_view border_nullable_text_of(const char *text) {
  return border_nullable_view_of(text, text ? strlen(text) : 0);
}

static inline border_view border_text_of(const char *text, border_failure *failed) {
  return border_view_of(text, text ? strlen(text) : 1, failed);
}

typedef struct {
  const char *data;
  size_t size;
} border_sized_text; /* which may hold NUL */

typedef struct {
  const void *data;
  size_t size;
} border_bytes, border_nullable_bytes;

typedef struct {
  void *data;
  size_t size;
} border_buffer;
%}

/* The types of arrays whose elements are TYPE. NAME is TYPE without spaces. */
%define %border_array_types(TYPE, NAME)
%header %{
typedef struct {
  const TYPE *data;
  size_t count;
} border_array_##NAME;

typedef struct {
  TYPE *data;
  size_t count;
} border_span_##NAME;

typedef border_view border_view_##NAME, border_nullable_view_##NAME;
%}
%enddef
