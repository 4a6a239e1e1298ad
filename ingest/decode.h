// Raw bytes become UTF-8, with the map back.
//
// UTF-8 (with or without byte order mark) and UTF-16 are recognised by what they are; valid UTF-8 is never
// sent to a detector. A file that is UTF-8 but for some bytes keeps its good text, and each bad byte becomes
// U+FFFD. For other bytes the set is guessed on a prefix (charset_guess.h); how sure that is, is said in a
// diagnostic when it is not. Linear in the size of the input.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "ingest/source_map.h"

namespace careerfacts {

struct Decoded {
  std::string text;      // valid UTF-8; empty when the file cannot be read as text
  SourceMap map;         // raw bytes ↔ text
  std::string encoding;  // lower case: "utf-8", "utf-16le", "windows-1252"; "binary" where there is no text
  std::vector<Diagnostic> diagnostics;
};

Decoded decode(std::string_view raw);

}  // namespace careerfacts
