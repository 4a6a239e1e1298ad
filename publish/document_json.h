// A document as one JSON object a line, beside the lines of its mentions: what `extract --documents` adds so
// that `load` stores just what `ingest` would have. Described by schemas/document.schema.json.
#pragma once

#include <cstddef>
#include <string>

#include "extract/mention.h"

namespace careerfacts {

// What read the document.
struct Provenance {
  std::string program_version;  // "0.1.0"
  std::string rulebook_hash;
  friend bool operator==(const Provenance&, const Provenance&) = default;
  friend auto operator<=>(const Provenance&, const Provenance&) = default;
};

// Appends the line of `document`. One without sha256 was not read.
void append_document_json(std::string& out, const ExtractedDocument& document, const Provenance& provenance);

// What one such line says.
struct DocumentRecord {
  ExtractedDocument document;  // without its mentions
  Provenance provenance;
  std::size_t mentions = 0;  // how many lines of mentions belong to it
};

}  // namespace careerfacts
