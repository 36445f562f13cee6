/* How arrays of numbers cross: without a copy. */

%fragment("map_arrays", "header") %{
#include <stddef.h>

#define NO_ACCESS ((size_t) -1)
#define OVERLAP ((size_t) -2)
#define MISALIGNED ((size_t) -3)
#define BLOCK ((size_t) 1 << 22) /* elements: some two milliseconds, and long enough for what only long arrays gain from */

typedef size_t (*int32_map)(const int32_t *input, size_t count, int32_t *output);

/* No other JNI call may stand between a Get and its Release. A Get may return NULL. */
static size_t map_block(
    JNIEnv *env, jintArray input, jintArray output, size_t start, size_t count, int32_map function) {
  size_t index = NO_ACCESS;
  int32_t *in = (*env)->GetPrimitiveArrayCritical(env, input, NULL);
  int32_t *out = in ? (*env)->GetPrimitiveArrayCritical(env, output, NULL) : NULL;
  if (out) {
    index = function(in + start, count, out + start);
    (*env)->ReleasePrimitiveArrayCritical(env, output, out, 0);
  }
  if (in) (*env)->ReleasePrimitiveArrayCritical(env, input, in, JNI_ABORT);
  return index;
}

/* Two copies have two addresses. The VM's own word is not enough: -Xcheck:jni copies and says that it does not. */
static int gives_copies(JNIEnv *env, jintArray array) {
  void *first = (*env)->GetPrimitiveArrayCritical(env, array, NULL);
  void *second = first ? (*env)->GetPrimitiveArrayCritical(env, array, NULL) : NULL;
  if (second) (*env)->ReleasePrimitiveArrayCritical(env, array, second, JNI_ABORT);
  if (first) (*env)->ReleasePrimitiveArrayCritical(env, array, first, JNI_ABORT);
  return first != second;
}

/* In blocks, because between a Get and its Release most collectors wait, and with them every thread that allocates. Not of
   copies: nobody waits for one, and each block would copy the whole array. */
static size_t map_arrays(JNIEnv *env, jintArray input, jintArray output, int32_map function) {
  size_t count = (size_t) (*env)->GetArrayLength(env, input), first = count;
  size_t block = count > BLOCK && gives_copies(env, input) ? count : BLOCK;
  for (size_t start = 0; start < count; start += block) {
    size_t length = count - start < block ? count - start : block;
    size_t index = map_block(env, input, output, start, length, function);
    if (index == NO_ACCESS) return NO_ACCESS;
    if (index < length && first == count) first = start + index;
  }
  return first;
}

/* What is not aligned has no address where the processor wants it to be. */
static size_t map_buffers(
    const int32_t *input, size_t start, size_t count, int32_t *output, size_t output_start, int32_map function) {
  if (count == 0) return 0;
  if (!input || !output || ((uintptr_t) input | (uintptr_t) output) % sizeof *input) return MISALIGNED;
  const int32_t *in = input + start;
  int32_t *out = output + output_start;
  return in != out && in < out + count && out < in + count ? OVERLAP : function(in, count, out);
}
%}

%typemap(jni)    int32_t *DIRECT "jobject"
%typemap(jtype)  int32_t *DIRECT "java.nio.IntBuffer"
%typemap(jstype) int32_t *DIRECT "java.nio.IntBuffer"
%typemap(javain) int32_t *DIRECT "$javainput"
%typemap(in)     int32_t *DIRECT "$1 = (*jenv)->GetDirectBufferAddress(jenv, $input);"

/* size_t FUNCTION(const int32_t *INPUT, size_t COUNT, int32_t *OUTPUT): the result is the index of the first element that
   did not fit, or COUNT. Arrays go to the function itself, direct buffers to a second one. */
%define %index_of_first_overflow(FUNCTION, INPUT, COUNT, OUTPUT)
%typemap(jni)     (const int32_t *INPUT, size_t COUNT), int32_t *OUTPUT "jintArray"
%typemap(jtype)   (const int32_t *INPUT, size_t COUNT), int32_t *OUTPUT "int[]"
%typemap(jstype)  (const int32_t *INPUT, size_t COUNT), int32_t *OUTPUT "int[]"
%typemap(javain)  (const int32_t *INPUT, size_t COUNT), int32_t *OUTPUT "$javainput"
%typemap(in)      (const int32_t *INPUT, size_t COUNT) (jintArray _global_input) "_global_input = $input; (void) $1; (void) $2;"
%typemap(in)      int32_t *OUTPUT (jintArray _global_output) "_global_output = $input; (void) $1;"
%typemap(argout)  int32_t *OUTPUT ""
%typemap(out)     size_t FUNCTION, size_t FUNCTION##_direct "$result = (jlong) (ptrdiff_t) $1; /* or 32 bits lose the sign */"
%fragment("map_arrays");
%feature("action") FUNCTION { result = map_arrays(jenv, _global_input, _global_output, FUNCTION); }

%apply int32_t *DIRECT { const int32_t *INPUT##_direct, int32_t *OUTPUT##_direct };
%feature("action") FUNCTION##_direct { result = map_buffers(arg1, arg2, arg3, arg4, arg5, FUNCTION); }
size_t FUNCTION##_direct(
    const int32_t *INPUT##_direct, size_t start, size_t count, int32_t *OUTPUT##_direct, size_t output_start);
%enddef

/* Arrays of TYPE are Java's of the same width, with the same bits. */
%define %array_kind(TYPE, NAME, JNI, JAVA)
%border_array_types(TYPE, NAME)
%header %{
_Static_assert(sizeof (TYPE) == sizeof (JNI), "arrays of " #TYPE " cross to Java only where it has 64 bits");
%}
%border_java_view(border_view_##NAME, JAVA)
%border_java_view(border_nullable_view_##NAME, JAVA)
%enddef
