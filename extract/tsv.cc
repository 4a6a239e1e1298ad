#include "extract/tsv.h"

#include "base/error.h"

namespace careerfacts {

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void read_tsv(const std::string& file, std::string_view text, const std::vector<std::string_view>& columns,
              const std::function<void(const TsvRow&)>& row) {
  TsvRow current;
  bool in_header = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++current.line;
    if (line.empty() || (in_header && line[0] == '#')) continue;
    current.cells.clear();
    for (std::size_t cell = 0; cell <= line.size();) {
      const std::size_t stop = std::min(line.find('\t', cell), line.size());
      current.cells.push_back(line.substr(cell, stop - cell));
      cell = stop + 1;
    }
    const auto place = [&] { return file + ":" + std::to_string(current.line); };
    if (in_header) {
      if (current.cells != columns) {
        std::string wanted;
        for (const std::string_view column : columns)
          wanted += (wanted.empty() ? "" : ", ") + std::string(column);
        throw Error(ErrorKind::rulebook, place(),
                    "the header line must name the columns " + wanted + ", parted by tabs");
      }
      in_header = false;
      continue;
    }
    if (current.cells.size() != columns.size())
      throw Error(ErrorKind::rulebook, place(),
                  "this row has " + std::to_string(current.cells.size()) + " cells, the header has " +
                      std::to_string(columns.size()) + "; part the cells by single tabs");
    row(current);
  }
}

std::size_t index_of_word(const std::string_view* words, std::size_t n, std::string_view word,
                          const std::string& file, int line) {
  for (std::size_t i = 0; i < n; ++i)
    if (words[i] == word) return i;
  std::string known;
  for (std::size_t i = 0; i < n; ++i) known += (i == 0 ? "" : ", ") + std::string(words[i]);
  throw Error(ErrorKind::rulebook, file + ":" + std::to_string(line),
              "\"" + std::string(word) + "\" is none of: " + known);
}

}  // namespace careerfacts
