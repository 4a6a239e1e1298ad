// Tables that were pasted one cell a line: "Job", "Average salary", "Openings", "Nurse", "$80,000", "120", …
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/lines.h"

namespace careerfacts {

struct ColumnLayout {
  std::size_t columns = 0;
  std::vector<std::size_t> lines;  // of its cells, row by row; the first row is the header
};

class ColumnLayouts {
 public:
  // Columns of the layout whose first cell is this line; 0 for all other lines.
  std::size_t columns_at(std::size_t line) const;
  const ColumnLayout& at(std::size_t line) const;  // REQUIRES: columns_at(line) > 0

 private:
  friend ColumnLayouts find_column_layouts(std::string_view text, const std::vector<Line>& lines);
  std::vector<ColumnLayout> layouts_;  // by first line
};

// A run of short lines (blank lines between them do not count) is a table when amounts of money come back in
// it at a fixed distance, at least three times, under a header that holds none. Linear.
ColumnLayouts find_column_layouts(std::string_view text, const std::vector<Line>& lines);

}  // namespace careerfacts
