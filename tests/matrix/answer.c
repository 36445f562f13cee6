/* answer JNI_MODULE CSHARP_MODULE: loads what a Java and a .NET runtime would load, and calls it as they would. For
   systems on which no such runtime can be had. */
#include <stdint.h>
#include <stdio.h>

#ifdef _WIN32
#include <windows.h>
static void *find(const char *module, const char *name) {
    const HMODULE handle = LoadLibraryA(module);
    return handle ? (void *)(uintptr_t)GetProcAddress(handle, name) : NULL;
}
#else
#include <dlfcn.h>
static void *find(const char *module, const char *name) {
    void *const handle = dlopen(module, RTLD_NOW);
    return handle ? dlsym(handle, name) : NULL;
}
#endif

typedef int32_t jni_square(void *environment, void *class, int32_t number);
typedef int32_t square(int32_t number);
typedef size_t square_array(const int32_t *numbers, size_t count, int32_t *squares);

static int array_answers(square_array *function) {
    const int32_t numbers[] = {7, -46340, 46341};
    int32_t squares[3];
    return function(numbers, 3, squares) == 2 && squares[0] == 49 && squares[1] == 2147395600 && squares[2] == -1;
}

int main(int argc, char **argv) {
    if (argc != 3)
        return 2;
    jni_square *const java = (jni_square *)(uintptr_t)find(argv[1], "Java_org_example_square_SquareMathJNI_square");
    square *const csharp = (square *)(uintptr_t)find(argv[2], "CSharp_Example_Square");
    square_array *const array = (square_array *)(uintptr_t)find(argv[2], "CSharp_Example_SquareArray");
    if (!java || !csharp || !array) {
        puts("a module cannot be loaded, or lacks a function");
        return 1;
    }
    const int answers = java(NULL, NULL, 7) == 49 && java(NULL, NULL, 46341) == -1 && csharp(7) == 49 &&
                        csharp(46341) == -1 && array_answers(array);
    puts(answers ? "both answer" : "wrong answer");
    return !answers;
}
