#include "cli/table.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "cli/output.h"
#include "ingest/utf8.h"

namespace careerfacts::cli {
namespace {

struct Range {
  char32_t first, last;
};
constexpr std::array<Range, 8> kNoWidth{{{0x300, 0x36f},
                                         {0x483, 0x489},
                                         {0x591, 0x5bd},
                                         {0x200b, 0x200d},
                                         {0x20d0, 0x20ff},
                                         {0xfe00, 0xfe0f},
                                         {0xfe20, 0xfe2f},
                                         {0xfeff, 0xfeff}}};
constexpr std::array<Range, 7> kWide{{{0x1100, 0x115f},
                                      {0x2e80, 0xa4cf},
                                      {0xac00, 0xd7a3},
                                      {0xf900, 0xfaff},
                                      {0xff00, 0xff60},
                                      {0x1f300, 0x1f9ff},
                                      {0x20000, 0x3fffd}}};

std::size_t width_of(char32_t c) {
  const auto holds = [c](const Range& range) { return range.first <= c && c <= range.last; };
  if (std::any_of(kNoWidth.begin(), kNoWidth.end(), holds)) return 0;
  return std::any_of(kWide.begin(), kWide.end(), holds) ? 2 : 1;
}

// One line, nothing that moves the cursor.
std::string cell(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return visible(text);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    width += width_of(point.value);
    at += point.size;
  }
  return width;
}

std::string cut(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t width = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint point = code_point_at(text, end);
    width += width_of(point.value);
    if (width + 1 > columns) break;  // one is kept for the dots
    end += point.size;
  }
  return std::string(text.substr(0, end)) + "…";
}

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::row(std::vector<std::string> cells) {
  CHECK(cells.size() == columns_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i] = cell(std::move(cells[i]));
    if (columns_[i].most > 0) cells[i] = cut(cells[i], columns_[i].most);
  }
  rows_.push_back(std::move(cells));
}

std::string Table::print(std::size_t indent) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = display_width(columns_[i].heading);
    for (const auto& row : rows_) width = std::max(width, display_width(row[i]));
    widths.push_back(width);
  }
  std::string out;
  const auto line = [&](auto&& cell_text) {
    out.append(indent, ' ');
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string& text = cell_text(i);
      const std::size_t padding = widths[i] - display_width(text);
      if (columns_[i].align == Align::right) out.append(padding, ' ');
      out += text;
      if (i + 1 < columns_.size()) out.append((columns_[i].align == Align::left ? padding : 0) + 2, ' ');
    }
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
  };
  line([&](std::size_t i) -> const std::string& { return columns_[i].heading; });
  for (const auto& row : rows_) line([&](std::size_t i) -> const std::string& { return row[i]; });
  return out;
}

}  // namespace careerfacts::cli
