/* How lists of texts cross: as UTF-8, one text after another, each with its NUL. */

%fragment("border_java_texts", "header", fragment="border_texts", fragment="border_java_text") %{
static border_texts border_texts_in(JNIEnv *env, jbyteArray utf8, border_room *room, border_failure *failed) {
  border_texts texts = {NULL, 0};
  const char *all = border_text_in(env, utf8, room, failed);
  if (!all) return texts;
  size_t size = (size_t) (*env)->GetArrayLength(env, utf8);
  for (size_t i = 0; i < size; i++) texts.count += !all[i];
  const char **listed = calloc(texts.count + 1, sizeof *listed);
  if (!listed) border_fail(failed, BORDER_MEMORY, 0, NULL);
  for (size_t i = 0; listed && i < texts.count; all += strlen(all) + 1) listed[i++] = all;
  texts.data = listed;
  return texts;
}
%}

%typemap(jni)    border_texts "jbyteArray"
%typemap(jtype)  border_texts "byte[]"
%typemap(jstype) border_texts "byte[]"
%typemap(javain) border_texts "$javainput"
%typemap(in, fragment="border_java_texts") border_texts (border_room room, border_failure _global_failed = BORDER_NONE)
  "$1 = border_texts_in(jenv, $input, &room, &_global_failed);"
%typemap(argout)  border_texts ""
%typemap(freearg) border_texts "free((void *) $1.data); free(room$argnum.made);"
%apply border_texts { border_nullable_texts };

%border_java_view(border_texts_view, Byte)
%border_java_view(border_nullable_texts_view, Byte)
