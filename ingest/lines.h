// What each line of a Markdown-like text is by its own marks: the first half of finding the structure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace careerfacts {

enum class LineKind : std::uint8_t {
  blank,
  text,       // none of the below
  heading,    // # Heading, or a line underlined with === or ---
  item,       // - item, 1. item, • item, ✓ item
  row,        // | cell | cell |, or a line of cells parted by tabs
  separator,  // |---|---|: the row above it is a header
  bold,       // **a whole line in bold**
  rule,       // ---, ***, +-----+: carries no text
  fence,      // ``` or ~~~
  code,       // inside a fence of a programming language, or plainly code without one
  matter,     // front matter: key: value lines between --- at the top
};

// What stands somewhere in a line: looked for once, so that later steps need not search most lines at all.
struct Signs {
  bool pipe = false;
  bool tab = false;
  bool spaces = false;  // two in a row
  bool label = false;   // a colon before a space
  bool slash = false;   // behind a space
  bool marked = false;  // what may be an inline mark or a URL
};

// Small, for a text may be all line ends.
struct Line {
  std::uint32_t begin = 0;  // offsets in the text, bytes; end is that of the line end
  std::uint32_t end = 0;
  std::uint32_t content_begin = 0;  // without indent, marks and trailing spaces
  std::uint32_t content_end = 0;
  std::uint32_t indent = 0;  // columns; a tab counts to the next multiple of 4
  LineKind kind = LineKind::text;
  std::uint8_t level = 0;   // headings: 1 to 6
  bool hard_break = false;  // ends in two spaces or a backslash: the next line does not continue it
  bool ordered = false;     // items: has a number
  char cell_mark = 0;       // rows: '|', '\t' or '/'
  Signs signs;              // of the content, marks included
};

// One Line for each line of `text`, whose lines end in '\n'. Linear. REQUIRES: less than 4 GiB.
std::vector<Line> read_lines(std::string_view text);

inline std::string_view content(std::string_view text, const Line& line) {
  return text.substr(line.content_begin, line.content_end - line.content_begin);
}

}  // namespace careerfacts
