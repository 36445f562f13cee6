/* How C calls functions of the user's. What one of them raises is kept until the call into C returns, and C is told to stop. */
%fragment("border_callbacks", "header", fragment="border_cell") %{
typedef struct {
  void *target; /* how the language knows the function; NULL for none */
  void (*invoke)(void); /* calls it, where the language has one for each type */
} border_callable;

/* A call into C which may call back. */
typedef struct border_frame {
  struct border_frame *outer;
  atomic_uintptr_t raised;
} border_frame;

static _Thread_local border_frame *border_frames; /* that this thread is in, the innermost first */

/* Its address is the user data. */
typedef struct {
  border_callable callable;
  border_frame *frame; /* of the call that the callback is for */
} border_slot;

/* The language's: shows what nobody can catch. It has no reference to `raised` any more then. */
static void border_report(void *raised, border_slot *slot);

static inline border_slot border_slot_of(border_callable callable, border_frame *frame) {
  return (border_slot){callable, frame};
}

static inline void border_begin_frame(border_frame *frame) {
  frame->outer = border_frames;
  atomic_init(&frame->raised, 0);
  border_frames = frame;
}

static inline void border_end_frame(border_frame *frame, border_failure *failed) {
  border_frames = frame->outer;
  uintptr_t raised = atomic_load(&frame->raised);
  if (raised) border_fail(failed, BORDER_RAISED, (int64_t) raised, NULL);
}

/* Something was raised that nobody has caught yet: no function is called until then. */
static inline bool border_stopped(const border_slot *slot) {
  const border_frame *frame = border_frames;
  return (frame && atomic_load(&frame->raised)) || (slot->frame && atomic_load(&slot->frame->raised));
}

/* It is raised when the call returns that this thread is in; in a thread of the library's, the one that the callback is for. */
static inline void border_raise(border_slot *slot, void *raised) {
  border_frame *frame = border_frames ? border_frames : slot->frame;
  uintptr_t none = 0;
  if (!frame || !atomic_compare_exchange_strong(&frame->raised, &none, (uintptr_t) raised)) border_report(raised, slot);
}
%}
