// Inline marks of Markdown inside one block: emphasis, links, images, code ticks, escapes, bare URLs.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/source_map.h"

namespace careerfacts {

// Copies text[begin, end) to `out` (REQUIRES: out.position() <= begin) without its marks: `**$95,000** -
// **$125,000**` is written as `$95,000 - $125,000`, `[the report](https://…)` as `the report`; a URL that
// stands alone leaves nothing. Linear.
void write_without_marks(Rewriter& out, std::string_view text, std::size_t begin, std::size_t end);

}  // namespace careerfacts
