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
  // What is done to a cell that is wider than the column may be.
  enum class Fit {
    cut,        // its end goes, "…" stands for it
    cut_front,  // its beginning goes: for paths, whose end tells most
    wrap,       // it takes several lines, broken at spaces where it can be
  };
  struct Column {
    std::string heading;
    Align align = Align::left;
    std::size_t most = 0;  // display width; 0: as wide as its widest cell
    Fit fit = Fit::cut;
  };

  explicit Table(std::vector<Column> columns);

  // REQUIRES: as many cells as there are columns. Line ends in a cell become spaces.
  void row(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }

  // The heading line and the rows, one line each but where a cell wraps; each line after `indent` spaces,
  // columns two spaces apart.
  std::string print(std::size_t indent = 0) const;

 private:
  using Lines = std::vector<std::string>;

  std::vector<Column> columns_;
  std::vector<std::vector<Lines>> rows_;  // by row, by column
};

// REQUIRES: valid UTF-8. Width on a terminal, and the longest beginning of `text` that is at most `columns`
// wide ("…" at its end when cut).
std::size_t display_width(std::string_view text);
std::string cut(std::string_view text, std::size_t columns);
// The longest end of `text` that is at most `columns` wide, with "…" before it when cut.
std::string cut_front(std::string_view text, std::size_t columns);
// `text` in lines of at most `columns`, at least one; words that are too long are broken. REQUIRES: columns
// > 1.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace careerfacts::cli
