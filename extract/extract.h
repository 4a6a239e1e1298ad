// A Document becomes Mentions. A pure function of (document, rulebook), like ingest: any thread, any machine,
// any order, the same result.
#pragma once

#include "extract/mention.h"
#include "extract/rulebook.h"
#include "ingest/document.h"

namespace careerfacts {

struct ExtractOptions {
  bool fingerprint = true;  // make ExtractedDocument::fingerprint, which only a store asks for
};

// All mentions of the four kinds, in order of span.begin, span.end, kind. Each quote is exactly the bytes of
// its span.
ExtractedDocument extract(const Document& document, const Rulebook& rulebook,
                          const ExtractOptions& options = {});

}  // namespace careerfacts
