#include "extract/salary.h"

#include <algorithm>

#include "extract/bound_fields.h"
#include "extract/main_role.h"
#include "extract/pay_decision.h"
#include "extract/pay_level.h"
#include "extract/pay_notes.h"
#include "extract/pay_series.h"
#include "extract/pay_terms.h"
#include "extract/role_binding.h"

namespace careerfacts {
namespace {

// "50 to 60K" in a document whose amounts are, but for few, of the currency of the first; else {}.
std::string_view shared_currency(const std::vector<MoneyExpression>& money, std::string_view dollar) {
  constexpr std::size_t kFew = 10;  // one in so many
  std::string_view shared;
  std::size_t same = 0, others = 0;
  for (const MoneyExpression& one : money) {
    const std::string_view currency = one.bare_dollar ? dollar : one.currency;
    if (currency.empty()) continue;
    if (shared.empty()) shared = currency;
    ++(currency == shared ? same : others);
  }
  return others * kFew <= same ? shared : std::string_view();
}

// "The same report puts cooks at £421", "…, with chefs well ahead at €118": what it is told of, it says of
// both.
bool speaks_of_same(const Scan& scan, const FigureContext& context) {
  if (context.shares_clause) return true;
  const auto cues = scan.cues(Feature::citing, {context.sentence.first, context.figure.at.first});
  return std::any_of(cues.begin(), cues.end(),
                     [](const CueHit& cue) { return static_cast<Citing>(cue.value) == Citing::same; });
}

// "| Cook | $48,000 | $4,800 |" under "Average bonus", not "Sign-on bonus": of the time of the pay beside it.
bool is_column_without_period(const Scan& scan, const FigureContext& context) {
  bool headed = false;
  for (const FigurePlace& place : context.places) {
    if (place.kind != PlaceKind::header) continue;
    if (scan.first_cue(Feature::period, place.at) != nullptr) return false;
    headed = true;
  }
  return headed;
}

}  // namespace

std::vector<SalaryMention> find_salaries(const Scan& scan, const std::vector<MoneyExpression>& money,
                                         const std::vector<std::size_t>& money_figure,
                                         const std::vector<Figure>& figures,
                                         const std::vector<RoleMention>& roles,
                                         const std::vector<CertificationMention>& certifications,
                                         const Attributor& attributor) {
  std::vector<SalaryMention> found;
  std::vector<std::size_t> found_money;  // for each, which of money it is
  // The last of the few before money[i] that is of its size, in its block.
  const auto like_it = [&](std::size_t i, std::uint32_t block) -> std::size_t {
    constexpr std::size_t kFew = 3;
    for (std::size_t f = found.size(); f > 0 && found.size() - f < kFew && found[f - 1].block == block; --f)
      if (are_of_one_size(money[found_money[f - 1]], money[i])) return f - 1;
    return found.size();
  };
  const MainRole main_role(scan, roles);
  const PayNotes notes(scan, figures);
  const std::string_view dollar = money.empty() ? std::string_view("USD") : home_dollar(scan);
  const std::string_view shared = shared_currency(money, dollar);
  FigureContext context;
  for (std::size_t i = 0; i < money.size(); ++i) {
    find_context(scan, figures, money_figure[i], context);
    const std::size_t like = like_it(i, context.figure.block);
    const std::optional<PayVerdict> verdict = decide_pay(scan, money[i], context, roles, certifications,
                                                         like < found.size() ? &found[like] : nullptr);
    if (!verdict) continue;
    SalaryMention mention;
    mention.at = context.figure.at;
    mention.block = context.figure.block;
    mention.bounds = bounds_of(
        scan, context, {money[i].low, money[i].high, money[i].is_range, money[i].plus, money[i].top_over});
    PayBeside beside;
    std::size_t from = found.size();  // the one whose period goes on
    if (verdict->rule == "salary.goes-on")
      from = like;
    else if (!found.empty() && stand_together(scan, found.back(), context))
      from = found.size() - 1;
    if (from < found.size() && found[from].period != Period::year)
      beside = {found[from].period, money[found_money[from]].currency, money[found_money[from]].high};
    if (i + 1 < money.size() && context.sentence.contains(money[i + 1].first))
      beside.next = period_shared_with(scan, money[i], money[i + 1]);
    const PayTerms of = pay_terms(scan, money[i], context, beside, dollar);
    mention.currency = money[i].bare_dollar ? dollar : of.currency;
    if (mention.currency.empty()) mention.currency = shared;
    mention.period = of.period;
    if (of.period == Period::none && of.pay == Pay::bonus && from < found.size() &&
        found[from].period == Period::year && is_column_without_period(scan, context))
      mention.period = Period::year;
    // "I started at $19 an hour. Five years later I make $41."
    if (of.period == Period::none && of.pay == Pay::none && !found.empty() &&
        found.back().block == mention.block && found.back().period != Period::year &&
        found.back().currency == mention.currency && are_near(size_of(found.back()), size_of(mention)))
      mention.period = found.back().period;
    mention.statistic = of.statistic;
    if (of.statistic == Statistic::none && verdict->rule == "salary.goes-on" && like < found.size() &&
        speaks_of_same(scan, context))
      mention.statistic = found[like].statistic;
    mention.pay = of.pay != Pay::none ? of.pay : notes.above(mention.block);
    mention.level = of.level;
    if (of.level == Level::none && !found.empty() && is_elsewhere(scan, found.back(), context))
      mention.level = found.back().level;
    if (mention.level == Level::none && !found.empty() && is_told_again(found.back(), mention, context))
      mention.level = found.back().level;
    // Not an entry level, which "starts at" tells of the amount before alone.
    if (mention.level == Level::none && mention.pay == Pay::bonus && !found.empty() &&
        found.back().level != Level::entry && comes_on_top(scan, found.back(), context))
      mention.level = found.back().level;
    mention.role = role_of(context, scan, roles);
    if (mention.level == Level::none && mention.role != nullptr && mention.pay != Pay::bonus &&
        is_new_to_job(scan, *mention.role, context.sentence))
      mention.level = Level::entry;
    if (verdict->rule == "salary.heading" && mention.role != nullptr && mention.role->block != mention.block)
      mention.level = level_in(scan, scan.blocks[mention.role->block].tokens, false);
    if (mention.role == nullptr && !speaks_of_someone(scan, context))
      mention.role = main_role.of(context.figure);
    mention.source = attributor.source_of(context.figure.block, context.figure.at);
    mention.rule = verdict->rule;
    found.push_back(std::move(mention));
    found_money.push_back(i);
  }
  return found;
}

}  // namespace careerfacts
