#include <inttypes.h>
#include <square.h>
#include <stdio.h>

int main(void) {
    const int32_t result = square(7);
    if (result < 0)
        return 1; /* the square does not fit in 32 bits */
    printf("The square of 7 is %" PRId32 ".\n", result);
}
