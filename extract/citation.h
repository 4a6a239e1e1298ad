// From a place in the normalised text to what a reader can check: raw bytes, quote, line and column, context.
#pragma once

#include <string>
#include <string_view>

#include "extract/mention.h"
#include "extract/scan.h"

namespace careerfacts {

// Counts lines and columns of the raw file from left to right. Ask in ascending order: one pass in all.
class LineCounter {
 public:
  explicit LineCounter(const Document& document);
  struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
  };
  Position at(std::size_t raw);  // REQUIRES: raw not before that of the call before

 private:
  bool starts_code_point(std::size_t at) const;

  const Document& document_;
  std::size_t unit_;      // bytes of a code unit: 2 in UTF-16
  std::size_t low_ = 0;   // where in a unit its low byte stands
  bool utf8_ = true;      // columns count code points; in other charsets, bytes
  bool plain_ = true;     // UTF-8 with lines that end in LF alone: counted without looking at each byte
  std::size_t done_ = 0;  // raw bytes counted
  std::size_t line_end_;  // of the line that holds done_, in plain UTF-8
  std::size_t line_ = 1;
  std::size_t column_ = 1;  // of the byte at done_
};

// Fills span, quote, quote_bytes, line and column.
void cite(const Document& document, TextSpan text, LineCounter& lines, Mention& mention);

// Fills Mention::units of mentions in text order.
void add_unit_offsets(const Document& document, std::vector<Mention>& mentions);

// The sentence or cell around `at`, in one line; cut to about 400 bytes with "…" where it is longer.
std::string context_around(const Scan& scan, std::uint32_t block, TokenRange at);

// The headings down to that of the section, outermost first.
std::vector<std::string> section_of(const Document& document, std::uint32_t section);

}  // namespace careerfacts
