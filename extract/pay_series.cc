#include "extract/pay_series.h"

#include <algorithm>

#include "extract/key_set.h"
#include "extract/pay_evidence.h"

namespace careerfacts {

namespace {

class Continuation {
 public:
  Continuation(const Scan& scan, const SalaryMention& before, const MoneyExpression& money,
               const FigureContext& context, const std::vector<RoleMention>& roles, bool weakly_pay)
      : scan_(scan),
        before_(before),
        money_(money),
        context_(context),
        roles_(roles),
        weakly_pay_(weakly_pay) {}

  bool holds() const { return goes_on() || is_of_another() || is_told_further() || is_labelled_next(); }

 private:
  std::uint32_t block() const { return context_.figure.block; }

  // "In mining it is $3,046; in hospitality, $1,477": the next amount of what the last was about.
  bool goes_on() const {
    constexpr std::uint32_t kShort = 6;  // tokens
    static const KeySet kOpenings{"in", "at",  "for",     "it",    "it's", "that",
                                  "on", "its", "outside", "today", "now"};
    if (context_.left.last - context_.left.first > kShort) return false;
    if (!is_of_one_size()) return false;
    const bool same_sentence = context_.sentence.contains(before_.at.first);
    if (!same_sentence && before_.at.last + 2 * kShort < context_.sentence.first) return false;
    std::uint32_t first = context_.left.first;
    while (first < context_.left.last && !scan_.tokens[first].is_word()) ++first;
    if (first == context_.left.last) return false;
    return kOpenings.contains(scan_.tokens[first]) && (!same_sentence || first > context_.left.first);
  }

  bool is_of_one_size() const { return are_near(size_of(before_), money_.high); }

  // Whether the pay before stands in this sentence or in the one that ends where it begins.
  bool follows_pay() const {
    const TokenRange here = context_.sentence;
    if (before_.at.first >= here.first) return true;
    if (here.first == scan_.blocks[block()].tokens.first) return false;
    return scan_.sentence_at(block(), here.first - 1).contains(before_.at.first);
  }

  // "The average day rate is £390. The same report puts cooks at £421 and waiters at £437."
  bool is_of_another() const {
    if (!follows_pay() || !is_of_one_size()) return false;
    std::uint32_t at = context_.left.last;
    for (const CueHit& cue : scan_.cues(Feature::modifier, context_.left))
      if (cue.at.last == context_.left.last && cue.place == Place::before) at = std::min(at, cue.at.first);
    static const KeySet kAt{"at", "on"};
    if (at <= context_.left.first || !kAt.contains(scan_.tokens[at - 1])) return false;
    const RoleMention* role = first_role_from(roles_, context_.left.first);
    return role != nullptr && role->at.last < at;
  }

  // "£30-£45 an hour, and £60 is not unusual", "$39,500 in my first year, $46,900 now"; "He started at ₹600
  // an hour. He's now at ₹2,500."
  bool is_told_further() const {
    static const KeySet kJoints{"and",    "or",      "but", "though",   "with",
                                "versus", "against", "vs",  "compared", "to"};
    static const KeySet kGoes{"is", "was", "are", "were", "isn't", "would", "now", "today", "currently"};
    static const KeySet kPersons{"he", "she", "i", "they", "we", "his", "her", "my", "their"};
    if (!follows_pay()) return false;
    const TokenRange left = context_.left;
    if (weakly_pay_ && kPersons.contains(scan_.tokens[context_.sentence.first])) {
      const CueHit* verb = last_evidence(scan_, left, &roles_);
      return verb != nullptr && verb->place == Place::before;
    }
    if (!context_.sentence.contains(before_.at.first) || !is_of_one_size()) return false;
    for (std::uint32_t i = left.first; i < left.last; ++i)
      if (scan_.tokens[i].is_word() && !kJoints.contains(scan_.tokens[i])) return false;
    if (left.empty() || context_.right.empty()) return false;
    return kGoes.contains(scan_.tokens[context_.right.first]) || names_place_behind();
  }

  // "New: $34.50/hr; 5 yrs: $41; 20+ yrs: $56"
  bool is_labelled_next() const {
    constexpr std::uint32_t kLongest = 7;  // tokens with the signs around the label
    const TokenRange left = context_.left;
    if (left.last - left.first > kLongest || left.last < left.first + 3 || !is_of_one_size()) return false;
    if (!context_.sentence.contains(before_.at.first) || !scan_.tokens[left.last - 1].is(':')) return false;
    return scan_.tokens[left.first].is(';') || scan_.tokens[left.first].is(',');
  }

  // "$1,200 in the States, £700 in the UK"
  bool names_place_behind() const {
    static const KeySet kPrepositions{"in", "at", "around"};
    static const std::uint64_t kThe = word_key("the");
    std::uint32_t at = context_.right.first;
    if (!kPrepositions.contains(scan_.tokens[at])) return false;
    ++at;
    if (at < context_.right.last && scan_.tokens[at].key == kThe) ++at;
    return at < context_.right.last && scan_.tokens[at].is_word() && scan_.tokens[at].upper_first;
  }

  const Scan& scan_;
  const SalaryMention& before_;
  const MoneyExpression& money_;
  const FigureContext& context_;
  const std::vector<RoleMention>& roles_;
  bool weakly_pay_;
};

}  // namespace

double size_of(const SalaryMention& pay) { return pay.bounds.max.value_or(pay.bounds.min.value_or(0)); }

bool are_near(double a, double b) {
  constexpr double kMost = 3;
  return a <= b * kMost && b <= a * kMost;
}

bool are_of_one_size(const MoneyExpression& a, const MoneyExpression& b) {
  constexpr double kMost = 5;
  const bool comparable =
      a.currency == b.currency || (!has_small_unit(a.currency) && !has_small_unit(b.currency));
  return comparable && a.high <= b.high * kMost && b.high <= a.high * kMost;
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
  const double was = size_of(before) * there;
  const double is = size_of(here) * now;
  return is >= was * kLeast && is <= was * kMost;
}

bool comes_on_top(const Scan& scan, const SalaryMention& before, const FigureContext& context) {
  constexpr std::uint32_t kReach = 2;  // tokens from the break to the word: ", along"
  static const KeySet kAdds{"plus", "with", "along", "alongside"};
  const TokenRange left = context.left;
  if (before.block != context.figure.block || !context.sentence.contains(before.at.first)) return false;
  for (std::uint32_t i = left.first; i < left.last && i < left.first + kReach; ++i)
    if (kAdds.contains(scan.tokens[i])) return true;
  return false;
}

bool stand_together(const Scan& scan, const SalaryMention& before, const FigureContext& context) {
  if (before.block == context.figure.block) return context.sentence.contains(before.at.first);
  const Block& there = scan.document->blocks[before.block];
  const Block& here = scan.document->blocks[context.figure.block];
  return there.kind == BlockKind::cell && here.kind == BlockKind::cell && there.table == here.table &&
         there.row == here.row;
}

bool goes_on_from(const Scan& scan, const SalaryMention& before, const MoneyExpression& money,
                  const FigureContext& context, const std::vector<RoleMention>& roles, bool weakly_pay) {
  return Continuation(scan, before, money, context, roles, weakly_pay).holds();
}

}  // namespace careerfacts
