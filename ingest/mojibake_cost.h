// How surprising a stretch of text is, in bits: the measure by which a repaired text must beat the text that
// is there. Rare characters cost more than common ones, and neighbours that do not go together cost extra (a
// small letter before a capital one inside a word, a currency sign between letters, Cyrillic next to Latin).
//
// The numbers are estimates of −log2 of frequencies in ordinary text of many languages, set by hand and
// checked against the message catalogues of some 180 languages; only differences of 10 bits and more are
// relied upon.
#pragma once

#include <cstddef>
#include <span>

#include "ingest/mojibake_trait.h"

namespace careerfacts::mojibake {

// Cost of text[begin, end): its characters, and what each of them says about the two neighbours on either
// side (which lie outside of the range where it touches the ends of `text`; what is beyond is taken for
// spaces).
long cost_of(std::span<const Trait> text, std::size_t begin, std::size_t end);

}  // namespace careerfacts::mojibake
