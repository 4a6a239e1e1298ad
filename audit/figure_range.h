// The numbers of two figures, compared. Pure; any thread.
#pragma once

#include "extract/mention.h"

namespace careerfacts {

// What a figure allows: a point has low = high, an open end is infinite.
struct FigureRange {
  double low = 0;
  double high = 0;
  double step = 0;     // of its last digit that counts: 1 for "36%", 0.1 for "8.6%", 1000 for "$95,000"
  bool about = false;  // hedged: "about 36%"

  static FigureRange of_percent(const Bounds& bounds);
  static FigureRange of_pay(const Bounds& bounds);
  bool is_point() const { return low == high; }
};

// The same figure, but for rounding: ends apart by at most half a step of the coarser of the two, by a whole
// one where one of them is hedged.
bool same_figure(const FigureRange& a, const FigureRange& b);

// What lies between them; 0 where they overlap.
double gap(const FigureRange& a, const FigureRange& b);

}  // namespace careerfacts
