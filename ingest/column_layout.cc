#include "ingest/column_layout.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace careerfacts {
namespace {

constexpr std::size_t kLongestCell = 120;  // bytes
constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kMostColumns = 8;

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// "$42,000", "€ 59464", "C$80k": an amount of money and nothing before it.
bool is_money(std::string_view cell) {
  static constexpr std::array<std::string_view, 8> kSigns{"$", "£", "€", "₹", "C$", "A$", "US$", "¥"};
  for (const std::string_view sign : kSigns) {
    if (!starts_with(cell, sign)) continue;
    const std::size_t at = cell.find_first_not_of(' ', sign.size());
    return at != std::string_view::npos && std::isdigit(static_cast<unsigned char>(cell[at])) != 0;
  }
  return false;
}

// The lines of one run of short lines, and where the money stands among them.
void read_run(std::string_view text, const std::vector<Line>& lines, const std::vector<std::size_t>& run,
              std::vector<ColumnLayout>& layouts) {
  std::vector<std::size_t> money;
  for (std::size_t i = 0; i < run.size(); ++i)
    if (is_money(content(text, lines[run[i]]))) money.push_back(i);
  for (std::size_t m = 0; m + kFewestRows <= money.size();) {
    const std::size_t columns = money[m + 1] - money[m];
    std::size_t last = m + 1;
    while (last + 1 < money.size() && money[last + 1] - money[last] == columns) ++last;
    const std::size_t rows = last - m + 1;
    // The header is the row above the first one. Where the run begins with it, that tells the column of the
    // money; otherwise the table is taken to be a label and its amount.
    if (rows >= kFewestRows && columns >= 2 && columns <= kMostColumns && money[m] >= columns) {
      const std::size_t before = money[m] - columns;  // the header of the money column
      const std::size_t column = before < columns ? before : 1;
      ColumnLayout layout;
      layout.columns = columns;
      const std::size_t stop = std::min(run.size(), money[last] - column + columns);
      for (std::size_t i = before - std::min(before, column); i < stop; ++i) layout.lines.push_back(run[i]);
      layouts.push_back(std::move(layout));
    }
    m = last;
  }
}

}  // namespace

std::size_t ColumnLayouts::columns_at(std::size_t line) const {
  const auto found =
      std::lower_bound(layouts_.begin(), layouts_.end(), line,
                       [](const ColumnLayout& l, std::size_t wanted) { return l.lines[0] < wanted; });
  return found != layouts_.end() && found->lines[0] == line ? found->columns : 0;
}

const ColumnLayout& ColumnLayouts::at(std::size_t line) const {
  return *std::lower_bound(layouts_.begin(), layouts_.end(), line,
                           [](const ColumnLayout& l, std::size_t wanted) { return l.lines[0] < wanted; });
}

ColumnLayouts find_column_layouts(std::string_view text, const std::vector<Line>& lines) {
  ColumnLayouts result;
  std::vector<std::size_t> run;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    const bool ends = i == lines.size() ||
                      (lines[i].kind != LineKind::blank &&
                       (lines[i].kind != LineKind::text || content(text, lines[i]).size() > kLongestCell ||
                        content(text, lines[i]).back() == '.'));
    if (ends) {
      if (run.size() >= 2 * kFewestRows) read_run(text, lines, run, result.layouts_);
      run.clear();
    } else if (lines[i].kind == LineKind::text) {
      run.push_back(i);
    }
  }
  return result;
}

}  // namespace careerfacts
