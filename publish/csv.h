// Comma-separated values after RFC 4180, in UTF-8: CRLF line ends, cells quoted where they need it, bytes
// that are not UTF-8 as U+FFFD. Cells of text that a spreadsheet would run as a formula (=, +, -, @, a tab or
// a line end in front) get an apostrophe in front, which makes them text. Numbers stay numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace careerfacts {

class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}  // appends; `out` must outlive this

  void text(std::string_view value);  // from articles: defused
  void word(std::string_view value);  // the program's own words and numbers: only quoted where needed
  void number(double value);
  void number(std::size_t value);
  void number(std::optional<double> value);  // nothing: an empty cell
  void number(std::optional<int> value);
  void empty(std::size_t cells = 1);
  void end();

 private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

}  // namespace careerfacts
