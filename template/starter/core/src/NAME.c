#include "{{ name }}.h"

int32_t {{ name }}_average(int32_t first, int32_t second) { return (int32_t)(((int64_t)first + second) / 2); }
