// Comma-separated values as RFC 4180 has them, with the place of each cell.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

struct CsvPlace {
  std::size_t line = 1;    // 1-based
  std::size_t column = 1;  // 1-based, in bytes
};

struct CsvCell {
  std::string_view text;  // without its quotation marks
  CsvPlace place;
};

// Calls `row` for each record, the header too; empty lines are left out. Cells are views into `text`; a cell
// with a doubled quotation mark in it is not taken (no reference figure needs one), and all rows must be as
// long as the first. Throws Error(io) with file:line:column.
void read_csv(const std::string& file, std::string_view text,
              const std::function<void(const std::vector<CsvCell>&)>& row);

}  // namespace careerfacts
