/* How structs cross: as bytes, 64 bits for each member in its order, in those of the processor. A text is its length, or -1 if
   there is none, and then its bytes, as many as 64 bits at a time are. Neither side knows how the other lays a struct out. */

%fragment("border_java_packed", "header", fragment="border_arena", fragment="border_java_failure", fragment="border_number") %{
typedef struct {
  const char *at;
  jobject *callbacks; /* that are still to be read */
} border_reader;

static inline jlong border_read(border_reader *in) {
  jlong bits;
  memcpy(&bits, in->at, sizeof bits);
  in->at += sizeof bits;
  return bits;
}

/* It ends with NUL. */
static inline const char *border_read_text(border_reader *in) {
  jlong size = border_read(in);
  const char *text = in->at;
  if (size < 0) return NULL;
  in->at += (size + 8) / 8 * 8;
  return text;
}

/* The bytes stay where they are as long as what was read of them. */
static inline bool border_unpack(JNIEnv *env, jbyteArray packed, border_arena *arena, border_reader *in, border_failure *failed) {
  if (!packed || failed->kind) return false;
  jsize size = (*env)->GetArrayLength(env, packed);
  void *data = border_new_block(arena, (size_t) size);
  in->at = data;
  if (data)
    (*env)->GetByteArrayRegion(env, packed, 0, size, data);
  else
    border_fail(failed, BORDER_MEMORY, 0, NULL);
  return data;
}

typedef struct {
  char *data;
  size_t size, room;
  bool lacks_memory;
} border_writer;

static inline void border_write_bytes(border_writer *out, const void *data, size_t size) {
  if (size > out->room - out->size) {
    size_t room = (out->size + size) * 2;
    char *more = out->lacks_memory ? NULL : realloc(out->data, room);
    out->lacks_memory = !more;
    if (!more) return;
    out->data = more;
    out->room = room;
  }
  if (size) memcpy(out->data + out->size, data, size);
  out->size += size;
}

static inline void border_write(border_writer *out, jlong bits) { border_write_bytes(out, &bits, sizeof bits); }

static inline void border_write_text(border_writer *out, const char *text, size_t size) {
  static const char padding[8] = {0};
  border_write(out, text ? (jlong) size : -1);
  if (!text) return;
  border_write_bytes(out, text, size);
  border_write_bytes(out, padding, 8 - size % 8);
}

static jbyteArray border_pack(JNIEnv *env, border_writer *out, border_failure *failed) {
  jbyteArray packed = NULL;
  if (out->lacks_memory)
    border_fail(failed, BORDER_MEMORY, 0, NULL);
  else if (out->size > INT32_MAX)
    border_failf(failed, BORDER_OVERFLOW, "the result has %zu bytes, which no array of Java's can have", out->size);
  else
    packed = border_java_bytes(env, out->data, out->size);
  free(out->data);
  return packed;
}
%}

%define %value_kind(NAME)
%fragment("border_java_packed");
%typemap(jni)    border_given_##NAME "jbyteArray"
%typemap(jtype)  border_given_##NAME "byte[]"
%typemap(jstype) border_given_##NAME "byte[]"
%typemap(javain) border_given_##NAME "$javainput"
%typemap(in)     border_given_##NAME (border_arena memory = {0}, border_reader reader, border_failure _global_failed = BORDER_NONE) {
  memset(&$1, 0, sizeof $1);
  $1.arena = &memory;
  $1.present = border_unpack(jenv, $input, &memory, &reader, &_global_failed);
  if ($1.present) NAME##_read(&reader, &$1.value, &memory);
}
%typemap(argout)  border_given_##NAME ""
%typemap(freearg) border_given_##NAME "border_free_blocks(&memory$argnum);"
%apply border_given_##NAME { border_nullable_given_##NAME, border_list_##NAME };
%typemap(in)      border_list_##NAME (border_arena memory = {0}, border_reader reader, border_failure _global_failed = BORDER_NONE) {
  memset(&$1, 0, sizeof $1);
  $1.arena = &memory;
  if (border_unpack(jenv, $input, &memory, &reader, &_global_failed)) NAME##_read_all(&reader, &$1, &_global_failed);
}

