// Where a claim stands, as editors count: lines, and columns in UTF-16 units. Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/mention.h"

namespace careerfacts {

// From 1; the end column is behind the last unit.
struct Utf16Region {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t end_line = 1;
  std::size_t end_column = 1;
};

// `file`: the bytes that the mention cites, or empty where they cannot be had. Where they are not UTF-8, or
// not what was cited, columns are those that were stored, in code points: the same in all character sets but
// the few that go beyond 65,536 characters.
Utf16Region utf16_region(const Mention& mention, std::string_view file);

}  // namespace careerfacts
