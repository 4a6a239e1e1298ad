// What a share is told of, in words that do not depend on how it is put.
#pragma once

#include <string>

#include "audit/sentence_words.h"

namespace careerfacts {

// The words behind the figure that say something, folded by audit/vocabulary/share_words.tsv, sorted, each
// once: "60% of employers require a master's degree or higher" and "60% of companies mandate at least a
// master's" give "employer master require". Empty where they are too few to tell one statement from another,
// or where words before the figure narrow it ("among nurses"). Pure; any thread.
std::string share_statement(const SentenceWords& sentence);

}  // namespace careerfacts