%typemap(jni)     border_made_##NAME "jobject"
%typemap(jtype)   border_made_##NAME "Object"
%typemap(jstype)  border_made_##NAME "Object"
%typemap(javaout) border_made_##NAME { return $jnicall; }
%typemap(out)     border_made_##NAME (border_failure _global_failed = BORDER_NONE) {
  $result = NAME##_packed(jenv, &$1, &_global_failed);
}
%apply border_made_##NAME { border_nullable_made_##NAME, border_list_view_##NAME, border_nullable_list_view_##NAME };
%typemap(out)     border_list_view_##NAME (border_failure _global_failed = BORDER_NONE) {
  $result = NAME##_all_packed(jenv, &$1, &_global_failed);
}
%typemap(out)     border_nullable_list_view_##NAME = border_list_view_##NAME;
%enddef

/* Of structs with callbacks: the bytes are the first of the objects, the others are those of the class Callback. */
%fragment("border_java_callbacks_in_structs", "header", fragment="border_java_packed,border_java_callbacks,border_callbacks_in_structs") %{
static inline border_callable border_read_callable(border_reader *in) {
  return (border_callable){border_read(in) ? *in->callbacks++ : NULL, NULL};
}

/* NULL at their end. */
static bool border_unpack_all(
    JNIEnv *env, jobjectArray objects, border_arena *arena, border_reader *in, jobject **callbacks, border_failure *failed) {
  if (!objects) return false;
  jsize count = (*env)->GetArrayLength(env, objects);
  *callbacks = in->callbacks = border_new_array(arena, (size_t) count, sizeof **callbacks);
  for (jsize i = 1; *callbacks && i < count; i++) {
    jobject callback = (*env)->GetObjectArrayElement(env, objects, i);
    (*callbacks)[i - 1] = (*env)->NewGlobalRef(env, callback);
    (*env)->DeleteLocalRef(env, callback);
  }
  jobject packed = (*env)->GetObjectArrayElement(env, objects, 0);
  bool unpacked = border_unpack(env, packed, arena, in, failed);
  (*env)->DeleteLocalRef(env, packed);
  return unpacked;
}

static void border_free_callbacks(JNIEnv *env, jobject *callbacks) {
  for (; callbacks && *callbacks; callbacks++) (*env)->DeleteGlobalRef(env, *callbacks);
}
%}

%define %value_kind_with_callbacks(NAME)
%typemap(jni)     border_given_##NAME "jobjectArray"
%typemap(jtype)   border_given_##NAME "Object[]"
%typemap(jstype)  border_given_##NAME "Object[]"
%typemap(in)      border_given_##NAME (
    border_arena memory = {0}, border_reader reader, jobject *callbacks = NULL, border_failure _global_failed = BORDER_NONE) {
  memset(&$1, 0, sizeof $1);
  $1.arena = &memory;
  $1.present = border_unpack_all(jenv, $input, &memory, &reader, &callbacks, &_global_failed);
  if ($1.present) NAME##_read(&reader, &$1.value, &memory);
}
%typemap(freearg) border_given_##NAME "border_free_callbacks(jenv, callbacks$argnum); border_free_blocks(&memory$argnum);"
%apply border_given_##NAME { border_nullable_given_##NAME };
%enddef

/* What goes around NAME##_read() and NAME##_write(), which the generator writes. */
%define %value_functions(NAME, TYPE)
%header %{
static inline void NAME##_read_all(border_reader *in, border_list_##NAME *list, border_failure *failed) {
  list->count = (size_t) border_read(in);
  TYPE *values = border_new_array(list->arena, list->count, sizeof *values);
  list->data = values;
  if (!values) border_fail(failed, BORDER_MEMORY, 0, NULL);
  for (size_t i = 0; values && i < list->count; i++) NAME##_read(in, &values[i], list->arena);
}

static inline jobject NAME##_packed(JNIEnv *env, border_made_##NAME *made, border_failure *failed) {
  border_writer out = {NULL, 0, 0, false};
  bool given = made->kept.data && !failed->kind;
  if (given) NAME##_write(&out, &made->value);
  border_release(&made->kept);
  return given ? border_pack(env, &out, failed) : NULL;
}

static inline jobject NAME##_all_packed(JNIEnv *env, border_view *view, border_failure *failed) {
  border_writer out = {NULL, 0, 0, false};
  const TYPE *values = view->data;
  bool given = values && !failed->kind;
  if (given) border_write(&out, (jlong) view->count);
  for (size_t i = 0; given && i < view->count && !out.lacks_memory; i++) NAME##_write(&out, &values[i]);
  border_release(view);
  return given ? border_pack(env, &out, failed) : NULL;
}
%}
%enddef
