// Mojibake undone: UTF-8 that was once read as another character set and written out again ("â€™" for "’",
// "cafÃ©" for "café"), up to four times over, anywhere in a text that is otherwise good.
//
// Takes valid UTF-8; gives the text with the damage undone, and the exact map. Each character that is
// restored is a replacement of its own in the map, so that a citation stays exact to the character.
//
// How: the text is cut into clusters, runs of characters that the candidate codecs can hold above ASCII. In
// each, the sequences of characters whose bytes in a codec are well-formed UTF-8 are read as that, and the
// reading is weighed against what is there: the cost in bits of both under a small model of ordinary text
// (mojibake_cost.h). The evidence rule: a cluster is repaired when that gains 16 bits, which single accented
// letters and quotation marks inside a word or a sentence do and good text in the languages it was tried on
// does not. Once a codec has proved itself on plain cases in the same text, less is asked of the doubtful
// ones. The result is looked at again for a reading below it. Then C1 control characters, which no text
// means, become what windows-1252 has at their place.
//
// What was put in capitals or small letters after it was misread is read as well, of windows-1252 ("ITÂ€™S",
// "cafã©").
//
// Codecs: windows-1252 with latin-1, 1250, 1251, 1253, 1254, 1257, 874 with TIS-620, MacRoman, cp437, cp850
// and ISO-8859-2, by ICU's converters; surrogate pairs that were encoded one by one (CESU-8) are joined.
//
// Limits. What lost bytes is left as it is, but for the cases that mojibake_lossy.h names, and what a U+FFFD
// already marks as lost, which becomes one U+FFFD. A single doubtful pair in a text without other damage
// stays
// ("Ã¥" for "å" next to good quotation marks). Runs of suspicious characters without any ASCII are looked at
// in parts of 65,536 characters; a sequence on the seam may stay. Linear in the size of the text; the map
// takes 24 bytes for each character that was restored.
//
// No state; safe from many threads.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/document.h"
#include "ingest/source_map.h"

namespace careerfacts {

// When `explain` is not null, appends one Repair for each stretch that was repaired the same way, with step
// "mojibake" and a codec like "utf-8 read as windows-1252, twice". Its `where` is in bytes of `text`.
Rewriter::Result repair_mojibake(std::string_view text, std::vector<Repair>* explain);

}  // namespace careerfacts
