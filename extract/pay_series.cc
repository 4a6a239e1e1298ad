#include "extract/pay_series.h"

#include "extract/key_set.h"

namespace careerfacts {

bool are_of_one_size(const MoneyExpression& a, const MoneyExpression& b) {
  constexpr double kMost = 5;
  return a.currency == b.currency && a.high <= b.high * kMost && b.high <= a.high * kMost;
}

bool is_elsewhere(const Scan& scan, const SalaryMention& before, const FigureContext& context) {
  static const KeySet kJoints{"and", "or"};
  static const KeySet kPlaces{"in", "at", "elsewhere", "outside", "with", "across"};
  if (before.block != context.figure.block || !context.sentence.contains(before.at.first)) return false;
  const TokenRange left = context.left, right = context.right;
  if (left.last != left.first + 1 || !kJoints.contains(scan.tokens[left.first])) return false;
  return !right.empty() && kPlaces.contains(scan.tokens[right.first]);
}

bool is_told_again(const SalaryMention& before, const SalaryMention& here, const FigureContext& context) {
  // What stays of it in hand, and what rounding adds.
  constexpr double kLeast = 0.6, kMost = 1.1;
  const auto a_year = [](Period period) {
    switch (period) {
      case Period::year:
        return 1.0;
      case Period::month:
        return 12.0;
      case Period::week:
        return 52.0;
      case Period::hour:
        return 2080.0;
      default:
        return 0.0;
    }
  };
  const double there = a_year(before.period), now = a_year(here.period);
  if (there == 0 || now == 0 || there == now || before.currency != here.currency) return false;
  if (before.block != here.block || !context.sentence.contains(before.at.first)) return false;
  const double was = before.bounds.max.value_or(before.bounds.min.value_or(0)) * there;
  const double is = here.bounds.max.value_or(here.bounds.min.value_or(0)) * now;
  return is >= was * kLeast && is <= was * kMost;
}

bool stand_together(const Scan& scan, const SalaryMention& before, const FigureContext& context) {
  if (before.block == context.figure.block) return context.sentence.contains(before.at.first);
  const Block& there = scan.document->blocks[before.block];
  const Block& here = scan.document->blocks[context.figure.block];
  return there.kind == BlockKind::cell && here.kind == BlockKind::cell && there.table == here.table &&
         there.row == here.row;
}

}  // namespace careerfacts
