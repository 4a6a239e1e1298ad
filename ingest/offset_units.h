// Places in a file in the units that other programs count in: code points (Python) and UTF-16 units
// (JavaScript, Java). Counted in the decoded text; a byte order mark is not counted, a bad byte is one
// U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/source_map.h"

namespace careerfacts {

struct UnitOffset {
  std::size_t code_points = 0;
  std::size_t utf16 = 0;
  bool operator==(const UnitOffset&) const = default;
};

// Ask in ascending order: one pass in all.
class UnitCounter {
 public:
  // Decodes the bytes once more, unless they are plain UTF-8; `raw` must outlive the counter.
  explicit UnitCounter(std::string_view raw);
  UnitOffset at(std::size_t raw);  // REQUIRES: raw not before that of the call before

 private:
  std::string decoded_;  // empty where the bytes are UTF-8
  SourceMap map_;        // of decoded_
  bool mapped_ = false;
  std::string_view text_;
  std::size_t done_ = 0;  // bytes of text_ counted
  UnitOffset offset_;
};

}  // namespace careerfacts
