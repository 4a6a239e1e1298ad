#include "extract/salary.h"

#include <algorithm>
#include <optional>

#include "extract/bound_fields.h"

namespace careerfacts {
namespace {

constexpr double kMostPay =
    50e6;  // in USD-like units a year: above it an amount is a market, a fund or a firm

// What speaks for or against an amount being pay.
struct Verdict {
  bool is_pay = false;
  std::string_view rule;
};

class SalaryFinder {
 public:
  SalaryFinder(const Scan& scan, const MoneyExpression& money, const FigureContext& context,
               const std::vector<RoleMention>& roles)
      : scan_(scan), money_(money), context_(context), roles_(roles), block_(context.figure.block) {}

  std::optional<Verdict> decide() {
    if (money_.high >= kMostPay && money_.currency != "INR" && money_.currency != "JPY" &&
        money_.currency != "IDR" && money_.currency != "VND" && money_.currency != "KRW")
      return std::nullopt;
    // A noun right behind the amount names it: "$500 exam fee", "$5,000 signing bonus".
    const TokenRange next = near_right(4);
    if (const CueHit* cue = scan_.first_cue(block_, Feature::evidence, next)) {
      if (evidence(*cue) == Evidence::other && cue->at.first <= next.first + 2) return std::nullopt;
      if (evidence(*cue) == Evidence::pay) return Verdict{true, rule(*cue)};
    }
    if (money_.per_annum) return Verdict{true, "salary.per-annum"};
    std::optional<Verdict> weak;
    // The clause before it, the nearest word first.
    if (const std::optional<Verdict> verdict = judge(last_evidence(context_.left), weak))
      return keep(*verdict);
    if (const std::optional<Verdict> verdict = judge(first_evidence(context_.right), weak))
      return keep(*verdict);
    if (context_.left.first > context_.sentence.first)
      if (const std::optional<Verdict> verdict =
              judge(last_evidence({context_.sentence.first, context_.left.first}), weak))
        return keep(*verdict);
    const CueHit* unit = scan_.first_cue(block_, Feature::period, near_right(5));
    if (unit != nullptr && (!weak || weak->is_pay)) return Verdict{true, rule(*unit)};
    for (const FigurePlace& place : context_.places) {
      const CueHit* cue = place.kind == PlaceKind::heading || place.kind == PlaceKind::sentence_before ||
                                  place.kind == PlaceKind::block_before || place.kind == PlaceKind::lead
                              ? scan_.last_cue(place.block, Feature::evidence, place.at)
                              : scan_.first_cue(place.block, Feature::evidence, place.at);
      if (cue == nullptr) continue;
      if (const std::optional<Verdict> verdict = judge(cue, weak)) return keep(*verdict);
    }
    if (weak) return keep(*weak);
    return std::nullopt;
  }

 private:
  static std::optional<Verdict> keep(const Verdict& verdict) {
    return verdict.is_pay ? std::optional<Verdict>(verdict) : std::nullopt;
  }
  Evidence evidence(const CueHit& cue) const { return static_cast<Evidence>(cue.value); }
  std::string_view rule(const CueHit& cue) const { return scan_.rules->rules[cue.rule].id; }
  const CueHit* last_evidence(TokenRange range) const {
    return scan_.last_cue(block_, Feature::evidence, range);
  }
  const CueHit* first_evidence(TokenRange range) const {
    return scan_.first_cue(block_, Feature::evidence, range);
  }
  TokenRange near_right(std::uint32_t n) const {
    return {context_.right.first, std::min(context_.right.first + n, context_.right.last)};
  }

  // Strong evidence decides; weak evidence is kept until nothing else speaks.
  std::optional<Verdict> judge(const CueHit* cue, std::optional<Verdict>& weak) const {
    if (cue == nullptr) return std::nullopt;
    const Evidence value = evidence(*cue);
    if (value == Evidence::pay || value == Evidence::other)
      return Verdict{value == Evidence::pay, rule(*cue)};
    if (!weak) weak = Verdict{value == Evidence::weak_pay, rule(*cue)};
    return std::nullopt;
  }

