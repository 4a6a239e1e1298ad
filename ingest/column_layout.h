// Tables that show themselves by layout alone, without marks.
//
// One cell a line, pasted: "Job", "Average salary", "Openings", "Nurse", "$80,000", "120", …
// Or columns that spaces line up:
//
//   Job                 Average salary   Openings
//   Registered nurse           $80,000        120
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "ingest/lines.h"

namespace careerfacts {

struct ColumnLayout {
  std::size_t columns = 0;
  std::size_t first_line = 0;
  std::size_t last_line = 0;
  std::vector<TextSpan> cells;  // row by row; the first row is the header, where there is one
  bool has_header = true;
};

class ColumnLayouts {
 public:
  // Columns of the layout that begins with this line; 0 for all other lines.
  std::size_t columns_at(std::size_t line) const;
  const ColumnLayout& at(std::size_t line) const;  // REQUIRES: columns_at(line) > 0

 private:
  friend ColumnLayouts find_column_layouts(std::string_view text, const std::vector<Line>& lines);
  std::vector<ColumnLayout> layouts_;  // by first line
};

// A run of short lines (blank lines between them do not count) is a table when amounts of money come back in
// it at a fixed distance, at least three times, under a header that holds none.
// Lines one below the other are a table when two spaces or more part their cells at the same places, in a
// header of labels and at least three rows; without a header, or with fewer rows, where all but the labels
// are figures. Where the places differ, the rows must hold as many cells each, and nothing but a label and
// figures; an empty line may part them from their header. Linear.
ColumnLayouts find_column_layouts(std::string_view text, const std::vector<Line>& lines);

}  // namespace careerfacts
