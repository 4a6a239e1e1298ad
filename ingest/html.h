// HTML tags become Markdown: the structure that tags give (headings, items, cells, paragraphs) is said in the
// marks that ingest/blocks.h reads, and everything else of a tag disappears. Articles come as HTML, as
// Markdown and as any mixture, so this is a rewriting of tags where they stand, not a parse of a page;
// unknown tags stay as text.
#pragma once

#include <string_view>

#include "ingest/source_map.h"

namespace careerfacts {

// Cheap test that spares most documents the walk: is there anything that begins like a tag?
bool has_html(std::string_view text);

// Linear; comments, scripts and styles leave nothing behind.
Rewriter::Result html_to_markdown(std::string_view text);

}  // namespace careerfacts
