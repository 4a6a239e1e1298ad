// Mentions as comma-separated values: one table for all kinds, cells empty where a kind has no such field.
#pragma once

#include <string>
#include <string_view>

#include "extract/mention.h"

namespace careerfacts {

// The heading line.
void append_mention_csv_header(std::string& out);
// One row for a mention in the document of this path and hash. A section path is joined by " > ";
// quote_base64 is filled only where the quote is not the bytes themselves.
void append_mention_csv(std::string& out, std::string_view path, std::string_view sha256,
                        const Mention& mention);
void append_mention_csv(std::string& out, const ExtractedDocument& document, const Mention& mention);

}  // namespace careerfacts
