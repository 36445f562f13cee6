// A fuzz target, for every loop. The first two bytes say where the arrays begin and whether they are the same one; the
// others are the numbers.
#include "kernels.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

// Memory that ends with the last element, so that a sanitizer sees an access behind it.
static bool agrees(const Kernel &kernel, const std::vector<int32_t> &numbers, size_t from, size_t to, bool in_place) {
    const size_t count = numbers.size();
    std::vector<int32_t> input(from + count), output(to + count), wanted(to + count);
    int32_t *const source = in_place ? output.data() + to : input.data() + from;
    std::copy_n(numbers.data(), count, source);
    std::transform(numbers.begin(), numbers.end(), wanted.data() + to, expected);
    const int32_t *const first = std::find(wanted.data() + to, wanted.data() + to + count, -1);
    const size_t index = kernel.run(source, count, output.data() + to);
    return output == wanted && index == static_cast<size_t>(first - wanted.data()) - to;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2)
        return 0;
    std::vector<int32_t> numbers((size - 2) / sizeof(int32_t));
    if (!numbers.empty())
        std::memcpy(numbers.data(), data + 2, numbers.size() * sizeof(int32_t));
    for (const auto &kernel : kernels)
        if (kernel.supported && !agrees(kernel, numbers, data[0] % 16, data[1] % 16, data[1] >= 128)) {
            std::fprintf(stderr, "%s is wrong\n", kernel.name);
            std::abort();
        }
    return 0;
}
