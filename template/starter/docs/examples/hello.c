#include <{{ name }}.h>
#include <stdio.h>

int main(void) { printf("{{ call }} is %ld\n", (long){{ call }}); }
