// The rows of a gazetteer: tab-separated, one header line, '#' comments before it, no quoting.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace careerfacts {

struct TsvRow {
  int line = 0;                         // 1-based
  std::vector<std::string_view> cells;  // views into the text; as many as the header has
};

// Calls `row` for each row. Throws Error(rulebook) with file:line when the header is not `columns` or a row
// has another number of cells.
void read_tsv(const std::string& file, std::string_view text, const std::vector<std::string_view>& columns,
              const std::function<void(const TsvRow&)>& row);

std::vector<std::string_view> split(std::string_view text, char by);  // no empty parts

// The index of `word` in `words`. Throws Error(rulebook) with file:line when it is none of them.
std::size_t index_of_word(const std::string_view* words, std::size_t n, std::string_view word,
                          const std::string& file, int line);

template <class Enum, std::size_t n>
Enum one_of(const std::array<std::string_view, n>& words, std::string_view word, const std::string& file,
            int line) {
  return static_cast<Enum>(index_of_word(words.data(), n, word, file, line));
}

}  // namespace careerfacts
