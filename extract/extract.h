// A Document becomes Mentions. A pure function of (document, rulebook), like ingest: any thread, any machine,
// any order, the same result.
#pragma once

#include "extract/mention.h"
#include "extract/rulebook.h"
#include "ingest/document.h"

namespace careerfacts {

// All mentions of the four kinds, in order of span.begin, span.end, kind. Each quote is exactly the bytes of
// its span.
ExtractedDocument extract(const Document& document, const Rulebook& rulebook);

}  // namespace careerfacts
