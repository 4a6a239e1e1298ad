#include "ingest/column_layout.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/ascii.h"
#include "ingest/spaced_table.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLongestCell = 200;  // bytes
constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kMostColumns = 8;

// "127,300", "-8%", "10.5 %", "36.06": a number with grouped thousands, a percent sign or cents, and nothing
// else.
bool is_plain_figure(std::string_view cell) {
  if (!cell.empty() && (cell[0] == '-' || cell[0] == '+')) cell.remove_prefix(1);
  if (cell.empty() || !is_digit(cell[0])) return false;
  const std::size_t end = std::min(cell.find_first_not_of("0123456789,."), cell.size());
  const std::string_view number = cell.substr(0, end), unit = cell.substr(end);
  const std::size_t comma = number.find(',');
  const bool grouped = comma != std::string_view::npos && number.size() >= comma + 4;
  const bool cents =
      comma == std::string_view::npos && number.size() >= 4 && number.find('.') == number.size() - 3;
  return (unit.empty() && (grouped || cents)) || unit == "%" || unit == " %";
}

// "$42,000", "€ 59464", "C$80k": an amount of money and nothing before it.
bool is_money(std::string_view cell) {
  static constexpr std::array<std::string_view, 8> kSigns{"$", "£", "€", "₹", "C$", "A$", "US$", "¥"};
  for (const std::string_view sign : kSigns) {
    if (!cell.starts_with(sign)) continue;
    const std::size_t at = cell.find_first_not_of(' ', sign.size());
    return at != std::string_view::npos && is_digit(cell[at]);
  }
  return false;
}

bool is_figure(std::string_view cell) { return is_money(cell) || is_plain_figure(cell); }

// The table whose first row begins at run[begin] with `labels` cells that are no figures and then one that
// is, when at least three rows follow each other like that; what stands in the other columns is free
// ("none"). Gives the number of its lines after the header, or 0.
std::size_t periodic_lines(const std::vector<bool>& figure, std::size_t begin, std::size_t columns,
                           std::size_t labels) {
  std::size_t rows = 0;
  for (std::size_t row = begin; row + columns <= figure.size(); row += columns, ++rows) {
    if (!figure[row + labels]) break;
    const auto first = figure.begin() + static_cast<std::ptrdiff_t>(row);
    if (std::find(first, first + static_cast<std::ptrdiff_t>(labels), true) !=
        first + static_cast<std::ptrdiff_t>(labels))
      break;
  }
  return rows >= kFewestRows ? rows * columns : 0;
}

// Finds the tables among the lines of one run of short lines.
void read_run(std::string_view text, const std::vector<Line>& lines, const std::vector<std::size_t>& run,
              std::vector<ColumnLayout>& layouts) {
  std::vector<bool> figure(run.size());
  for (std::size_t i = 0; i < run.size(); ++i) figure[i] = is_figure(content(text, lines[run[i]]));
  for (std::size_t i = 0; i < run.size();) {
    std::size_t next = i + 1;
    // The header is the row above the first one. Where the run begins with it, that tells how many labels
    // stand before the figure; otherwise the table is taken to have one.
    for (std::size_t columns = 2; figure[i] && columns <= kMostColumns && i >= columns; ++columns) {
      std::size_t begin = 0, found = 0;
      const auto try_labels = [&](std::size_t labels) {
        if (found > 0 || labels == 0 || labels >= columns || i < labels + columns) return;
        begin = i - labels;
        found = periodic_lines(figure, begin, columns, labels);
      };
      try_labels(i - columns);
      for (std::size_t labels = 1; labels < columns; ++labels) try_labels(labels);
      if (found == 0) continue;
      ColumnLayout layout;
      layout.columns = columns;
      layout.first_line = run[begin - columns];
      layout.last_line = run[begin + found - 1];
      for (std::size_t line = begin - columns; line < begin + found; ++line)
        layout.cells.push_back({lines[run[line]].content_begin, lines[run[line]].content_end});
      next = begin + found;
      layouts.push_back(std::move(layout));
      break;
    }
    i = next;
  }
}

}  // namespace

std::size_t ColumnLayouts::columns_at(std::size_t line) const {
  if (layouts_.empty()) return 0;  // most texts
  const auto found =
      std::lower_bound(layouts_.begin(), layouts_.end(), line,
                       [](const ColumnLayout& l, std::size_t wanted) { return l.first_line < wanted; });
  return found != layouts_.end() && found->first_line == line ? found->columns : 0;
}

const ColumnLayout& ColumnLayouts::at(std::size_t line) const {
  return *std::lower_bound(layouts_.begin(), layouts_.end(), line,
                           [](const ColumnLayout& l, std::size_t wanted) { return l.first_line < wanted; });
}

ColumnLayouts find_column_layouts(std::string_view text, const std::vector<Line>& lines) {
  ColumnLayouts result;
  result.layouts_ = find_spaced_tables(text, lines);
  std::vector<std::size_t> run;
  std::vector<ColumnLayout> found;
  std::size_t spaced = 0;  // the next of the spaced tables
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    if (i < lines.size() && lines[i].kind == LineKind::blank) continue;
    while (spaced < result.layouts_.size() && result.layouts_[spaced].last_line < i) ++spaced;
    const bool ends = i == lines.size() ||
                      (spaced < result.layouts_.size() && result.layouts_[spaced].first_line <= i) ||
                      lines[i].kind != LineKind::text || content(text, lines[i]).size() > kLongestCell ||
                      content(text, lines[i]).back() == '.';
    if (ends) {
      if (run.size() >= 2 * kFewestRows) read_run(text, lines, run, found);
      run.clear();
    } else {
      run.push_back(i);
    }
  }
  if (found.empty()) return result;
  std::vector<ColumnLayout> all;
  std::merge(std::make_move_iterator(result.layouts_.begin()), std::make_move_iterator(result.layouts_.end()),
             std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()),
             std::back_inserter(all),
             [](const ColumnLayout& a, const ColumnLayout& b) { return a.first_line < b.first_line; });
  result.layouts_ = std::move(all);
  return result;
}

}  // namespace careerfacts
