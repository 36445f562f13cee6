/* Whether the header is that of the library: another one links as well, and then fields are read where others were
   written. On x86-64, a function that returns a large struct is given the address where to write it, as a hidden first
   argument. So it can be called on longer memory that has a pattern, and what it wrote must be as long as the header
   says. Twice, since a default may look like the pattern. */
#include <llama.h>
#include <stdalign.h>
#include <stdio.h>
#include <string.h>

typedef void *defaults(void *);

static size_t written(defaults *function) {
    static const unsigned char patterns[] = {0x55, 0xAA};
    alignas(max_align_t) unsigned char memory[1024];
    size_t length = 0;
    for (size_t i = 0; i < sizeof patterns; i++) {
        memset(memory, patterns[i], sizeof memory);
        function(memory);
        for (size_t at = length; at < sizeof memory; at++)
            length = memory[at] != patterns[i] ? at + 1 : length;
    }
    return length;
}

static int differs(const char *type, size_t declared, size_t alignment, defaults *function) {
    const size_t found = written(function);
    printf("%s: %zu bytes in the header, %zu in the library\n", type, declared, found);
    return found > declared || found + alignment <= declared; /* the end may be padding */
}

#define DIFFERS(type, function)                                                                                        \
    differs(#type, sizeof(struct type), alignof(struct type), (defaults *)(void (*)(void))function)

int main(void) {
    return DIFFERS(llama_model_params, llama_model_default_params) |
           DIFFERS(llama_context_params, llama_context_default_params) |
           DIFFERS(llama_model_quantize_params, llama_model_quantize_default_params);
}
