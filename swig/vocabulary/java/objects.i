/* How arrays of objects cross: as the addresses of their cells. */
%fragment("border_java_objects", "header", fragment="border_objects", fragment="border_java_failure") %{
static border_objects border_cells_in(JNIEnv *env, jlongArray addresses, border_failure *failed) {
  border_objects objects = {NULL, (size_t) (*env)->GetArrayLength(env, addresses)};
  jlong *copied = malloc((objects.count + 1) * sizeof *copied);
  border_cell **cells = malloc((objects.count + 1) * sizeof *cells);
  if (copied && cells) {
    (*env)->GetLongArrayRegion(env, addresses, 0, (jsize) objects.count, copied);
    for (size_t i = 0; i < objects.count; i++) cells[i] = (border_cell *) (intptr_t) copied[i];
  } else
    border_fail(failed, BORDER_MEMORY, 0, NULL);
  free(copied);
  objects.data = cells;
  return objects;
}
%}

%define %objects_kind(NAME)
%typemap(jni)    border_objects_##NAME "jlongArray"
%typemap(jtype)  border_objects_##NAME "long[]"
%typemap(jstype) border_objects_##NAME "long[]"
%typemap(javain) border_objects_##NAME "$javainput"
%typemap(in, fragment="border_java_objects") border_objects_##NAME (border_failure _global_failed = BORDER_NONE)
  "$1 = border_cells_in(jenv, $input, &_global_failed);"
%typemap(argout)  border_objects_##NAME ""
%typemap(freearg) border_objects_##NAME "free((void *) $1.data);"
%enddef
