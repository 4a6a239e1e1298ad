// Characters that mean the same are made the same, for matching: quotes, dashes, spaces, bullets, check
// marks, ellipsis, full-width forms, ligatures, line ends. Unicode NFC comes first, so that a letter is one
// character. What each character becomes is the table in fold.cc.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/document.h"
#include "ingest/source_map.h"

namespace careerfacts {

// `text` is valid UTF-8, as below.
bool is_nfc(std::string_view text);

// Gives NFC; an identity map when it was NFC already.
Rewriter::Result to_nfc(std::string_view text);

// Gives text with lines ended by '\n' only. REQUIRES: NFC.
Rewriter::Result fold(std::string_view text);

// HTML character references (&amp; &#8217; &#x2019; &nbsp;) become what they name; unknown ones stay.
bool has_entities(std::string_view text);  // of those that are known
Rewriter::Result decode_entities(std::string_view text);

}  // namespace careerfacts
