/* load MODULE..: loads what a Java or a .NET runtime would load, on systems for which no such runtime can be had. */
#include <stdio.h>

#ifdef _WIN32
#include <windows.h>
static int load(const char *module) { return LoadLibraryA(module) != NULL; }
#else
#include <dlfcn.h>
static int load(const char *module) { return dlopen(module, RTLD_NOW) != NULL; }
#endif

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        if (!load(argv[i])) {
            printf("%s cannot be loaded\n", argv[i]);
            return 1;
        }
    }
    return argc < 2;
}
