/* Within the library: memory that is all zeros and counted until kinds_free(), or NULL. */
#include <stddef.h>

void *kinds_allocate(size_t size);
