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

std::string cut_front(std::string_view text, std::size_t columns) {
  std::size_t width = display_width(text);
  if (width <= columns) return std::string(text);
  std::size_t begin = 0;
  while (begin < text.size() && width + 1 > columns) {  // one is kept for the dots
    const CodePoint point = code_point_at(text, begin);
    width -= width_of(point.value);
    begin += point.size;
  }
  return "…" + std::string(text.substr(begin));
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  while (display_width(text) > columns) {
    std::size_t end = 0;    // of what fits
    std::size_t space = 0;  // the last one that a line can end at
    for (std::size_t width = 0; end < text.size();) {
      const CodePoint point = code_point_at(text, end);
      if (point.value == ' ') space = end;  // one may stand just behind the line
      width += width_of(point.value);
      if (width > columns) break;
      end += point.size;
    }
    const std::size_t line_end = space > 0 ? space : end;
    lines.emplace_back(text.substr(0, line_end));
    text.remove_prefix(line_end);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  lines.emplace_back(text);
  return lines;
}

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::row(std::vector<std::string> cells) {
  CHECK(cells.size() == columns_.size());
  std::vector<Lines> row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string text = cell(std::move(cells[i]));
    const auto& [heading, align, most, fit] = columns_[i];
    if (most == 0) {
      row.push_back({text});
    } else if (fit == Fit::wrap) {
      row.push_back(wrap(text, most));
    } else {
      row.push_back({fit == Fit::cut ? cut(text, most) : cut_front(text, most)});
    }
  }
  rows_.push_back(std::move(row));
}

std::string Table::print(std::size_t indent) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = display_width(columns_[i].heading);
    for (const auto& row : rows_)
      for (const std::string& line : row[i]) width = std::max(width, display_width(line));
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
  static const std::string nothing;
  for (const auto& row : rows_) {
    std::size_t height = 0;
    for (const Lines& lines : row) height = std::max(height, lines.size());
    for (std::size_t k = 0; k < height; ++k)
      line([&](std::size_t i) -> const std::string& { return k < row[i].size() ? row[i][k] : nothing; });
  }
  return out;
}

}  // namespace careerfacts::cli
