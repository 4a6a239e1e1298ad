// Bytes that mojibake lost on its way, where only one byte can have stood there: a no-break space (A0) that
// was made a plain space, a byte that windows-1252 leaves undefined (9D, the end of a closing quotation mark)
// that was dropped or became "?" or U+FFFD. Everything else that is lost stays as it is.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/mojibake_decode.h"

namespace careerfacts::mojibake {

// Whether text [begin, end), a run of suspicious characters, ends like a sequence whose restoration needs no
// other evidence.
bool may_break_off(std::string_view text, std::size_t begin, std::size_t end);

// `pieces` are the characters of `text` up to `at`, where a run of suspicious characters ends. When they
// break off inside a sequence and what is missing is certain, appends (or puts in their place) pieces that
// have it, and returns where in the text to go on; else returns `at` and changes nothing.
std::size_t restore_lost(std::string_view text, std::size_t at, const Evidence& evidence,
                         std::vector<Piece>& pieces);

}  // namespace careerfacts::mojibake
