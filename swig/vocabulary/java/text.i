/* How text crosses: as UTF-8, which JNI's own functions for strings do not speak. */

%fragment("border_java_text", "header", fragment="border_java_failure") %{
/* Short ones need no memory of their own. */
typedef struct {
  char *made;
  char room[248];
} border_room;

static const char *border_text_in(JNIEnv *env, jbyteArray utf8, border_room *room, border_failure *failed) {
  room->made = NULL;
  if (!utf8) return NULL;
  jsize size = (*env)->GetArrayLength(env, utf8);
  char *text = (size_t) size < sizeof room->room ? room->room : (room->made = malloc((size_t) size + 1));
  if (text) {
    (*env)->GetByteArrayRegion(env, utf8, 0, size, (jbyte *) text);
    text[size] = 0;
  } else
    border_fail(failed, BORDER_MEMORY, 0, NULL);
  return text;
}
%}

%typemap(jni)    border_text "jbyteArray"
%typemap(jtype)  border_text "byte[]"
%typemap(jstype) border_text "byte[]"
%typemap(javain) border_text "$javainput"
%typemap(in, fragment="border_java_text") border_text (border_room room, border_failure _global_failed = BORDER_NONE)
  "$1 = border_text_in(jenv, $input, &room, &_global_failed);"
%typemap(argout)  border_text ""
%typemap(freearg) border_text "free(room$argnum.made);"
%apply border_text { border_nullable_text };

%include "bytes.i"
%border_java_view(border_text_view, Byte)
%border_java_view(border_nullable_text_view, Byte)
