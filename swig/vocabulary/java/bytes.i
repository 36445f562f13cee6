/* How memory crosses: C gets the address that Java has it at; what it gives is copied. */

/* What C shows or gives is copied. NAME is JNI's for the elements. */
%define %border_java_view(TYPE, NAME)
%typemap(jni)     TYPE "jobject"
%typemap(jtype)   TYPE "Object"
%typemap(jstype)  TYPE "Object"
%typemap(javaout) TYPE { return $jnicall; }
%typemap(out, fragment="border_java_view") TYPE (border_failure _global_failed = BORDER_NONE)
  "$result = border_new_" #NAME "(jenv, &$1, &_global_failed);"
%enddef

%fragment("border_java_view", "header", fragment="border_view", fragment="border_java_failure") %{
static bool border_is_too_long(border_view *view, border_failure *failed) {
  if (view->count <= INT32_MAX) return false;
  border_failf(failed, BORDER_OVERFLOW, "the result has %zu elements, which no array of Java's can have", view->count);
  return true;
}

#define BORDER_NEW(NAME, ELEMENT) \
  static inline jobject border_new_##NAME(JNIEnv *env, border_view *view, border_failure *failed) { \
    bool made = view->data && !border_is_too_long(view, failed) && !(*env)->ExceptionCheck(env); \
    ELEMENT##Array array = made ? (*env)->New##NAME##Array(env, (jsize) view->count) : NULL; \
    if (array) (*env)->Set##NAME##ArrayRegion(env, array, 0, (jsize) view->count, view->data); \
    border_release(view); \
    return array; \
  }
BORDER_NEW(Boolean, jboolean)
BORDER_NEW(Byte, jbyte)
BORDER_NEW(Short, jshort)
BORDER_NEW(Int, jint)
BORDER_NEW(Long, jlong)
BORDER_NEW(Float, jfloat)
BORDER_NEW(Double, jdouble)
%}

%border_java_view(border_bytes_view, Byte)
%border_java_view(border_nullable_bytes_view, Byte)

/* What is passed comes as an array with its length, or as a direct buffer with the complement of its length. */
%fragment("border_java_memory", "header", fragment="border_view", fragment="border_java_failure") %{
typedef struct {
  void *data, *copy;
  size_t count, size;
  jarray array;
} border_memory;

/* What C gets where there is nothing: an address. Volatile, or gcc warns of functions that read more than one byte. */
static char border_empty[8], *volatile border_nothing = border_empty;

/* For a function that may take long: while an array is pinned, collectors wait, and with them every thread that allocates. */
static void border_copy_in(JNIEnv *env, border_memory *memory) {
  memory->copy = malloc(memory->size);
  if (memory->copy) memcpy(memory->copy, memory->data, memory->size);
  (*env)->ReleasePrimitiveArrayCritical(env, memory->array, memory->data, JNI_ABORT);
  memory->data = memory->copy;
}

static void border_copy_back(JNIEnv *env, border_memory *memory) {
  void *data = (*env)->GetPrimitiveArrayCritical(env, memory->array, NULL);
  if (!data) return;
  memcpy(data, memory->copy, memory->size);
  (*env)->ReleasePrimitiveArrayCritical(env, memory->array, data, 0);
}

/* From here to border_unpin() no other function of JNI may be called. */
static border_memory border_pin(
    JNIEnv *env, jobject object, jlong count, size_t unit, bool blocking, const char *name, border_failure *failed) {
  border_memory memory = {.count = (size_t) (count < 0 ? ~count : count)};
  if (!object || failed->kind) return memory;
  memory.size = memory.count * unit;
  if (memory.count == 0)
    memory.data = border_nothing;
  else if (count < 0)
    memory.data = (*env)->GetDirectBufferAddress(env, object);
  else if ((memory.data = (*env)->GetPrimitiveArrayCritical(env, object, NULL)))
    memory.array = object;
  if (memory.array && blocking) border_copy_in(env, &memory);
  if (!memory.data)
    border_fail(failed, BORDER_MEMORY, 0, NULL);
  else if ((uintptr_t) memory.data % unit)
    border_failf(failed, BORDER_ARGUMENT, "%s: an aligned buffer is required", name);
  return memory;
}

static void border_unpin(JNIEnv *env, border_memory *memory, jint mode) {
  if (memory->copy && mode == 0) border_copy_back(env, memory);
  if (memory->array && memory->data && !memory->copy)
    (*env)->ReleasePrimitiveArrayCritical(env, memory->array, memory->data, mode);
  free(memory->copy);
}
%}
