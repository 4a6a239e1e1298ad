// When a stated figure and an official one are the same: by the precision of what is stated.
#pragma once

#include "extract/mention.h"

namespace careerfacts {

// One figure, not a range; and that figure: 0 where there is none.
bool is_single(const Bounds& bounds);
double stated_value(const Bounds& bounds);

// Percent, after definitions of the Bureau: an integer n fits v when |n − v| ≤ 0.5 (both neighbours of a half
// do), a figure with one decimal when they are equal to 0.05. "about" fits within 1, "over" and "under"
// within 2 on their side; a range when it holds v. `value` may be negative: a decline.
bool fits_percent(const Bounds& claimed, double value, bool is_down);

// Pay: equal at the precision of what is stated, rounded or cut off ("$112,600" and "$112,000" fit 112,590),
// but never coarser than 1 % of it, or 2.5 % where it is hedged.
bool fits_pay(const Bounds& claimed, double value);

}  // namespace careerfacts