  const Scan& scan_;
  const MoneyExpression& money_;
  const FigureContext& context_;
  const std::vector<RoleMention>& roles_;
  std::uint32_t block_;
};

// Amounts of some size are by the year where nothing says otherwise; the limits are far from hourly and
// monthly pay.
Period period_by_size(const MoneyExpression& money) {
  const double high = money.high;
  if (money.currency == "INR") return high >= 100000 ? Period::year : Period::none;
  if (money.currency == "JPY" || money.currency == "KRW" || money.currency == "IDR" ||
      money.currency == "VND")
    return Period::none;
  return high >= 10000 ? Period::year : Period::none;
}

class FieldReader {
 public:
  FieldReader(const Scan& scan, const MoneyExpression& money, const FigureContext& context)
      : scan_(scan), money_(money), context_(context), block_(context.figure.block) {}

  Period period() const {
    if (money_.unit != Period::none) return money_.unit;
    if (money_.per_annum) return Period::year;
    const TokenRange close{context_.right.first, std::min(context_.right.first + 6, context_.right.last)};
    const CueHit* after = first(Feature::period, close, Place::after);
    if (after != nullptr) return value<Period>(*after);
    const CueHit* before = last(Feature::period, context_.left, Place::before);
    if (before != nullptr) return value<Period>(*before);
    if (const CueHit* far = first(Feature::period, context_.right, Place::after)) return value<Period>(*far);
    for (const FigurePlace& place : context_.places)
      if (place.kind != PlaceKind::block_before && place.kind != PlaceKind::sentence_before)
        if (const CueHit* cue = scan_.first_cue(place.block, Feature::period, place.at)) {
          const Period found = value<Period>(*cue);
          if (plausible(found)) return found;
        }
    return period_by_size(money_);
  }

  Statistic statistic() const {
    return read<Statistic>(
        Feature::statistic,
        {PlaceKind::header, PlaceKind::row_label, PlaceKind::label, PlaceKind::lead, PlaceKind::heading},
        Statistic::none);
  }
  Pay pay() const {
    return read<Pay>(Feature::pay,
                     {PlaceKind::header, PlaceKind::row_label, PlaceKind::label, PlaceKind::lead}, Pay::none);
  }
  Level level() const {
    if (const Level near = level_in(scan_, block_, context_.left, true); near != Level::none) return near;
    if (const Level near = level_in(scan_, block_, context_.right, false); near != Level::none) return near;
    for (const FigurePlace& place : context_.places) {
      if (place.kind == PlaceKind::sentence_before || place.kind == PlaceKind::block_before ||
          place.kind == PlaceKind::row)
        continue;
      if (place.kind == PlaceKind::lead && scan_.document->blocks[block_].kind == BlockKind::cell) continue;
      if (place.kind == PlaceKind::heading && scan_.document->blocks[block_].kind == BlockKind::paragraph)
        continue;
      if (const Level found = level_in(scan_, place.block, place.at, false); found != Level::none)
        return found;
    }
    return Level::none;
  }

 private:
  template <class Enum>
  static Enum value(const CueHit& cue) {
    return static_cast<Enum>(cue.value);
  }
  // A cue that may stand on this side of the figure.
  const CueHit* first(Feature feature, TokenRange range, Place side) const {
    for (std::uint32_t i = scan_.cue_from(block_, range.first); i < scan_.blocks[block_].last_cue; ++i) {
      const CueHit& cue = scan_.cues[i];
      if (cue.at.first >= range.last) break;
      if (cue.feature == feature && cue.at.last <= range.last &&
          (cue.place == Place::any || cue.place == side))
        return &cue;
    }
    return nullptr;
  }
  const CueHit* last(Feature feature, TokenRange range, Place side) const {
    const CueHit* best = nullptr;
    for (std::uint32_t i = scan_.cue_from(block_, range.first); i < scan_.blocks[block_].last_cue; ++i) {
      const CueHit& cue = scan_.cues[i];
      if (cue.at.first >= range.last) break;
      if (cue.feature == feature && cue.at.last <= range.last &&
          (cue.place == Place::any || cue.place == side))
        best = &cue;
    }
    return best;
  }
  bool plausible(Period period) const {
    if (period == Period::hour) return money_.high < 2000;
    return true;
  }

