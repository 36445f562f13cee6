#include <jni.h>
#include <square.h>
#include <stdio.h>

static void throw_overflow(JNIEnv *env, jint number) {
    char message[80];
    snprintf(message, sizeof message, "square(): number = %d: the result does not fit in 32 bits", (int)number);
    (*env)->ThrowNew(env, (*env)->FindClass(env, "java/lang/ArithmeticException"), message);
}

JNIEXPORT jint JNICALL Java_Jni_square(JNIEnv *env, jclass class, jint number) {
    (void)class;
    const jint result = square(number);
    if (result < 0)
        throw_overflow(env, number);
    return result;
}

JNIEXPORT jlong JNICALL Java_Jni_map(JNIEnv *env, jclass class, jintArray numbers, jintArray squares) {
    (void)class;
    const size_t count = (size_t)(*env)->GetArrayLength(env, numbers);
    int32_t *in = (*env)->GetPrimitiveArrayCritical(env, numbers, NULL);
    int32_t *out = (*env)->GetPrimitiveArrayCritical(env, squares, NULL);
    const size_t index = square_array(in, count, out);
    (*env)->ReleasePrimitiveArrayCritical(env, squares, out, 0);
    (*env)->ReleasePrimitiveArrayCritical(env, numbers, in, JNI_ABORT);
    return (jlong)index;
}
