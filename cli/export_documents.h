// The documents of a store with their text, for the formats that need it: each file is read again.
#pragma once

#include <functional>
#include <vector>

#include "cli/diagnostics.h"
#include "publish/plain_text.h"
#include "store/reader.h"

namespace careerfacts::cli {

struct DocumentChoice {
  bool include_chrome = false;     // with the citations in page chrome
  bool without_citations = false;  // with documents that no citation is left of
  LineEnds line_ends = LineEnds::as_they_are;
};

// Gives each document that is what it was when it was stored, by path, with its citations by place; they all
// hold in the text. Files that are gone, cannot be read, or are not what was stored go to `diagnostics` (as
// do those that are given) and are left out: their offsets would be wrong. `give` returns false when it has
// seen enough. One document is in memory at a time.
void export_documents(
    Reader& reader, const DocumentChoice& choice, Diagnostics& diagnostics,
    const std::function<bool(const StoredDocument&, const std::vector<Citation>&, const PlainText&)>& give);

}  // namespace careerfacts::cli
