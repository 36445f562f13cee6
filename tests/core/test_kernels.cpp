// Every instruction set's loop, against the plain definition.
#include "kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace {

std::vector<int32_t> random_numbers(size_t count) {
    static std::mt19937 engine(7);
    std::uniform_int_distribution<int32_t> fitting(-46340, 46340);
    std::vector<int32_t> numbers(count);
    for (auto &number : numbers)
        number = fitting(engine);
    return numbers;
}

class kernel : public testing::TestWithParam<Kernel> {
  protected:
    void SetUp() override {
        if (!GetParam().supported)
            GTEST_SKIP() << "this processor has no " << GetParam().name;
    }

    void check(const std::vector<int32_t> &numbers, const int32_t *input, int32_t *output, size_t first) {
        ASSERT_EQ(GetParam().run(input, numbers.size(), output), first);
        for (size_t i = 0; i < numbers.size(); i++)
            ASSERT_EQ(output[i], expected(numbers[i])) << i << " of " << numbers.size();
    }
};

TEST_P(kernel, squares_every_count_and_names_every_index) {
    for (size_t count = 0; count <= 130; count++) {
        const auto fitting = random_numbers(count);
        std::vector<int32_t> output(count);
        check(fitting, fitting.data(), output.data(), count);
        for (size_t first = 0; first < count; first++) {
            auto numbers = fitting;
            numbers[first] = numbers[count - 1] = first % 2 ? 46341 : INT32_MIN;
            check(numbers, numbers.data(), output.data(), first);
        }
    }
}

TEST_P(kernel, works_in_place_and_at_every_address) {
    for (size_t offset = 0; offset < 16; offset++) {
        auto numbers = random_numbers(100);
        numbers[61] = INT32_MAX;
        std::vector<int32_t> memory(offset + numbers.size());
        std::copy(numbers.begin(), numbers.end(), memory.begin() + static_cast<ptrdiff_t>(offset));
        check(numbers, memory.data() + offset, memory.data() + offset, 61);
    }
}

#if defined(__unix__) || defined(__APPLE__)
// Memory between two pages that nobody may touch.
struct Guarded {
    const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
    char *const pages = static_cast<char *>(mmap(nullptr, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    Guarded() { mprotect(pages + page, page, PROT_READ | PROT_WRITE); }
    ~Guarded() { munmap(pages, 3 * page); }
    int32_t *begin() { return reinterpret_cast<int32_t *>(pages + page); }
    int32_t *end() { return reinterpret_cast<int32_t *>(pages + 2 * page); }
};

TEST_P(kernel, touches_nothing_before_and_after) {
    Guarded input, output;
    for (size_t count = 0; count <= 130; count++) {
        const auto numbers = random_numbers(count);
        std::copy(numbers.begin(), numbers.end(), input.begin());
        check(numbers, input.begin(), output.begin(), count);
        std::copy(numbers.begin(), numbers.end(), input.end() - count);
        check(numbers, input.end() - count, output.end() - count, count);
    }
}
#endif

#if defined(SQUARE_X86_64)
TEST(square_ask_processor, finds_what_the_compiler_s_runtime_finds) {
    const int avx2 = __builtin_cpu_supports("avx2") ? SQUARE_AVX2 : 0;
    const int avx512f = __builtin_cpu_supports("avx512f") ? SQUARE_AVX512F : 0;
    EXPECT_EQ(square_ask_processor(), SQUARE_ASKED | avx2 | avx512f);
}
#endif

// How long an array is, and whether it is squared in place, decides about the loop.
TEST(square_array, squares_long_arrays) {
    for (size_t count = SQUARE_STREAMING - 1; count <= SQUARE_STREAMING + 1; count++) {
        auto numbers = random_numbers(count);
        numbers[count - 2] = 46341;
        std::vector<int32_t> squares(count), output(count);
        std::transform(numbers.begin(), numbers.end(), squares.begin(), expected);
        EXPECT_EQ(square_array(numbers.data(), count, output.data()), count - 2);
        EXPECT_TRUE(output == squares);
        EXPECT_EQ(square_array(numbers.data(), count, numbers.data()), count - 2);
        EXPECT_TRUE(numbers == squares);
    }
}

INSTANTIATE_TEST_SUITE_P(, kernel, testing::ValuesIn(kernels), [](const auto &info) { return info.param.name; });

} // namespace
