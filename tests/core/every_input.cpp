// every_input FIRST LAST: square() and square_array() of all these numbers, against arithmetic in 64 bits.
#include <square.h>

#include <algorithm>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>
#include <vector>

static int32_t expected(int64_t number) {
    const int64_t square = number * number;
    return square <= INT32_MAX ? static_cast<int32_t>(square) : -1;
}

static void require(bool right, const char *function, int64_t number) {
    if (right)
        return;
    std::printf("%s is wrong: number = %" PRId64 "\n", function, number);
    std::exit(EXIT_FAILURE);
}

static void check(int64_t first, size_t count) {
    static std::vector<int32_t> numbers, squares;
    numbers.resize(count);
    squares.resize(count);
    std::iota(numbers.begin(), numbers.end(), static_cast<int32_t>(first));
    const size_t result = square_array(numbers.data(), count, squares.data());

    size_t first_failure = count;
    for (size_t i = 0; i < count; i++) {
        const int32_t square_of = expected(numbers[i]);
        require(square(numbers[i]) == square_of, "square()", numbers[i]);
        require(squares[i] == square_of, "square_array()", numbers[i]);
        if (square_of < 0)
            first_failure = std::min(first_failure, i);
    }
    require(result == first_failure, "the result of square_array()",
            first + static_cast<int64_t>(std::min(result, first_failure)));
}

int main(int, char **arguments) {
    const int64_t first = std::stoll(arguments[1]), last = std::stoll(arguments[2]);
    for (int64_t number = first, count; number <= last; number += count) {
        count = std::min(last - number + 1, int64_t{1 << 16});
        check(number, static_cast<size_t>(count));
    }
    std::printf("%" PRId64 " numbers\n", last - first + 1);
}
