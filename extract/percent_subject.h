// What a percentage is about, as the text says it: "data science jobs" in "60% of data science jobs require
// …", "Employment of electricians" in "Employment of electricians is projected to grow 9%".
#pragma once

#include <cstdint>

#include "extract/scan.h"

namespace careerfacts {

// The noun phrase that begins at `first`, before `last`: up to what its people or things do ("find",
// "would").
TokenRange noun_phrase_behind(const Scan& scan, std::uint32_t first, std::uint32_t last);

// The noun phrase that ends before `last`, not before `first`, behind it the words of a verb: "is projected
// to", "are expected to". Empty where only a pronoun or an article is left.
TokenRange noun_phrase_before(const Scan& scan, std::uint32_t first, std::uint32_t last);

}  // namespace careerfacts
