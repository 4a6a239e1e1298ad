#include "audit/tolerance.h"

#include <algorithm>
#include <cmath>

namespace careerfacts {
namespace {

constexpr double kRounding = 1e-6;  // of binary fractions

bool has_decimals(double value) { return std::fabs(value - std::round(value)) > kRounding; }

// The worth of the last digit that is not 0: 112,600 → 100.
double step_of(double value) {
  if (has_decimals(value)) return 0.01;
  double step = 1;
  while (step < value && std::fmod(value, step * 10) < kRounding) step *= 10;
  return step;
}

}  // namespace

bool is_single(const Bounds& bounds) { return !(bounds.min && bounds.max) || *bounds.min == *bounds.max; }

double stated_value(const Bounds& bounds) { return bounds.min.value_or(bounds.max.value_or(0)); }

bool fits_percent(const Bounds& claimed, double value, bool is_down) {
  if (is_down) value = -value;
  if (!is_single(claimed)) return *claimed.min - 0.5 <= value && value <= *claimed.max + 0.5;
  const double stated = stated_value(claimed);
  const double exact = (has_decimals(stated) ? 0.05 : 0.5) + kRounding;
  switch (claimed.modifier) {
    case Modifier::none:
      return std::fabs(stated - value) <= exact;
    case Modifier::about:
      return std::fabs(stated - value) <= std::max(1.0, exact) + kRounding;
    case Modifier::over:
      return stated - exact <= value && value <= stated + 2;
    case Modifier::under:
    case Modifier::up_to:
      return stated - 2 <= value && value <= stated + exact;
  }
  return false;
}

bool fits_pay(const Bounds& claimed, double value) {
  const double stated = stated_value(claimed);
  if (stated <= 0) return false;
  const bool hedged = claimed.modifier != Modifier::none;
  const double most = stated * (hedged ? 0.025 : 0.01);
  const double near = std::min(step_of(stated), most) + kRounding;
  if (claimed.modifier == Modifier::over) return stated - near <= value && value <= stated + most;
  if (claimed.modifier == Modifier::under || claimed.modifier == Modifier::up_to)
    return stated - most <= value && value <= stated + near;
  return std::fabs(stated - value) <= (hedged ? std::max(near, most) : near);
}

}  // namespace careerfacts
