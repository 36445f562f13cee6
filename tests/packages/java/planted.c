/* Where it is loaded, or called, the test sees it: of another version, and always wrong. When loaded, it runs a
   command. */
#include <jni.h>
#include <stdlib.h>
#include <unistd.h>

__attribute__((constructor)) static void planted(void) {
    if (write(1, "PLANTED\n", 8) < 0)
        _exit(1);
    if (getenv("WHEN_LOADED") && system(getenv("WHEN_LOADED")) != 0)
        _exit(1);
}

int square(int number) { return -number; }

JNIEXPORT jint JNICALL Java_org_example_square_SquareMathJNI_square(JNIEnv *env, jclass type, jint number) {
    (void)env, (void)type;
    return -number;
}

JNIEXPORT jstring JNICALL Java_org_example_square_SquareMathJNI_version(JNIEnv *env, jclass type) {
    (void)type;
    return (*env)->NewStringUTF(env, "0.9.0");
}
