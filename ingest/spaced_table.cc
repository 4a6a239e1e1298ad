#include "ingest/spaced_table.h"

#include <algorithm>
#include <bitset>
#include <cctype>

namespace careerfacts {
namespace {

constexpr std::size_t kWidest = 320;  // characters of a line
constexpr std::size_t kFewestLines = 3;
constexpr std::size_t kSureLines = 4;  // the header and three rows: a table whatever its cells hold
constexpr std::size_t kMostColumns = 12;

// Characters of a line, counted from its left edge. A tab does not come here: it parts cells itself.
using Columns = std::bitset<kWidest>;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Where the line has no text: runs of two spaces or more, its indent, and all that is beyond its end. None
// where there are no two spaces between words.
struct Gaps {
  Columns free;
  bool inside = false;
};

Gaps gaps_of(std::string_view text, const Line& line) {
  Gaps gaps;
  gaps.free.set();
  std::size_t column = line.indent, spaces = 0;
  for (std::size_t i = line.content_begin; i < line.content_end; ++i) {
    if (is_continuation(text[i])) continue;
    if (column >= kWidest) return {};
    if (text[i] == ' ') {
      ++spaces;
    } else {
      if (spaces == 1) gaps.free.reset(column - 1);
      gaps.inside = gaps.inside || spaces > 1;
      spaces = 0;
      gaps.free.reset(column);
    }
    ++column;
  }
  return gaps;
}

// Whether the line may be one of a spaced table at all: cheap, for most lines are not.
bool may_be_row(std::string_view text, const Line& line) {
  if (!line.signs.spaces || line.kind != LineKind::text) return false;
  const std::string_view c = content(text, line);
  return c.size() <= 2 * kWidest && c.find("  ") != std::string_view::npos;
}

// Whether line i may be the first of a table: most that may be rows stand alone.
bool may_begin(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  if (!may_be_row(text, lines[i])) return false;
  const bool parted =
      i + 1 < lines.size() && (lines[i + 1].kind == LineKind::rule || lines[i + 1].kind == LineKind::blank);
  const std::size_t second = parted ? i + 2 : i + 1;
  return second + 1 < lines.size() && may_be_row(text, lines[second]) && may_be_row(text, lines[second + 1]);
}

// Runs of characters that are not free in all lines: the columns of a table.
std::size_t count_columns(const Columns& free) {
  const Columns begins = ~free & ((free << 1) | Columns(1));
  return begins.count();
}

// The cell of `line` in the columns [first, last) of characters.
TextSpan cell_of(std::string_view text, const Line& line, std::size_t first, std::size_t last) {
  TextSpan cell{line.content_end, line.content_end};
  bool found = false;
  std::size_t column = line.indent;
  for (std::size_t i = line.content_begin; i < line.content_end; ++i) {
    if (is_continuation(text[i])) continue;
    if (column >= last) {
      if (!found) cell.begin = i;
      cell.end = i;
      break;
    }
    if (column >= first && !found) {
      cell.begin = i;
      found = true;
    }
    ++column;
  }
  while (cell.begin < cell.end && text[cell.begin] == ' ') ++cell.begin;
  while (cell.end > cell.begin && text[cell.end - 1] == ' ') --cell.end;
  return cell;
}

// A figure or a mark that stands for one does not begin a label.
bool is_label(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(), [](unsigned char c) { return std::isalpha(c) != 0; }) &&
         std::isdigit(static_cast<unsigned char>(cell.front())) == 0 && cell.front() != '$';
}

// "1st period apprentice", not "$42,000" or "10-12".
bool is_name(std::string_view cell) {
  constexpr int kFewestLetters = 3;
  return std::count_if(cell.begin(), cell.end(), [](unsigned char c) { return std::isalpha(c) != 0; }) >=
         kFewestLetters;
}

bool is_figure(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// "$46,500", "+3.0%", "Rs. 40,000", "n/a": a figure, or what stands for one, and no sentence around it.
bool is_bare_figure(std::string_view cell) {
  constexpr std::size_t kLongest = 40;  // bytes: "$46,500 - $62,000 a year"
  constexpr std::size_t kLead = 4;      // bytes before the first digit: "CAD ", "~$"
  const std::size_t digit = cell.find_first_of("0123456789");
  if (digit == std::string_view::npos) return cell == "-" || cell == "n/a" || cell == "N/A";
  return cell.size() <= kLongest && digit <= kLead;
}

// Whether each of the rows from `first` on is a label, a name where no header says what it is, and then
// figures.
bool are_figures(std::string_view text, const ColumnLayout& table, std::size_t first) {
  const auto at = [&](std::size_t cell) {
    return text.substr(table.cells[cell].begin, table.cells[cell].size());
  };
  for (std::size_t cell = first * table.columns; cell < table.cells.size(); ++cell)
    if (!(cell % table.columns == 0 ? first > 0 || is_name(at(cell)) : is_figure(at(cell)))) return false;
  return true;
}

// Cuts the lines where all of them are free. Gives a table without columns when the first row is neither a
// header nor one like the others, or a row says something in its first column alone.
ColumnLayout cut(std::string_view text, const std::vector<Line>& lines, const std::vector<std::size_t>& rows,
                 const Columns& free) {
  std::vector<TextSpan> columns;  // of characters
  for (std::size_t i = 0; i < kWidest; ++i) {
    if (free[i]) continue;
    if (i == 0 || free[i - 1]) columns.push_back({i, i});
    columns.back().end = i + 1;
  }
  ColumnLayout table;
  if (columns.size() < 2 || columns.size() > kMostColumns) return table;
  table.first_line = rows.front();
  table.last_line = rows.back();
  for (const std::size_t row : rows) {
    std::size_t filled = 0;
    for (const TextSpan& column : columns) {
      table.cells.push_back(cell_of(text, lines[row], column.begin, column.end));
      const TextSpan& cell = table.cells.back();
      filled += cell.empty() ? 0U : 1U;
      if (row == rows.front() && (cell.empty() || !is_label(text.substr(cell.begin, cell.size()))))
        table.has_header = false;
    }
    if (filled < 2) return {};
  }
  table.columns = columns.size();
  if (!table.has_header && !are_figures(text, table, 0)) return {};
  if (table.has_header && rows.size() < kSureLines && !are_figures(text, table, 1)) return {};
  return table;
}

// The cells that runs of two spaces part.
std::vector<TextSpan> split(std::string_view text, const Line& line) {
  std::vector<TextSpan> cells;
  std::size_t begin = line.content_begin;
  for (std::size_t i = begin; i < line.content_end; ++i) {
    if (text[i] != ' ' || text[i + 1] != ' ') continue;
    cells.push_back({begin, i});
    while (i + 1 < line.content_end && text[i + 1] == ' ') ++i;
    begin = i + 1;
  }
  cells.push_back({begin, line.content_end});
  return cells;
}

// Lines from `first` on that spaces part into as many cells each, though not at the same places: a header and
// rows of figures, with an empty line between or none; or such rows alone. Gives a table without columns when
// they are none.
ColumnLayout cut_unaligned(std::string_view text, const std::vector<Line>& lines, std::size_t first) {
  constexpr std::size_t kLongestLabel = 60;  // bytes of a row's label
  ColumnLayout table;
  table.first_line = first;
  const auto of = [&](const TextSpan& cell) { return text.substr(cell.begin, cell.size()); };
  const auto is_row = [&](const std::vector<TextSpan>& cells) {
    return cells[0].size() <= kLongestLabel && (table.has_header || is_label(of(cells[0]))) &&
           std::all_of(cells.begin() + 1, cells.end(),
                       [&](const TextSpan& cell) { return is_bare_figure(of(cell)); });
  };
  table.cells = split(text, lines[first]);
  table.columns = table.cells.size();
  if (table.columns < 2 || table.columns > kMostColumns) return {};
  table.has_header = std::none_of(table.cells.begin() + 1, table.cells.end(),
                                  [&](const TextSpan& cell) { return is_bare_figure(of(cell)); });
  const auto is_title = [&](const TextSpan& cell) { return is_label(of(cell)); };
  if (table.has_header ? !std::all_of(table.cells.begin(), table.cells.end(), is_title)
                       : !is_row(table.cells))
    return {};
  std::size_t rows = 1;
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    if (i == first + 1 && table.has_header &&
        (lines[i].kind == LineKind::rule || lines[i].kind == LineKind::blank))
      continue;
    if (!may_be_row(text, lines[i])) break;
    const std::vector<TextSpan> cells = split(text, lines[i]);
    if (cells.size() != table.columns || !is_row(cells)) break;
    table.cells.insert(table.cells.end(), cells.begin(), cells.end());
    table.last_line = i;
    ++rows;
  }
  return rows < kFewestLines ? ColumnLayout{} : table;
}

}  // namespace

std::vector<ColumnLayout> find_spaced_tables(std::string_view text, const std::vector<Line>& lines) {
  std::vector<ColumnLayout> tables;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!may_begin(text, lines, i)) continue;
    Columns free;
    free.set();
    std::vector<std::size_t> rows;
    std::size_t next = i;
    for (; next < lines.size(); ++next) {
      if (next == i + 1 && lines[next].kind == LineKind::rule) continue;  // "-----  ------" under the header
      if (!may_be_row(text, lines[next])) break;
      const Gaps gaps = gaps_of(text, lines[next]);
      const Columns common = free & gaps.free;
      if (!gaps.inside || (!rows.empty() && count_columns(common) < count_columns(free))) break;
      free = common;
      rows.push_back(next);
    }
    if (rows.size() < kFewestLines) {
      if (ColumnLayout table = cut_unaligned(text, lines, i); table.columns > 0) {
        i = table.last_line;
        tables.push_back(std::move(table));
      }
      continue;
    }
    if (ColumnLayout table = cut(text, lines, rows, free); table.columns > 0)
      tables.push_back(std::move(table));
    i = next - 1;  // looked at once, whatever came of it
  }
  return tables;
}

}  // namespace careerfacts
