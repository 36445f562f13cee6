/* How functions of the user's cross: as an object of the class Border.Callback, which knows the user's and has a method for each
   type that C calls. What is thrown is taken out of JNI at once: native code throws nothing. */

%fragment("border_java_callbacks", "header", fragment="border_callbacks,border_java_failure") %{
static JavaVM *border_vm;

static inline border_callable border_callable_in(JNIEnv *env, jobject callback) {
  if (!border_vm) (*env)->GetJavaVM(env, &border_vm);
  return (border_callable){callback ? (*env)->NewGlobalRef(env, callback) : NULL, NULL};
}

/* NULL: there is no virtual machine any more. A thread of the library's becomes one of Java's, for which the machine does not
   wait, until it ends. */
static JNIEnv *border_env(void) {
  JNIEnv *env = NULL;
  jint found = (*border_vm)->GetEnv(border_vm, (void **) &env, JNI_VERSION_1_8);
  if (found == JNI_EDETACHED && (*border_vm)->AttachCurrentThreadAsDaemon(border_vm, (void **) &env, NULL) == JNI_OK)
    border_at_end_of_thread(border_vm);
  return env;
}

static void border_end_of_thread(void *vm) { (*(JavaVM *) vm)->DetachCurrentThread(vm); }

/* The class Callback has a method for each type of callback. */
static jmethodID border_method(JNIEnv *env, jobject callback, const char *name, const char *signature) {
  return (*env)->GetMethodID(env, (*env)->GetObjectClass(env, callback), name, signature);
}

static void border_tell(JNIEnv *env, jobject callback, const char *name, const char *signature, jobject value) {
  jmethodID method = callback ? border_method(env, callback, name, signature) : NULL;
  if (method) (*env)->CallVoidMethod(env, callback, method, value);
  (*env)->ExceptionClear(env);
}

/* Weakly, because the object's proxy owns it: else a callback that refers to that would keep it for ever. */
static border_callable border_hold_callable(border_callable callable) {
  JNIEnv *env = border_env();
  jobject held = env ? (*env)->NewWeakGlobalRef(env, callable.target) : NULL;
  if (held) border_tell(env, callable.target, "held", "(Ljava/lang/Throwable;)V", NULL);
  return (border_callable){held, NULL};
}

static void border_drop_callable(border_callable callable) {
  JNIEnv *env = border_env();
  if (!env) return;
  jobject callback = (*env)->NewLocalRef(env, callable.target);
  border_tell(env, callback, "dropped", "(Ljava/lang/Throwable;)V", NULL);
  if (callback) (*env)->DeleteLocalRef(env, callback);
  (*env)->DeleteWeakGlobalRef(env, callable.target);
}

/* The object of the class Callback; NULL: C is to stop. */
static inline jobject border_begin_callback(border_turn *turn, border_slot *slot, JNIEnv **to, jint references) {
  if (!border_begin_turn(turn, slot)) return NULL;
  JNIEnv *env = *to = border_env();
  if (env && (*env)->PushLocalFrame(env, references + 8) == 0) {
    jobject callback = (*env)->NewLocalRef(env, turn->callable.target);
    if (callback) return callback;
    (*env)->PopLocalFrame(env, NULL);
  } else if (env)
    (*env)->ExceptionClear(env);
  border_end_turn(turn);
  return NULL;
}

static void border_report(void *raised, border_turn *turn) {
  JNIEnv *env = border_env();
  if (!env) return;
  jobject callback = (*env)->NewLocalRef(env, turn->callable.target);
  border_tell(env, callback, "report", "(Ljava/lang/Throwable;)V", raised);
  if (callback) (*env)->DeleteLocalRef(env, callback);
  (*env)->DeleteGlobalRef(env, raised);
}

static bool border_has_thrown(JNIEnv *env, border_turn *turn) {
  jthrowable thrown = (*env)->ExceptionOccurred(env);
  if (!thrown) return false;
  (*env)->ExceptionClear(env);
  border_raise(turn, (*env)->NewGlobalRef(env, thrown));
  return true;
}

/* An object that C gives a callback: the user's own is 1. */
static inline jlong border_lent(border_turn *turn, void *object, const char *name) {
  return border_is_own(turn, object) ? 1 : (jlong) (intptr_t) border_lend(turn, object, name);
}

static inline jobject border_lent_all(JNIEnv *env, border_turn *turn, void *const *objects, size_t count, const char *name) {
  jlongArray made = (*env)->NewLongArray(env, (jsize) count);
  for (jsize i = 0; made && i < (jsize) count; i++) {
    jlong cell = border_lent(turn, objects[i], name);
    (*env)->SetLongArrayRegion(env, made, i, 1, &cell);
  }
  return made;
}

/* Texts of which some may be NULL. */
static inline jobject border_rows(JNIEnv *env, const char *const *texts, size_t count) {
  jclass class = (*env)->FindClass(env, "[B");
  jobjectArray made = class ? (*env)->NewObjectArray(env, (jsize) count, class, NULL) : NULL;
  for (jsize i = 0; made && i < (jsize) count; i++) {
    jbyteArray text = texts && texts[i] ? border_java_bytes(env, texts[i], strlen(texts[i])) : NULL;
    if ((*env)->ExceptionCheck(env)) return NULL;
    (*env)->SetObjectArrayElement(env, made, i, text);
    if (text) (*env)->DeleteLocalRef(env, text);
  }
  return made;
}

/* What C gives may be too long for an array of Java's. */
static void border_callback_fits(JNIEnv *env, border_failure *failed) {
  if (!failed->kind || (*env)->ExceptionCheck(env)) return;
  jclass class = (*env)->FindClass(env, "java/lang/ArithmeticException");
  if (class) (*env)->ThrowNew(env, class, failed->message);
  border_forget(failed);
}

static bool border_end_callback(JNIEnv *env, border_turn *turn) {
  bool thrown = border_has_thrown(env, turn);
  (*env)->PopLocalFrame(env, NULL);
  border_end_turn(turn);
  return !thrown;
}
%}

%define %callable_kind(NAME)
%fragment("border_java_callbacks");
%typemap(jni)     border_call_##NAME "jobject"
%typemap(jtype)   border_call_##NAME "Object"
%typemap(jstype)  border_call_##NAME "Object"
%typemap(javain)  border_call_##NAME "$javainput"
%typemap(in)      border_call_##NAME "$1 = border_callable_in(jenv, $input);"
%typemap(freearg) border_call_##NAME "if ($1.target) (*jenv)->DeleteGlobalRef(jenv, $1.target);"
%apply border_call_##NAME {
  border_nullable_call_##NAME, border_handle_##NAME, border_nullable_handle_##NAME, border_until_##NAME,
  border_nullable_until_##NAME, border_forever_##NAME, border_nullable_forever_##NAME
};
%enddef
