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

bool stand_together(const Scan& scan, const SalaryMention& before, const FigureContext& context) {
  if (before.block == context.figure.block) return context.sentence.contains(before.at.first);
  const Block& there = scan.document->blocks[before.block];
  const Block& here = scan.document->blocks[context.figure.block];
  return there.kind == BlockKind::cell && here.kind == BlockKind::cell && there.table == here.table &&
         there.row == here.row;
}

}  // namespace careerfacts
