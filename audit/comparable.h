// What a claim may be compared with other claims by. Precision first: a claim that does not say plainly what
// its figure is of can be compared with none. audit/README.md has the rules. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/claim.h"
#include "audit/figure_range.h"

namespace careerfacts {

// One way in which a claim's figure can be compared.
struct Comparable {
  std::string key;    // claims with the same key have figures of the same thing
  std::string about;  // that thing, for people: "growth of machine learning jobs"
  FigureRange range;
  bool pay = false;          // else percent
  bool sentence = false;     // stands in a sentence, not in a cell or heading: may disagree with others
  std::optional<int> start;  // years of a change
  std::optional<int> end;
  bool field = false;       // of a field of work, whose years may lie a little apart
  std::optional<int> year;  // that the figure was told for: of its source, else of the article
};

// Growth of jobs in a field gives one for each field; most claims give one or none.
std::vector<Comparable> comparables_of(const Claim& claim, const ClaimDocument& document);

// May the figures differ because they are of different years? Where a year is not known, no.
bool years_differ(const Comparable& a, const Comparable& b);

// Figures of one list, table or paragraph are of several things, or of several years: no sides of a dispute.
bool in_one_passage(const Claim& a, const Claim& b, bool pay);

// Do they say different things, by more than rounding and surveys explain? Percentages: more than a point, or
// more than their last digit where they have decimals. Pay: points more than 10 % apart, or 2 % where
// `same_survey`.
bool disagree(const Comparable& a, const Comparable& b, bool same_survey);

}  // namespace careerfacts
