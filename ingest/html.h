// HTML tags become Markdown: the structure that tags give (headings, items, cells, paragraphs) is said in the
// marks that ingest/blocks.h reads, and everything else of a tag disappears. Articles come as HTML, as
// Markdown and as any mixture, so this is a rewriting of tags where they stand, not a parse of a page;
// unknown tags stay as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "ingest/source_map.h"

namespace careerfacts {

// Cheap test that spares most documents the walk: is there anything that begins like a tag?
bool has_html(std::string_view text);

struct Markdown : Rewriter::Result {
  std::vector<TextSpan> navigation;  // <nav> elements, in bytes of the input, in order
  struct Unclosed {
    std::string mark;  // "<!--", "<script>"
    TextSpan where;    // of the mark, in bytes of the input
  };
  std::vector<Unclosed> unclosed;  // what should have hidden the text after it; the first of each sort
};

// Linear; comments, scripts and styles leave nothing behind, but where they are never closed: then only
// their mark goes, and the text after it stays.
Markdown html_to_markdown(std::string_view text);

}  // namespace careerfacts
