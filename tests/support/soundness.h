// What must hold of the result for any bytes whatever: the oracle of the property tests and of the fuzzers.
#pragma once

#include <string>

#include "extract/mention.h"
#include "ingest/document.h"

namespace careerfacts::test {

// What is wrong with a Document; empty when nothing is.
std::string fault_of(const Document& document);

// What is wrong with the mentions of a file that has the bytes `raw`: each quote must be exactly the bytes of
// its span, two of a kind never overlap, all are in order. Empty when nothing is wrong.
std::string fault_of(const ExtractedDocument& found, const std::string& raw);

}  // namespace careerfacts::test
