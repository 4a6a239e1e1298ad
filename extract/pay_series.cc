#include "extract/pay_series.h"

#include <algorithm>
#include <array>

namespace careerfacts {

bool are_of_one_size(const MoneyExpression& a, const MoneyExpression& b) {
  constexpr double kMost = 3;
  return a.currency == b.currency && a.high <= b.high * kMost && b.high <= a.high * kMost;
}

bool is_elsewhere(const Scan& scan, const SalaryMention& before, const FigureContext& context) {
  static const std::array kJoints{word_key("and"), word_key("or")};
  static const std::array kPlaces{word_key("in"),      word_key("at"),   word_key("elsewhere"),
                                  word_key("outside"), word_key("with"), word_key("across")};
  if (before.block != context.figure.block || !context.sentence.contains(before.at.first)) return false;
  const auto is_one_of = [&](std::uint32_t token, const auto& words) {
    return std::find(words.begin(), words.end(), scan.tokens[token].key) != words.end();
  };
  const TokenRange left = context.left, right = context.right;
  if (left.last != left.first + 1 || !is_one_of(left.first, kJoints)) return false;
  return !right.empty() && is_one_of(right.first, kPlaces);
}

bool stand_together(const Scan& scan, const SalaryMention& before, const FigureContext& context) {
  if (before.block == context.figure.block) return context.sentence.contains(before.at.first);
  const Block& there = scan.document->blocks[before.block];
  const Block& here = scan.document->blocks[context.figure.block];
  return there.kind == BlockKind::cell && here.kind == BlockKind::cell && there.table == here.table &&
         there.row == here.row;
}

}  // namespace careerfacts
