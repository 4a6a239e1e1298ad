// Overlaps: where two mentions share bytes, which one stays.
//
// The order, highest first: certification, salary, percentage, role. A credential's name may hold a title
// ("Certified Data Scientist") and a title never holds a credential; an amount and a percentage are read by
// their own grammars, and where both claim a number the currency sign is the stronger evidence. Of two of one
// kind the one that begins first stays, then the longer one.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "extract/mention.h"

namespace careerfacts {

// A stretch of text that an extractor wants to cite.
struct Contender {
  TextSpan span;
  Kind kind = Kind::salary;
  std::uint32_t index = 0;  // of what was found, in the extractor's own list
};

// Sorts by span.begin, span.end, kind and drops what loses.
void resolve_overlaps(std::vector<Contender>& claims);

}  // namespace careerfacts