  template <class Enum>
  Enum read(Feature feature, std::initializer_list<PlaceKind> kinds, Enum none) const {
    if (const CueHit* cue = last(feature, context_.left, Place::before)) return value<Enum>(*cue);
    if (const CueHit* cue = first(feature, context_.right, Place::after)) return value<Enum>(*cue);
    const bool own_sentence_begins = context_.left.first > context_.sentence.first;
    const bool prose = scan_.document->blocks[block_].kind == BlockKind::paragraph;
    if (own_sentence_begins && context_.left.last - context_.left.first < 8)
      if (const CueHit* cue = last(feature, {context_.sentence.first, context_.left.first}, Place::before))
        return value<Enum>(*cue);
    for (const FigurePlace& place : context_.places) {
      if (std::find(kinds.begin(), kinds.end(), place.kind) == kinds.end()) continue;
      if (prose && place.kind == PlaceKind::heading) continue;
      if (const CueHit* cue = scan_.last_cue(place.block, feature, place.at)) return value<Enum>(*cue);
    }
    return none;
  }

  const Scan& scan_;
  const MoneyExpression& money_;
  const FigureContext& context_;
  std::uint32_t block_;
};

// The currency of numbers alone: that of the header, or of another amount in the column.
std::string_view currency_of_column(const Scan& scan, const FigureContext& context) {
  for (const FigurePlace& place : context.places) {
    if (place.kind != PlaceKind::header && place.kind != PlaceKind::lead && place.kind != PlaceKind::heading)
      continue;
    for (std::uint32_t i = place.at.first; i < place.at.last; ++i) {
      const auto found = scan.rules->currency_by_word.find(scan.tokens[i].key);
      if (found == scan.rules->currency_by_word.end()) continue;
      const Token& token = scan.tokens[i];
      if (token.is_word() && token.end - token.begin <= 3 && !token.all_upper) continue;
      return found->second;
    }
  }
  return {};
}

}  // namespace

const RoleMention* role_of(const FigureContext& context, const Scan& scan,
                           const std::vector<RoleMention>& roles) {
  const auto in = [&](TokenRange range, bool nearest_last) -> const RoleMention* {
    const auto from = std::lower_bound(roles.begin(), roles.end(), range.first,
                                       [](const RoleMention& r, std::uint32_t t) { return r.at.first < t; });
    const RoleMention* best = nullptr;
    for (auto role = from; role != roles.end() && role->at.last <= range.last; ++role) {
      best = &*role;
      if (!nearest_last) break;
    }
    return best;
  };
  if (const RoleMention* role = in(context.left, true)) return role;
  if (const RoleMention* role = in(context.right, false)) return role;
  if (const RoleMention* role = in(context.sentence, false); role != nullptr) return role;
  const bool prose = scan.document->blocks[context.figure.block].kind == BlockKind::paragraph;
  for (const FigurePlace& place : context.places) {
    const bool nearest_last =
        place.kind == PlaceKind::sentence_before || place.kind == PlaceKind::block_before;
    if (place.kind == PlaceKind::block_before && !prose) continue;
    if (const RoleMention* role = in(place.at, nearest_last)) return role;
  }
  return nullptr;
}

std::vector<SalaryMention> find_salaries(const Scan& scan, const std::vector<MoneyExpression>& money,
                                         const std::vector<std::size_t>& money_figure,
                                         const std::vector<Figure>& figures,
                                         const std::vector<RoleMention>& roles,
                                         const Attributor& attributor) {
  std::vector<SalaryMention> found;
  for (std::size_t i = 0; i < money.size(); ++i) {
    const FigureContext context = context_of(scan, figures, money_figure[i]);
    const std::optional<Verdict> verdict = SalaryFinder(scan, money[i], context, roles).decide();
    if (!verdict) continue;
    const FieldReader read(scan, money[i], context);
    SalaryMention mention;
    mention.at = context.figure.at;
    mention.block = context.figure.block;
    mention.bounds = bounds_of(
        scan, context, {money[i].low, money[i].high, money[i].is_range, money[i].plus, money[i].top_over});
    mention.currency = money[i].only_number ? currency_of_column(scan, context) : money[i].currency;
    mention.period = read.period();
    mention.statistic = read.statistic();
    mention.pay = read.pay();
    mention.level = read.level();
    mention.role = role_of(context, scan, roles);
    mention.source = attributor.source_of(context.figure.block, context.figure.at);
    mention.rule = verdict->rule;
    found.push_back(std::move(mention));
  }
  return found;
}

}  // namespace careerfacts
