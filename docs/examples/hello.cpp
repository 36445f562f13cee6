#include <iostream>
#include <square.h>

int main() {
    const auto result = square(7);
    if (result < 0)
        return 1; // the square does not fit in 32 bits
    std::cout << "The square of 7 is " << result << ".\n";
}
