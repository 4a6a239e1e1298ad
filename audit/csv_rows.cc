#include "audit/csv_rows.h"

#include <algorithm>

#include "base/error.h"

namespace careerfacts {
namespace {

[[noreturn]] void refuse(const std::string& file, const CsvPlace& place, const std::string& why) {
  throw Error(ErrorKind::io, file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column),
              why);
}

}  // namespace

void read_csv(const std::string& file, std::string_view text,
              const std::function<void(const std::vector<CsvCell>&)>& row) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<CsvCell> cells;
  std::size_t width = 0;
  std::size_t line = 1, line_start = 0;
  std::size_t at = 0;
  const auto place = [&](std::size_t byte) { return CsvPlace{line, byte - line_start + 1}; };
  while (at < text.size()) {
    cells.clear();
    bool more = true;
    while (more) {
      CsvCell cell;
      cell.place = place(at);
      if (at < text.size() && text[at] == '"') {
        const std::size_t open = ++at;
        while (at < text.size() && text[at] != '"') {
          if (text[at] == '\n') {
            ++line;
            line_start = at + 1;
          }
          ++at;
        }
        if (at == text.size()) refuse(file, cell.place, "the quotation mark is never closed");
        cell.text = text.substr(open, at - open);
        ++at;
        if (at < text.size() && text[at] != ',' && text[at] != '\r' && text[at] != '\n')
          refuse(file, place(at), "a comma or the end of the line must follow the quotation mark");
      } else {
        const std::size_t stop = std::min(text.find_first_of(",\r\n", at), text.size());
        cell.text = text.substr(at, stop - at);
        at = stop;
      }
      cells.push_back(cell);
      more = at < text.size() && text[at] == ',';
      if (more) ++at;
    }
    const bool is_empty = cells.size() == 1 && cells.front().text.empty();
    if (width == 0 && !is_empty) width = cells.size();
    if (!is_empty && cells.size() != width)
      refuse(
          file, cells.front().place,
          "this row has " + std::to_string(cells.size()) + " cells, the first has " + std::to_string(width));
    if (!is_empty) row(cells);
    if (at < text.size() && text[at] == '\r') ++at;
    if (at < text.size() && text[at] == '\n') ++at;
    ++line;
    line_start = at;
  }
}

}  // namespace careerfacts
