// What speaks for or against an amount being pay: the cues of Feature::evidence that decide, and the
// constructions that turn them round.
#pragma once

#include <vector>

#include "extract/figure_context.h"
#include "extract/money.h"
#include "extract/roles.h"
#include "extract/scan.h"

namespace careerfacts {

// Whether a cue says "pay" at once, whoever gets it.
bool says_pay(const CueHit& cue);

// The last and the first cue in `range` that says something by itself: not the name of a business, nor a cost
// that counts only behind "in", "for", "on", nor a word of a title ("loan officer"). Null where there is
// none.
const CueHit* last_evidence(const Scan& scan, TokenRange range,
                            const std::vector<RoleMention>* roles = nullptr);
const CueHit* first_evidence(const Scan& scan, TokenRange range,
                             const std::vector<RoleMention>* roles = nullptr);

// "$650 a week in rent", "$300 a year for van insurance": the amount goes to a cost that is named behind it.
// The cue of the cost, or null.
const CueHit* goes_to_cost(const Scan& scan, TokenRange right);

// Whether a business, not a person, is the subject of the verb `earning`: "the firm earns", "running a shop,
// you gross". `begin` is where the sentence begins.
bool is_earned_by_business(const Scan& scan, const CueHit& earning, std::uint32_t begin,
                           const std::vector<RoleMention>& roles);

// "4.05 lakh", "2 crore": a count as well as money, for nothing names a currency.
bool shows_currency(const Scan& scan, const MoneyExpression& money);

}  // namespace careerfacts
