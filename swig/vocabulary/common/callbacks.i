/* How C calls functions of the user's. What one of them raises is kept until the call into C returns, and C is told to stop. */
%fragment("border_callbacks", "header", fragment="border_threads") %{
typedef struct {
  void *target; /* how the language knows the function; NULL for none */
  void (*invoke)(void); /* calls it, where the language has one for each type */
} border_callable;

/* A call into C which may call back. */
typedef struct border_frame {
  struct border_frame *outer;
  atomic_uintptr_t raised;
  border_cell *left; /* what was closed while C was in it */
} border_frame;

static _Thread_local border_frame *border_frames; /* that this thread is in, the innermost first */

/* A function that C keeps. It goes when it was replaced and no thread is in it. */
typedef struct {
  border_callable callable;
  atomic_int users;
} border_target;

/* Its address is the user data: it stays where it is as long as C may call, and what is in it may change. */
typedef struct {
  border_callable callable; /* for the call of `frame` */
  border_frame *frame;
  border_cell *_Atomic cell; /* of the object that it is for, which keeps it if no call does; NULL: none, it is kept for ever */
  struct border_registration *registration;
  bool in_struct; /* so that the language does not know for which object it is */
  border_target *target;
  atomic_flag busy; /* for who looks at `target` */
} border_slot;

/* What a function has been given to keep. C may still call what was there before: each time the other slot is used. */
typedef struct border_registration {
  struct border_registration *next;
  const void *key; /* which function and parameter */
  border_slot slots[2];
  int current;
  atomic_int busy;
} border_registration;

/* One call of a function of the user's. */
typedef struct {
  border_callable callable;
  border_slot *slot;
  border_cell *cell; /* that of the slot, which may have none yet */
  border_target *target;
} border_turn;

/* The language's. To hold makes a reference for any thread, to drop gives it back; to report shows what nobody can catch, and
   takes the reference to it over. */
static border_callable border_hold_callable(border_callable callable);
static void border_drop_callable(border_callable callable);
static void border_report(void *raised, border_turn *turn);

/* ---- Calls into C ---- */

static inline void border_begin_frame(border_frame *frame) {
  frame->outer = border_frames;
  frame->left = NULL;
  atomic_init(&frame->raised, 0);
  border_frames = frame;
}

static inline void border_end_frame(border_frame *frame, border_failure *failed) {
  border_frames = frame->outer;
  for (border_cell *cell; (cell = frame->left); border_leave(cell)) frame->left = cell->left;
  uintptr_t raised = atomic_load(&frame->raised);
  if (raised) border_fail(failed, BORDER_RAISED, (int64_t) raised, NULL);
}

static inline border_slot border_slot_of(border_callable callable, border_frame *frame, border_cell *cell) {
  return (border_slot){.callable = callable, .frame = frame, .cell = cell, .busy = ATOMIC_FLAG_INIT};
}

/* ---- Calls from C ---- */

/* Something was raised that nobody has caught yet: no function is called until then. */
static inline bool border_stopped(const border_slot *slot) {
  const border_frame *frame = border_frames;
  return (frame && atomic_load(&frame->raised)) || (slot->frame && atomic_load(&slot->frame->raised));
}

/* It is raised when the call returns that this thread is in; in a thread of the library's, the one that the callback is for. */
static inline void border_raise(border_turn *turn, void *raised) {
  border_frame *frame = border_frames ? border_frames : turn->slot->frame;
  uintptr_t none = 0;
  if (!frame || !atomic_compare_exchange_strong(&frame->raised, &none, (uintptr_t) raised)) border_report(raised, turn);
}

static inline border_target *border_exchange_target(border_slot *slot, border_target *target) {
  while (atomic_flag_test_and_set(&slot->busy)) {}
  border_target *before = slot->target;
  slot->target = target;
  atomic_flag_clear(&slot->busy);
  return before;
}

static inline void border_drop_target(border_target *target) {
  if (!target || atomic_fetch_sub(&target->users, 1) != 1) return;
  border_drop_callable(target->callable);
  free(target);
}

/* Closed or not, as long as it is not being destroyed. */
static inline bool border_enter_turn(border_cell *cell) {
  return !cell || border_join(&cell->users);
}

/* C is still in the object: who closed it meanwhile has it destroyed when C has left it. */
static void border_leave_turn(border_cell *cell) {
  int users = cell ? atomic_load(&cell->users) : 0;
  while (users > 1)
    if (atomic_compare_exchange_weak(&cell->users, &users, users - 1)) return;
  if (!cell) return;
  if (!border_frames) {
    border_leave_in_another_thread(cell);
    return;
  }
  cell->left = border_frames->left;
  border_frames->left = cell;
}

/* False: C is to stop. */
static inline bool border_begin_turn(border_turn *turn, border_slot *slot) {
  *turn = (border_turn){slot->callable, slot, slot->cell, NULL};
  if (border_stopped(slot)) return false;
  if (slot->frame) return true;
  if (!border_enter_turn(turn->cell)) return false;
  while (atomic_flag_test_and_set(&slot->busy)) {}
  if ((turn->target = slot->target)) atomic_fetch_add(&turn->target->users, 1);
  atomic_flag_clear(&slot->busy);
  if (turn->target)
    turn->callable = turn->target->callable;
  else
    border_leave_turn(turn->cell);
  return turn->target;
}

static inline void border_end_turn(border_turn *turn) {
  if (!turn->target) return;
  border_drop_target(turn->target);
  border_leave_turn(turn->cell);
}

/* Whether C gives a callback the object that it is for. */
static inline bool border_is_own(const border_turn *turn, const void *object) {
  return turn->cell && turn->cell->object == object && !turn->slot->in_struct;
}

/* Another object, for as long as the callback runs. */
static inline border_cell *border_lend(const border_turn *turn, void *object, const char *name) {
  border_failure failed = {0};
  border_cell *of = turn->cell, *lent = object ? border_new(object, border_destroy_nothing, name, &of, of != NULL, &failed) : NULL;
  border_forget(&failed);
  return lent;
}

/* Several, in an array that is the caller's. */
static inline border_view border_lend_all(const border_turn *turn, void *const *objects, size_t count, const char *name) {
  border_cell **cells = malloc((count + 1) * sizeof *cells);
  for (size_t i = 0; cells && i < count; i++) cells[i] = border_lend(turn, objects[i], name);
  return (border_view){cells, cells ? count : 0, cells, free};
}

/* ---- What C keeps ---- */

static void border_forget_registration(border_registration *registration) {
  for (int i = 0; i < 2; i++) border_drop_target(border_exchange_target(&registration->slots[i], NULL));
  free(registration);
}

static void border_hand_over(border_cell *cell, border_cell *to);

static inline void border_link_registration(border_cell *cell, border_registration *made) {
  for (int i = 0; i < 2; i++) made->slots[i].cell = cell;
  made->next = cell->registrations;
  cell->hand_over = border_hand_over;
  cell->registrations = made;
}

/* With the object, which another one owns from now on; or they are not needed any more. */
static void border_hand_over(border_cell *cell, border_cell *to) {
  for (border_registration *each; (each = cell->registrations);) {
    cell->registrations = each->next;
    if (!to) {
      border_forget_registration(each);
      continue;
    }
    each->key = NULL;
    border_link_registration(to, each);
  }
}

static atomic_flag border_registering = ATOMIC_FLAG_INIT;

static const char border_not_kept; /* the key of a registration that C needs no more */

static inline border_registration *border_new_registration(void) {
  border_registration *made = calloc(1, sizeof *made);
  for (int i = 0; made && i < 2; i++) made->slots[i].registration = made;
  return made;
}

/* To an object that has been made with it; if none was, C calls nothing any more. */
static inline void border_add_registration(border_cell *cell, border_registration *made) {
  if (!made) return;
  if (!cell) {
    border_forget_registration(made);
    return;
  }
  while (atomic_flag_test_and_set(&border_registering)) {}
  border_link_registration(cell, made);
  atomic_flag_clear(&border_registering);
}

/* Of the object, for a function and its parameter: the one that is there, or one that C has let go of. */
static inline border_registration *border_find_registration(border_cell *cell, const void *key, bool another) {
  while (atomic_flag_test_and_set(&border_registering)) {}
  border_registration *found = cell->registrations;
  while (found && (another ? found->key != &border_not_kept || found->busy : found->key != key)) found = found->next;
  if (!found && (found = border_new_registration())) border_link_registration(cell, found);
  if (found) found->key = key;
  atomic_flag_clear(&border_registering);
  return found;
}

/* What C is given to call, with the user data, when it needs a callback no more. */
static inline void border_let_go_of_callback(void *user_data) {
  border_slot *slot = user_data;
  border_drop_target(border_exchange_target(slot, NULL));
  while (atomic_flag_test_and_set(&border_registering)) {}
  slot->registration->key = &border_not_kept;
  atomic_flag_clear(&border_registering);
}

static inline border_target *border_target_of(border_callable callable) {
  border_target *target = malloc(sizeof *target);
  if (!target) return NULL;
  target->callable = border_hold_callable(callable);
  atomic_init(&target->users, 1);
  if (target->callable.target) return target;
  free(target);
  return NULL;
}

/* The user data for C, before it is told; NULL after a failure. */
static inline border_slot *border_begin_setting(
    border_registration *registration, border_callable callable, border_failure *failed) {
  int busy = registration && !failed->kind ? atomic_exchange(&registration->busy, 1) : 0;
  border_target *target = registration && !busy && !failed->kind && callable.target ? border_target_of(callable) : NULL;
  if (busy) border_failf(failed, BORDER_BUSY, "another call sets the same callback");
  if (!registration || (callable.target && !target)) border_fail(failed, BORDER_MEMORY, 0, NULL);
  if (registration && failed->kind && !busy) atomic_store(&registration->busy, 0);
  if (failed->kind) return NULL;
  border_slot *slot = &registration->slots[!registration->current];
  border_drop_target(border_exchange_target(slot, target));
  return slot;
}

/* C has taken it; or refused it, and keeps what it had. */
static inline void border_end_setting(border_registration *registration, border_slot *slot, bool taken) {
  if (!slot) return;
  if (taken) registration->current = !registration->current;
  border_drop_target(border_exchange_target(&registration->slots[!registration->current], NULL));
  atomic_store(&registration->busy, 0);
}
%}

/* Callbacks in structs: each member's user data is a slot in the arena, which has what the user gave until C is called. */
%fragment("border_callbacks_in_structs", "header", fragment="border_callbacks,border_arena") %{
static inline border_slot *border_slot_in(border_arena *arena, border_callable callable) {
  border_slot *slot = border_new_block(arena, sizeof *slot);
  if (!slot) return NULL;
  *slot = border_slot_of(callable, NULL, NULL);
  slot->in_struct = true;
  return slot;
}

static inline border_callable border_callable_of(const border_slot *slot) {
  return slot ? slot->callable : (border_callable){NULL, NULL};
}

/* One that lives longer, instead of the arena's. */
static inline void border_place_slot(border_slot *slot, void **user_data) {
  slot->in_struct = true;
  *user_data = slot;
}

/* For the time of the call. */
static inline void border_use_slot(border_slot *slot, border_frame *frame, border_cell *cell) {
  slot->frame = frame;
  slot->cell = cell;
}
%}
