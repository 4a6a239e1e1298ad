#include "ingest/row_cells.h"

#include <cctype>

#include "base/ascii.h"

namespace careerfacts {

void find_cells(std::string_view text, const Line& line, std::vector<TextSpan>& cells) {
  cells.clear();
  std::size_t begin = line.content_begin, end = line.content_end;
  if (line.cell_mark == '|') {
    if (begin < end && text[begin] == '|') ++begin;
    if (end > begin && text[end - 1] == '|' && (end < begin + 2 || text[end - 2] != '\\')) --end;
  }
  std::size_t cell = begin;
  const auto push = [&](std::size_t stop) {
    TextSpan span{cell, stop};
    while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
    while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
    cells.push_back(span);
  };
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != line.cell_mark || (i > begin && text[i - 1] == '\\')) continue;
    if (line.cell_mark == '/' && (i == begin || i + 1 == end || text[i - 1] != ' ' || text[i + 1] != ' '))
      continue;
    push(i);
    cell = i + 1;
  }
  push(end);
  if (line.cell_mark == '\t')  // several tabs stand for one
    std::erase_if(cells, [](const TextSpan& span) { return span.empty(); });
}

namespace {

// "25th percentile", "3-5 years": numbers that head a column.
bool counts_place_or_years(std::string_view cell) {
  const std::size_t behind = cell.find_first_not_of("0123456789-+ ");
  if (behind == std::string_view::npos) return false;
  const std::string_view word = cell.substr(behind);
  const bool touches = behind > 0 && cell[behind - 1] != ' ';
  for (const std::string_view ordinal : {"st ", "nd ", "rd ", "th "})
    if (touches && word.starts_with(ordinal)) return true;
  for (const std::string_view years : {"year", "yr", "Year", "Yr", "YoE"})
    if (word.starts_with(years)) return true;
  return false;
}

}  // namespace

bool is_figure_cell(std::string_view cell) {
  const std::size_t at = cell.find_first_not_of("*_`~+-(<> ");
  if (at == std::string_view::npos) return false;
  const auto c = static_cast<unsigned char>(cell[at]);
  if (std::isdigit(c)) return !counts_place_or_years(cell.substr(at));
  return c == '$' || c == 0xC2 || c == 0xE2;  // $, £, €, ₹
}

}  // namespace careerfacts
