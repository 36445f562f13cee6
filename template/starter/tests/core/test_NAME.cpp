#include "{{ name }}.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

TEST({{ class }}, agrees_with_every_vector) {
    std::ifstream file(std::getenv("VECTORS"));
    std::string line;
    ASSERT_TRUE(std::getline(file, line)); // the names
    int rows = 0;
    for (; std::getline(file, line); rows++) {
        std::vector<long> row;
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');)
            row.push_back(std::stol(cell));
        ASSERT_EQ(row.size(), {{ parameters | length + 1 }}) << line;
        EXPECT_EQ({{ function }}({% for p in parameters %}static_cast<{{ types[loop.index0] }}>(row[{{ loop.index0 }}]){{ ", " if not loop.last }}{% endfor %}), row.back()) << line;
    }
    EXPECT_GT(rows, 0);
}
