// What grows or shrinks by a percentage, in the words beside the figure, so that claims about the same can be
// compared with each other. Not claim_reading.h's Measure, which tells what official series a claim is held
// against. Pure; any thread.
#pragma once

#include "audit/sentence_words.h"

namespace careerfacts {

enum class ChangeSubject { none, employment, postings, pay, study, market, demand };

// By the words near the figure: those behind it first, then those before; where nothing else is said in the
// sentence, a job grows by its employment (`has_role`). Words: audit/vocabulary/change_subjects.tsv.
ChangeSubject change_subject_of(const SentenceWords& sentence, bool has_role);

// A change over ten years: "over the next decade", "in 10 years".
bool tells_decade(const SentenceWords& sentence);

}  // namespace careerfacts
