// The elements of HTML that articles hold, and what becomes of each.
#pragma once

#include <string_view>

namespace careerfacts {

// What becomes of an element in Markdown.
enum class HtmlRole {
  inline_text,  // disappears: b, span, a …
  spaced,       // leaves a space: sup, sub, so that a footnote mark joins no number
  block,        // paragraph break around it
  navigation,   // the same, and its place is noted: nav
  text_block,   // as block, and line ends inside it are spaces: p
  heading,
  item,
  line_break,
  table,
  row,
  cell,
  header_cell,
  hidden,  // with all its content: script, style
};

struct HtmlElement {
  std::string_view name;
  HtmlRole role;
};

// The element of this name, in any case; nullptr for unknown ones.
const HtmlElement* find_element(std::string_view name);

}  // namespace careerfacts
