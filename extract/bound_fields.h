// Fields that salaries and percentages share: bounds with their hedges, and the level of a group of people.
#pragma once

#include "extract/figure_context.h"
#include "extract/mention.h"

namespace careerfacts {

struct PlainBounds {
  double low = 0;
  double high = 0;
  bool is_range = false;
  bool plus = false;      // "$250K+"
  bool top_over = false;  // "to over $200,000"
};

// "over $80,000" has no upper end, "up to $120,000" no lower one; a range keeps both numbers.
Bounds bounds_of(const Scan& scan, const FigureContext& context, const PlainBounds& plain);

// The level that words ("entry-level", "senior") or years of experience ("3-5 years") in `range` tell.
Level level_in(const Scan& scan, TokenRange range, bool nearest_last);

// The level of years that stand alone: "0-1", "10+"; none where other words do.
Level level_of_years(const Scan& scan, TokenRange range);

}  // namespace careerfacts
