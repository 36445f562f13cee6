// Compiled with the header of one version, linked with the library of another.
#include <square.h>

#include <gtest/gtest.h>

TEST(square_version, is_that_of_the_library) {
    EXPECT_STREQ(square_version(), "0.0.0");
    EXPECT_STRNE(square_version(), SQUARE_VERSION);
}
