/* One cell per object, the same for all languages: proxies hold the cell, never the object. The object is destroyed when its
   proxy is closed, no call is in it and what was made from it is gone, in whatever order; the cell when nobody can ask it. */
%fragment("border_cell", "header", fragment="border_copy") %{
#include <stdatomic.h>

typedef struct border_cell {
  void *object;
  void (*destroy)(void *);
  const char *name; /* of its class */
  atomic_int users, references, closed;
  atomic_uintptr_t holder; /* the thread that is in an object that only one may be in, which it may enter again */
  int depth;
  bool one_thread;
  atomic_int keeping, giving;
  border_copy *copies; /* by the object, or by what it shows and does not own */
  struct border_registration *registrations; /* of callbacks */
  void (*hand_over)(struct border_cell *, struct border_cell *to); /* them; to NULL: C calls none of them any more */
  struct border_cell *left; /* the next in a list of those that C has still to leave */
  void *proxy; /* in Python, as long as there is one */
  int parent_count;
  struct border_cell *parents[]; /* made it, and outlive it; there is room for one more */
} border_cell;

static _Thread_local char border_this_thread;
static atomic_long border_living; /* that C has not destroyed */

/* Counting costs two locked instructions in every call, unless a lock of the language's is held in each. */
#if defined(BORDER_LOCKED) && !defined(Py_GIL_DISABLED)
static inline int border_count(atomic_int *counter, int more) {
  int before = atomic_load_explicit(counter, memory_order_relaxed);
  atomic_store_explicit(counter, before + more, memory_order_relaxed);
  return before;
}

static inline bool border_join(atomic_int *users) {
  return atomic_load_explicit(users, memory_order_relaxed) > 0 && border_count(users, 1);
}
#else
static inline int border_count(atomic_int *counter, int more) { return atomic_fetch_add(counter, more); }

static inline bool border_join(atomic_int *users) {
  int count = atomic_load(users);
  while (count > 0 && !atomic_compare_exchange_weak(users, &count, count + 1)) {}
  return count > 0;
}
#endif

static inline bool border_hold(border_cell *cell) {
  uintptr_t thread = (uintptr_t) &border_this_thread, none = 0;
  if (atomic_load(&cell->holder) != thread && !atomic_compare_exchange_strong(&cell->holder, &none, thread)) return false;
  cell->depth++;
  return true;
}

static void border_leave(void *object);

static inline bool border_enter(border_cell *cell, border_failure *failed) {
  if (atomic_load(&cell->closed) || !border_join(&cell->users)) {
    border_failf(failed, BORDER_CLOSED, "the %s is closed", cell->name);
    return false;
  }
  if (!cell->one_thread || border_hold(cell)) return true;
  border_leave(cell);
  border_failf(failed, BORDER_BUSY, "the %s is in use by another thread", cell->name);
  return false;
}

static inline void border_exit(border_cell *cell) {
  if (cell->one_thread && --cell->depth == 0) atomic_store(&cell->holder, 0);
  border_leave(cell);
}

static void border_forget_cell(border_cell *cell) {
  if (border_count(&cell->references, -1) == 1) free(cell);
}

static void border_leave(void *object) {
  border_cell *cell = object;
  if (border_count(&cell->users, -1) != 1) return;
  cell->destroy(cell->object);
  atomic_fetch_sub_explicit(&border_living, 1, memory_order_relaxed);
  if (cell->registrations) cell->hand_over(cell, NULL);
  while (cell->copies) {
    border_copy *kept = cell->copies;
    cell->copies = kept->next;
    free(kept);
  }
  for (int i = 0; i < cell->parent_count; i++) {
    border_leave(cell->parents[i]);
    border_forget_cell(cell->parents[i]);
  }
  border_forget_cell(cell);
}

/* The parent is in use by the caller. */
static inline void border_add_parent(border_cell *cell, border_cell *parent) {
  border_count(&parent->users, 1);
  border_count(&parent->references, 1);
  cell->parents[cell->parent_count++] = parent;
}

static inline void border_close(border_cell *cell) {
  if (!atomic_load(&cell->closed) && border_count(&cell->closed, 1) == 0) border_leave(cell);
}

static void border_destroy_nothing(void *object) { (void) object; }

/* The proxy is gone. */
static inline void border_drop(border_cell *cell) {
  if (!cell) return;
  border_close(cell);
  border_forget_cell(cell);
}

/* The caller is in the parents. */
static inline border_cell *border_new(
    void *object, void (*destroy)(void *), const char *name, border_cell *const *parents, int count, border_failure *failed) {
  if (!object) {
    border_fail(failed, BORDER_NULL, 0, "the library returned NULL");
    return NULL;
  }
  border_cell *cell = malloc(sizeof *cell + (size_t) (count + 1) * sizeof cell);
  if (!cell) {
    border_fail(failed, BORDER_MEMORY, 0, NULL);
    destroy(object);
    return NULL;
  }
  atomic_fetch_add_explicit(&border_living, 1, memory_order_relaxed);
  cell->object = object;
  cell->destroy = destroy;
  cell->name = name;
  cell->parent_count = cell->depth = 0;
  cell->one_thread = false;
  cell->copies = NULL;
  cell->registrations = NULL;
  cell->proxy = NULL;
  atomic_init(&cell->keeping, 0);
  atomic_init(&cell->giving, 0);
  atomic_init(&cell->holder, 0);
  atomic_init(&cell->users, 1);
  atomic_init(&cell->references, 2); /* of the proxy, and of the object until it is destroyed */
  atomic_init(&cell->closed, 0);
  for (int i = 0; i < count; i++)
    if (parents[i]) border_add_parent(cell, parents[i]);
  return cell;
}

static inline bool border_enter_all(border_cell *const *cells, int count, border_failure *failed) {
  for (int i = 0; i < count; i++)
    if (cells[i] && !border_enter(cells[i], failed)) {
      while (i-- > 0)
        if (cells[i]) border_exit(cells[i]);
      return false;
    }
  return true;
}

static inline void border_leave_all(border_cell *const *cells, int count) {
  for (int i = 0; i < count; i++)
    if (cells[i]) border_exit(cells[i]);
}

static void border_let_go(void *cell) {
  border_leave(cell);
  border_forget_cell(cell);
}

static inline border_cell *border_one_thread(border_cell *cell) {
  if (cell) cell->one_thread = true;
  return cell;
}

static border_cell border_forever; /* keeps for objects that nobody destroys */

/* Who keeps for the object: of one that is only shown, what owns it. */
static inline border_cell *border_keeper(border_cell *cell) {
  while (cell->destroy == border_destroy_nothing && cell->parent_count) cell = cell->parents[0];
  return cell->destroy == border_destroy_nothing ? &border_forever : cell;
}

static bool border_outlives(const border_cell *cell, const border_cell *other) {
  for (int i = 0; i < other->parent_count; i++)
    if (border_outlives(cell, other->parents[i])) return true;
  return cell == other;
}

/* C would destroy twice what it owns already; what owns itself would never go. While C decides, no other call may give it. */
static inline bool border_begin_giving(
    border_cell *cell, const border_cell *owner, const char *argument, border_failure *failed) {
  if (!cell || failed->kind) return false;
  if (atomic_exchange(&cell->giving, 1)) {
    border_failf(failed, BORDER_BUSY, "the %s is in use by another thread", cell->name);
    return false;
  }
  if (cell->destroy != border_destroy_nothing && !(owner && border_outlives(cell, owner))) return true;
  border_failf(failed, BORDER_ARGUMENT, "%s: it is another's already, or would own itself", argument);
  atomic_store(&cell->giving, 0);
  return false;
}

/* C has taken the object over: it lives as long as its new owner. */
static inline void border_give(border_cell *cell, border_cell *owner) {
  border_copy *kept = cell->copies;
  cell->copies = NULL;
  cell->destroy = border_destroy_nothing;
  if (owner && cell->parent_count == 0) border_add_parent(cell, owner);
  border_cell *keeper = border_keeper(owner ? owner : cell);
  if (cell->registrations && keeper != cell) cell->hand_over(cell, keeper);
  while (kept) {
    border_copy *next = kept->next;
    kept->next = keeper->copies;
    keeper->copies = kept;
    kept = next;
  }
}

/* What a view shows lives as long as the object, which is kept until the view was copied. */
static inline border_view border_held(border_view view, border_cell *cell) {
  if (view.data) {
    border_count(&cell->users, 1);
    border_count(&cell->references, 1);
    view.owner = cell;
    view.release = border_let_go;
  }
  return view;
}
%}
