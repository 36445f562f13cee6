/* How a failure crosses: as a number in place of the result, by which Java takes kind, code and message. Native code never
   throws. All results that may be such a number are jlong or jobject. */

#define BORDER_NONE {0}

%fragment("border_java_failure", "header", fragment="border_failure") %{
#include <stdatomic.h>

#define BORDER_NONE {0}
#define BORDER_KEPT ((jlong) 0x7ff9 << 48) /* how the numbers begin; values that do are looked up in vain */

typedef struct border_kept {
  struct border_kept *next;
  jlong number;
  border_failure failure;
} border_kept;

/* Not by thread: a virtual one may go on in another. */
static struct {
  atomic_flag busy;
  border_kept *first;
  jlong last, without_memory;
} border_all_kept = {ATOMIC_FLAG_INIT, NULL, 0, 0};

static void border_lock_kept(void) {
  while (atomic_flag_test_and_set(&border_all_kept.busy)) {}
}

static jlong border_keep(border_failure *failed) {
  border_kept *kept = malloc(sizeof *kept);
  jlong number = BORDER_KEPT;
  border_lock_kept();
  if (kept) {
    number |= ++border_all_kept.last & 0xffffffffffff;
    *kept = (border_kept){border_all_kept.first, number, *failed};
    border_all_kept.first = kept;
  } else
    border_all_kept.without_memory++;
  atomic_flag_clear(&border_all_kept.busy);
  if (!kept) border_forget(failed);
  return number;
}

static border_kept *border_find_kept(jlong number) {
  border_lock_kept();
  border_kept **link = &border_all_kept.first;
  while (*link && (*link)->number != number) link = &(*link)->next;
  border_kept *found = *link;
  if (found) *link = found->next;
  atomic_flag_clear(&border_all_kept.busy);
  return found;
}

static bool border_was_without_memory(jlong number) {
  border_lock_kept();
  bool was = number == BORDER_KEPT && border_all_kept.without_memory > 0;
  border_all_kept.without_memory -= was;
  atomic_flag_clear(&border_all_kept.busy);
  return was;
}

static jbyteArray border_java_bytes(JNIEnv *env, const void *data, size_t size) {
  jbyteArray made = size <= INT32_MAX ? (*env)->NewByteArray(env, (jsize) size) : NULL;
  if (made) (*env)->SetByteArrayRegion(env, made, 0, (jsize) size, data);
  return made;
}

/* What a callback threw. */
static jobject border_take_raised(JNIEnv *env, jobject raised) {
  jobject taken = (*env)->NewLocalRef(env, raised);
  (*env)->DeleteGlobalRef(env, raised);
  return taken;
}

/* Of what is no failure's number, the kind stays 0. */
static jobject border_take(JNIEnv *env, jlong number, jlongArray kind_and_code) {
  border_kept *kept = border_find_kept(number);
  int kind = kept ? kept->failure.kind : border_was_without_memory(number) ? BORDER_MEMORY : 0;
  jlong found[] = {kind, kept ? kept->failure.code : 0};
  (*env)->SetLongArrayRegion(env, kind_and_code, 0, 2, found);
  if (!kept) return NULL;
  const char *message = kept->failure.message;
  jobject text = message ? border_java_bytes(env, message, strlen(message)) : NULL;
  if (kind == BORDER_RAISED) text = border_take_raised(env, (jobject) (intptr_t) kept->failure.code);
  border_forget(&kept->failure);
  free(kept);
  return text;
}

static jobject border_keep_object(JNIEnv *env, border_failure *failed) {
  jlong number = border_keep(failed);
  jlongArray made = (*env)->ExceptionCheck(env) ? NULL : (*env)->NewLongArray(env, 1);
  if (made) (*env)->SetLongArrayRegion(env, made, 0, 1, &number);
  return made;
}

static jlong border_keep_long(JNIEnv *env, border_failure *failed) {
  (void) env;
  return border_keep(failed);
}
%}

/* The result of every function that returns nothing, so that there is one for a failure. */
%typemap(jni)    void "jlong"
%typemap(jtype)  void "long"
%typemap(jstype) void "long"
%typemap(javaout) void { return $jnicall; }

%typemap(in, numinputs=0, fragment="border_java_failure") border_failure * (border_failure _global_failed = BORDER_NONE)
  "$1 = &_global_failed; (void) $1;"
%typemap(argout) border_failure * {
  if (_global_failed.kind)
    $result = _Generic($result, jlong: border_keep_long, default: border_keep_object)(jenv, &_global_failed);
}

%typemap(in, numinputs=0) JNIEnv *JENV "$1 = jenv;"
