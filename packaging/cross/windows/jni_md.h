/* What the JDK for Windows has in place of the header of this name: to compile where there is no such JDK. */
#ifndef JNI_MD_H
#define JNI_MD_H

#define JNIEXPORT __declspec(dllexport)
#define JNIIMPORT __declspec(dllimport)
#define JNICALL __stdcall

typedef long jint;
typedef long long jlong;
typedef signed char jbyte;

#endif
