// Citations as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one JSON-LD object a line:
// described by schemas/web_annotation.schema.json.
//
// The annotation is the citation; its body is the fact (one IRI wherever it is cited), its target the place
// in the document, told three times: by quote, by code points, by bytes. Terms that the model does not have
// stand in the namespace of the prefix "cf".
#pragma once

#include <string>
#include <string_view>

#include "publish/plain_text.h"
#include "store/citation.h"

namespace careerfacts {

// What the IRI of a document begins with where nobody says otherwise; its path follows.
inline constexpr std::string_view kDocumentBase = "https://careerfacts.example/document/";

// Appends one line. The citation is one of the document and must hold in `text`, whose line ends are as they
// are. `base` is what the document's IRI begins with; its path, percent-encoded, follows.
void append_web_annotation(std::string& out, const StoredDocument& document, const Citation& citation,
                           const PlainText& text, std::string_view base = kDocumentBase);

}  // namespace careerfacts
