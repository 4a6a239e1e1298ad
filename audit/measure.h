// What a change in percent is a change of. Pure; any thread.
#pragma once

#include "audit/sentence_words.h"

namespace careerfacts {

enum class Measure { none, employment, postings, pay, study, market, demand };

// By the words near the figure: those behind it first, then those before; where nothing else is said in the
// sentence, a job grows by its employment (`has_role`). Words: audit/tables/measures.tsv.
Measure measure_of(const SentenceWords& sentence, bool has_role);

// A change over ten years: "over the next decade", "in 10 years".
bool tells_decade(const SentenceWords& sentence);

}  // namespace careerfacts
