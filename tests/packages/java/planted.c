/* Where it is loaded, or called, the test sees it: a library of another version. When loaded, it runs a command.
   FUNCTIONS is F(name) for each of its other functions. */
#include <jni.h>
#include <stdlib.h>
#include <unistd.h>

static void say(const char *word, size_t length) {
    if (write(1, word, length) < 0)
        _exit(1);
}

__attribute__((constructor)) static void planted(void) {
    say("PLANTED\n", 8);
    if (getenv("WHEN_LOADED") && system(getenv("WHEN_LOADED")) != 0)
        _exit(1);
}

#define F(NAME)                                                                                                        \
    void NAME(void) { say("CALLED\n", 7), _exit(1); }
FUNCTIONS

JNIEXPORT jstring JNICALL VERSION(JNIEnv *env, jclass type) {
    (void)type;
    return (*env)->NewStringUTF(env, "0.9.0");
}
