// Rows of reference tables in words.
#pragma once

#include <string>

#include "audit/finding.h"
#include "audit/reference.h"

namespace careerfacts {

RowEvidence evidence_of(const ReferenceRow& row);

// "the U.S. Bureau of Labor Statistics"
std::string publisher_of(const ReferenceRow& row);

// "Data scientists (15-2051), 2021-31: 35.8%"; "Data Scientists (15-2051), May 2024, median wage a year:
// $112,590"
std::string words_of(const ReferenceRow& row);

// "35.8%", "$112,590", "$239,200 or more"
std::string value_words(const ReferenceRow& row);

// The bounds of a claim: "36", "over 80,000", "72,600 to 170,000".
std::string figure_words(const struct Bounds& bounds);

}  // namespace careerfacts
