/* How numbers cross: as the bits of Java's widest integer, so that a failure can take the place of any result. Java has checked
   that an argument fits. */

%fragment("border_number", "header") %{
#include <string.h>

static inline jlong border_integer(int64_t value) { return value; }

static inline jlong border_character(char value) { return (unsigned char) value; }

static inline jlong border_float(float value) {
  int32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

static inline jlong border_double(double value) {
  jlong bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

static inline float border_float_of(jlong bits) {
  float value;
  int32_t low = (int32_t) bits;
  memcpy(&value, &low, sizeof value);
  return value;
}

static inline double border_double_of(jlong bits) {
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

#define border_number(VALUE) _Generic((VALUE), char: border_character, float: border_float, double: border_double, \
    default: border_integer)(VALUE)
%}

%typemap(jni)     int64_t "jlong"
%typemap(jtype)   int64_t "long"
%typemap(jstype)  int64_t "long"
%typemap(javain)  int64_t "$javainput"
%typemap(javaout) int64_t { return $jnicall; }
%typemap(in)      int64_t "$1 = ($1_ltype) $input;"
%typemap(out, fragment="border_number") int64_t "$result = border_number($1);"
%apply int64_t {
  int8_t, uint8_t, int16_t, uint16_t, int32_t, uint32_t, uint64_t, size_t, ptrdiff_t, long, unsigned long, char, bool, float,
  double
};
%typemap(in, fragment="border_number") float "$1 = border_float_of($input);"
%typemap(in, fragment="border_number") double "$1 = border_double_of($input);"

/* A number that may not be there: an array of its bits, or null. */
%fragment("border_java_optional", "header", fragment="border_number") %{
static jobject border_optional(JNIEnv *env, jlong bits) {
  jlongArray made = (*env)->ExceptionCheck(env) ? NULL : (*env)->NewLongArray(env, 1);
  if (made) (*env)->SetLongArrayRegion(env, made, 0, 1, &bits);
  return made;
}
%}
%define %optional_kind(NAME)
%typemap(jni)     border_optional_##NAME "jobject"
%typemap(jtype)   border_optional_##NAME "Object"
%typemap(jstype)  border_optional_##NAME "Object"
%typemap(javaout) border_optional_##NAME { return $jnicall; }
%typemap(out, fragment="border_java_optional") border_optional_##NAME
  "$result = $1.present ? border_optional(jenv, border_number($1.value)) : NULL;"
%enddef

/* How wide the types are that are not as wide everywhere. */
%fragment("border_bits", "header") %{
static int32_t border_bits_of_long(void) { return (int32_t) sizeof(long) * 8; }
static int32_t border_bits_of_size(void) { return (int32_t) sizeof(size_t) * 8; }
%}

/* int32_t FUNCTION(.., int32_t ARGUMENT, ..): a negative result means that it did not fit. */
%define %negative_is_overflow(FUNCTION, ARGUMENT)
%enddef
