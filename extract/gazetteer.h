// A gazetteer file while it is read.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/tsv.h"

namespace careerfacts {

// A file of a gazetteer, and the rows that own files have put in place of its rows. Lives while it is read.
struct Gazetteer {
  const std::string& file;
  std::string_view text;
  bool is_own = false;                        // "titles.mine.tsv"
  std::unordered_set<std::string_view>& own;  // first cells

  // Calls `row` for each row that no own one stands for. Throws as read_tsv().
  void read(const std::vector<std::string_view>& columns,
            const std::function<void(const TsvRow&)>& row) const {
    read_tsv(file, text, columns, [&](const TsvRow& read) {
      if (is_own)
        own.insert(read.cells[0]);
      else if (!own.empty() && own.contains(read.cells[0]))
        return;
      row(read);
    });
  }
};

}  // namespace careerfacts
