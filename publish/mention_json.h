// A mention as one JSON object a line, and back: the format of `extract --format jsonl` and `load`, described
// by schemas/mention.schema.json.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/mention.h"

namespace careerfacts {

// Appends one line for `mention`, which was found in `document`. The path is written as UTF-8; where its
// bytes are not, they are added as document_base64.
void append_mention_json(std::string& out, const ExtractedDocument& document, const Mention& mention);

// The object alone, without line end, of a mention in the document of this path and hash.
void append_mention_object(std::string& out, std::string_view path, std::string_view sha256,
                           const Mention& mention);

// What one line says.
struct MentionRecord {
  std::string document;         // path
  std::string document_sha256;  // of the raw bytes
  Mention mention;
};

// Reads one line (with or without its line end). Fields that this version does not know are passed over.
// Nothing when the line cannot be used; then `problem` says why, for people: "'min' is not a number".
std::optional<MentionRecord> read_mention_json(std::string_view line, std::string& problem);

}  // namespace careerfacts
