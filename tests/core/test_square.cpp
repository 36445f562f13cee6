#include "square.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Row = std::map<std::string, std::optional<int32_t>>; // nothing where the result does not fit

std::vector<std::string> split(const std::string &line) {
    std::vector<std::string> cells(1);
    for (const char c : line)
        if (c == ',')
            cells.emplace_back();
        else
            cells.back() += c;
    return cells;
}

std::optional<int32_t> parse(const std::string &cell) {
    if (cell.empty())
        return std::nullopt;
    size_t end = 0;
    const int32_t value = std::stoi(cell, &end);
    return end == cell.size() ? value : throw std::invalid_argument("not a number: " + cell);
}

Row parse_row(const std::vector<std::string> &names, const std::vector<std::string> &cells) {
    if (cells.size() != names.size())
        throw std::invalid_argument("as many cells as names are required");
    Row row;
    for (size_t i = 0; i < names.size(); i++)
        row[names[i]] = parse(cells[i]);
    return row;
}

std::vector<Row> read_vectors(std::istream &&file) {
    std::string line;
    std::getline(file, line);
    const auto names = split(line);
    std::vector<Row> rows;
    while (std::getline(file, line))
        rows.push_back(parse_row(names, split(line)));
    if (rows.empty())
        throw std::invalid_argument("no vectors");
    for (const auto &row : rows)
        row.at("number").value();
    return rows;
}

std::vector<Row> vectors() { return read_vectors(std::ifstream(std::getenv("VECTORS"))); }

TEST(square, agrees_with_every_vector) {
    for (const auto &row : vectors())
        EXPECT_EQ(square(*row.at("number")), row.at("square").value_or(-1)) << *row.at("number");
}

TEST(square, fits_up_to_the_limits) {
    EXPECT_EQ(square(0), 0);
    EXPECT_EQ(square(1), 1);
    EXPECT_EQ(square(-1), 1);
    EXPECT_EQ(square(46340), 2147395600);
    EXPECT_EQ(square(-46340), 2147395600);
}

TEST(square, is_minus_one_when_it_does_not_fit) {
    EXPECT_EQ(square(46341), -1);
    EXPECT_EQ(square(-46341), -1);
    EXPECT_EQ(square(std::numeric_limits<int32_t>::max()), -1);
    EXPECT_EQ(square(std::numeric_limits<int32_t>::min()), -1);
}

TEST(square_array, agrees_with_every_vector) {
    std::vector<int32_t> numbers, expected;
    for (const auto &row : vectors()) {
        numbers.push_back(*row.at("number"));
        expected.push_back(row.at("square").value_or(-1));
    }
    std::vector<int32_t> squares(numbers.size());
    square_array(numbers.data(), numbers.size(), squares.data());
    EXPECT_EQ(squares, expected);
}

TEST(square_array, returns_the_count_when_all_fit) {
    const int32_t numbers[] = {0, 7, -46340};
    int32_t squares[3];
    EXPECT_EQ(square_array(numbers, 3, squares), 3u);
}

TEST(square_array, returns_the_first_index_that_does_not_fit) {
    for (size_t bad = 0; bad < 40; bad++) {
        std::vector<int32_t> numbers(40, 7), squares(40);
        numbers[bad] = numbers[39] = 46341;
        EXPECT_EQ(square_array(numbers.data(), 40, squares.data()), bad);
    }
}

TEST(square_array, completes_the_output_after_a_failure) {
    const std::vector<int32_t> numbers = {3, 46341, -4, -46341, 5}, expected = {9, -1, 16, -1, 25};
    std::vector<int32_t> squares(5);
    EXPECT_EQ(square_array(numbers.data(), 5, squares.data()), 1u);
    EXPECT_EQ(squares, expected);
}

TEST(square_array, works_in_place) {
    std::vector<int32_t> numbers = {3, 46341, -4};
    const std::vector<int32_t> expected = {9, -1, 16};
    EXPECT_EQ(square_array(numbers.data(), 3, numbers.data()), 1u);
    EXPECT_EQ(numbers, expected);
}

TEST(square_array, writes_nothing_beyond_the_count) {
    const int32_t numbers[] = {2, 3, 4};
    int32_t squares[] = {-7, -7, -7};
    square_array(numbers, 2, squares);
    EXPECT_EQ(squares[2], -7);
}

TEST(square_array, takes_null_when_the_count_is_zero) { EXPECT_EQ(square_array(nullptr, 0, nullptr), 0u); }

TEST(square_version, is_that_of_the_header) {
    EXPECT_STREQ(square_version(), SQUARE_VERSION);
    EXPECT_STREQ(square_version(), std::getenv("HEADER_VERSION"));
}

class malformed_vectors : public testing::TestWithParam<const char *> {};

TEST_P(malformed_vectors, are_refused) { EXPECT_ANY_THROW(read_vectors(std::istringstream(GetParam()))); }

INSTANTIATE_TEST_SUITE_P(, malformed_vectors,
                         testing::Values("", "number,square\n", "a,square\n7,49\n", "number,square\n7\n",
                                         "number,square\nx,49\n", "number,square\n7,49,1\n", "number,square\n,49\n"));

} // namespace
