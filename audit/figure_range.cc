#include "audit/figure_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace careerfacts {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kNothing = 1e-9;  // of arithmetic, relative

FigureRange ends_of(const Bounds& bounds) {
  return {bounds.min.value_or(-kInfinite), bounds.max.value_or(kInfinite), 0,
          bounds.modifier == Modifier::about};
}

// 0.001 … 1: the last decimal that is not zero.
double decimal_step(double value) {
  double step = 1;
  for (int i = 0; i < 3 && std::abs(value / step - std::round(value / step)) > 1e-6; ++i) step /= 10;
  return step;
}

// 1000 for 95,000; but never more than a hundredth of the value: round figures are meant too.
double pay_step(double value) {
  if (!std::isfinite(value) || value == 0) return 0;
  double step = decimal_step(value);
  while (std::abs(std::fmod(value, step * 10)) < kNothing && step * 10 <= std::abs(value) / 100) step *= 10;
  return std::min(step, std::abs(value) / 100);
}

bool near(double a, double b, double tolerance) {
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return std::abs(a - b) <= tolerance + kNothing * std::max(std::abs(a), std::abs(b));
}

}  // namespace

FigureRange FigureRange::of_percent(const Bounds& bounds) {
  FigureRange range = ends_of(bounds);
  range.step = std::min(std::isfinite(range.low) ? decimal_step(range.low) : 1,
                        std::isfinite(range.high) ? decimal_step(range.high) : 1);
  return range;
}

FigureRange FigureRange::of_pay(const Bounds& bounds) {
  FigureRange range = ends_of(bounds);
  range.step = std::max(pay_step(range.low), pay_step(range.high));
  return range;
}

bool same_figure(const FigureRange& a, const FigureRange& b) {
  const double tolerance = std::max(a.step, b.step) * (a.about || b.about ? 1 : 0.5);
  return near(a.low, b.low, tolerance) && near(a.high, b.high, tolerance);
}

double gap(const FigureRange& a, const FigureRange& b) {
  return std::max({0.0, a.low - b.high, b.low - a.high});
}

}  // namespace careerfacts
