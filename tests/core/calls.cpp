// calls TIMES [COUNT]: so many calls of square(), or of square_array() with COUNT elements.
#include <square.h>

#include <string>
#include <vector>

int main(int argc, char **arguments) {
    const long times = std::stol(arguments[1]);
    if (argc == 2) {
        for (long i = 0; i < times; i++)
            square(7);
    } else {
        std::vector<int32_t> numbers(std::stoul(arguments[2]), 7), squares(numbers.size());
        for (long i = 0; i < times; i++)
            square_array(numbers.data(), numbers.size(), squares.data());
    }
}
