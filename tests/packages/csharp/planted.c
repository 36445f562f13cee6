/* A library that someone planted: whoever loads it says so, and ends. */
#include <stdio.h>
#include <unistd.h>

__attribute__((constructor)) static void loaded(void) {
    puts("planted");
    fflush(stdout);
    _exit(66);
}
