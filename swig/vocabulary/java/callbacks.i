/* How functions of the user's cross: as an object of the class Border.Callback, which knows the user's and has a method for each
   type that C calls. What is thrown is taken out of JNI at once: native code throws nothing. */

%fragment("border_java_callbacks", "header", fragment="border_callbacks,border_java_failure") %{
static JavaVM *border_vm;

static inline border_callable border_callable_in(JNIEnv *env, jobject callback) {
  if (!border_vm) (*env)->GetJavaVM(env, &border_vm);
  return (border_callable){callback ? (*env)->NewGlobalRef(env, callback) : NULL, NULL};
}

/* NULL: there is no virtual machine any more. A thread of the library's becomes one of Java's that the machine does not wait for. */
static JNIEnv *border_env(void) {
  JNIEnv *env = NULL;
  jint found = (*border_vm)->GetEnv(border_vm, (void **) &env, JNI_VERSION_1_8);
  if (found == JNI_EDETACHED) (*border_vm)->AttachCurrentThreadAsDaemon(border_vm, (void **) &env, NULL);
  return env;
}

/* NULL: C is to stop. */
static inline JNIEnv *border_begin_callback(border_slot *slot, jint references) {
  JNIEnv *env = border_stopped(slot) ? NULL : border_env();
  return env && (*env)->PushLocalFrame(env, references + 4) == 0 ? env : NULL;
}

/* The method of the class Callback for a type. */
static jmethodID border_method(JNIEnv *env, border_slot *slot, const char *name, const char *signature) {
  jclass class = (*env)->GetObjectClass(env, slot->callable.target);
  return (*env)->GetMethodID(env, class, name, signature);
}

static void border_report(void *raised, border_slot *slot) {
  JNIEnv *env = border_env();
  jmethodID method = env ? border_method(env, slot, "report", "(Ljava/lang/Throwable;)V") : NULL;
  if (method) (*env)->CallVoidMethod(env, slot->callable.target, method, (jthrowable) raised);
  if (env) (*env)->ExceptionClear(env);
  if (env) (*env)->DeleteGlobalRef(env, raised);
}

static bool border_has_thrown(JNIEnv *env, border_slot *slot) {
  jthrowable thrown = (*env)->ExceptionOccurred(env);
  if (!thrown) return false;
  (*env)->ExceptionClear(env);
  border_raise(slot, (*env)->NewGlobalRef(env, thrown));
  return true;
}

/* What C gives may be too long for an array of Java's. */
static void border_callback_fits(JNIEnv *env, border_failure *failed) {
  if (!failed->kind || (*env)->ExceptionCheck(env)) return;
  jclass class = (*env)->FindClass(env, "java/lang/ArithmeticException");
  if (class) (*env)->ThrowNew(env, class, failed->message);
  border_forget(failed);
}

static bool border_end_callback(JNIEnv *env, border_slot *slot) {
  bool thrown = border_has_thrown(env, slot);
  (*env)->PopLocalFrame(env, NULL);
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
  border_nullable_call_##NAME, border_handle_##NAME, border_nullable_handle_##NAME, border_forever_##NAME,
  border_nullable_forever_##NAME
};
%enddef
