// Bytes become a Document: decode, repair, normalise, find the structure, the metadata and the page chrome.
//
// A pure function of its arguments: no clock, locale, environment or printing; any thread; the same bytes
// always give the same Document. Linear in the size of `raw`.
#pragma once

#include <string>

#include "ingest/document.h"

namespace careerfacts {

struct IngestOptions {
  bool explain = false;  // fill Document::repairs
};

// Never fails: what is wrong with the bytes is told in Document::diagnostics; a binary or empty file gives no
// text.
Document ingest(std::string path, std::string raw, const IngestOptions& options = {});

}  // namespace careerfacts
