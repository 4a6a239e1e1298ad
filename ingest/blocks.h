// The structure of a text: title, headings, list items, paragraphs, table cells, each with the headings above
// it.
//
// Reads Markdown in all its habits and also text that shows its structure by layout alone (a short line
// before a long one is a heading; short lines that repeat in a cycle are a table whose cells came one a
// line). Never drops text: what is not recognised is a paragraph. Linear in the size of the text.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/document.h"
#include "ingest/source_map.h"

namespace careerfacts {

struct Structure {
  Rewriter::Result
      text;  // the input without inline marks; block marks (#, -, |) stay, outside the blocks' spans
  std::vector<Block> blocks;
  std::vector<Section> sections;
  std::vector<Table> tables;
  Metadata metadata;
};

// REQUIRES: folded text (ingest/fold.h), lines ended by '\n'.
Structure find_structure(std::string_view text);

}  // namespace careerfacts
