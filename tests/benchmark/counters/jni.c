#include <counters.h>
#include <jni.h>
#include <string.h>

#define CALLED(result, name) JNIEXPORT result JNICALL Java_JniCounter_##name(JNIEnv *env, jclass class
#define OBJECT ((void)env, (void)class, (counter *)(intptr_t)object)

CALLED(jlong, create)) { return (void)env, (void)class, (jlong)(intptr_t)counter_new(); }

CALLED(void, free), jlong object) { counter_free(OBJECT); }

CALLED(jlong, add), jlong object, jlong number) { return counter_add(OBJECT, number); }

CALLED(jint, fail), jlong object) { return counter_fail(OBJECT); }

CALLED(jlong, label), jlong object, jbyteArray utf8, jint size) {
    char text[256];
    if (size >= (jint)sizeof text)
        return -1; // the benchmark's are short
    (*env)->GetByteArrayRegion(env, utf8, 0, size, (jbyte *)text);
    text[size] = 0;
    return (jlong)counter_label(OBJECT, text);
}

CALLED(jlong, feed), jlong object, jbyteArray data, jint size) {
    void *bytes = (*env)->GetPrimitiveArrayCritical(env, data, NULL);
    const uint32_t result = counter_feed(OBJECT, bytes, (size_t)size);
    (*env)->ReleasePrimitiveArrayCritical(env, data, bytes, JNI_ABORT);
    return (jlong)result;
}
