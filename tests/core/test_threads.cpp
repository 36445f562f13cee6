// Any thread at any time: many read the same numbers, each writes its own squares. ThreadSanitizer looks for races.
#include "square.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace {

TEST(threads, share_the_input_and_nothing_else) {
    const std::vector<int32_t> numbers = {0, 7, -46340, 46341, INT32_MIN, 46340, -1};
    const std::vector<int32_t> expected = {0, 49, 2147395600, -1, -1, 2147395600, 1};
    std::vector<std::vector<int32_t>> squares(32, std::vector<int32_t>(numbers.size()));
    std::vector<std::thread> threads;
    threads.reserve(squares.size());
    for (auto &mine : squares)
        threads.emplace_back([&] {
            for (int round = 0; round < 1000; round++) {
                ASSERT_EQ(square_array(numbers.data(), numbers.size(), mine.data()), 3u);
                ASSERT_EQ(square(numbers[1]), 49);
                ASSERT_STREQ(square_version(), SQUARE_VERSION);
            }
        });
    for (auto &thread : threads)
        thread.join();
    for (const auto &mine : squares)
        EXPECT_EQ(mine, expected);
}

} // namespace
