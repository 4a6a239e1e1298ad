// A table for people: columns lined up by what the terminal shows (code points, wide characters counted as
// two).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts::cli {

class Table {
 public:
  enum class Align { left, right };
  struct Column {
    std::string heading;
    Align align = Align::left;
    std::size_t most = 0;  // longer cells are cut with "…"; 0: never
  };

  explicit Table(std::vector<Column> columns);

  // REQUIRES: as many cells as there are columns. Line ends in a cell become spaces.
  void row(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }

  // The heading line and one line a row, each after `indent` spaces, columns two spaces apart.
  std::string print(std::size_t indent = 0) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// REQUIRES: valid UTF-8. Width on a terminal, and the longest beginning of `text` that is at most `columns`
// wide ("…" at its end when cut).
std::size_t display_width(std::string_view text);
std::string cut(std::string_view text, std::size_t columns);

}  // namespace careerfacts::cli
