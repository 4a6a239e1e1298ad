// Lines that stand word for word in unrelated documents: what a site prints on all of its pages, and no list
// of chrome knows. Inside the store library only.
//
// A text is such a line when all of this holds:
// - it has at least kRepeatedWords words: what several authors say in a few same words is none;
// - it is a passage of documents of at least kRepeatedOrigins origins (copies of one article are one,
// origins.h), all of
//   them long enough to have a fingerprint, so that they are known to be no copies;
// - in each of them it is one of the first kRepeatedReach passages, or in each one of the last: where sites
// put such
//   lines, while authors who copy a sentence put it anywhere;
// - none of them names a source for it: a sentence with its source is one that many may copy.
#pragma once

#include <cstddef>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "store/citation_table.h"

namespace careerfacts {

inline constexpr std::size_t kRepeatedWords = 12;
inline constexpr std::size_t kRepeatedOrigins = 4;
inline constexpr std::size_t kRepeatedReach = 3;

// A passage whose mark was changed.
struct MarkedPassage {
  RowId id = 0;
  CitationRange citations;  // of its document: some of them stand in it
};

// Sets passage.chrome to 2 for such lines, and back to 0 for what is none any more. Page chrome stays what it
// is. The result depends on the documents only, not on their order. REQUIRES: origins are settled, all is
// flushed.
std::vector<MarkedPassage> settle_repeated_passages(SQLite::Database& database);

}  // namespace careerfacts
