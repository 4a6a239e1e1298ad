#include "extract/pay_decision.h"

#include <algorithm>

#include "extract/bound_fields.h"
#include "extract/key_set.h"
#include "extract/pay_evidence.h"
#include "extract/pay_layout.h"
#include "extract/pay_series.h"

namespace careerfacts {
namespace {

constexpr double kMostPay =
    50e6;  // in USD-like units a year: above it an amount is a market, a fund or a firm

// What speaks for or against an amount being pay.
struct Verdict {
  bool is_pay = false;
  std::string_view rule;
};

class PayDecider {
 public:
  // `before`: the pay found last, when it is of the same block and of about the same size; or null.
  PayDecider(const Scan& scan, const MoneyExpression& money, const FigureContext& context,
             const std::vector<RoleMention>& roles, const std::vector<CertificationMention>& certifications,
             const SalaryMention* before)
      : scan_(scan),
        money_(money),
        context_(context),
        roles_(roles),
        certifications_(certifications),
        before_(before),
        block_(context.figure.block),
        layout_(scan, context, roles) {}

  std::optional<Verdict> decide() {
    if (money_.high >= kMostPay && !has_small_unit(money_.currency)) return std::nullopt;
    // "$62,000-a-year": the unit belongs to the amount, and what follows names both.
    const bool joined = !near_right(1).empty() && scan_.tokens[context_.right.first].is('-');
    const CueHit* unit = scan_.first_cue(Feature::period, near_right(4 + hedge_behind()));
    if (money_.no_currency && unit == nullptr && !pay_stands_before(4)) return std::nullopt;
    const bool may_be_count = !shows_currency(scan_, money_);
    if (may_be_count && (counts_people() || labels_row())) return std::nullopt;
    // "A fee of $1,200 is paid once": a noun close before the amount goes before a word close behind it.
    const CueHit* named = last_evidence(context_.left);
    const bool close = named != nullptr && named->at.last + 2 >= context_.left.last;
    if (close && evidence(*named) == Evidence::other) return std::nullopt;
    const bool earned = named != nullptr && evidence(*named) == Evidence::earns;
    if (!earned && goes_to_cost(scan_, context_.right) != nullptr) return std::nullopt;
    // A noun right behind the amount names it: "$500 exam fee", "$5,000 signing bonus".
    const bool compound = joined && unit != nullptr;
    const TokenRange next = compound
                                ? TokenRange{unit->at.last, std::min(unit->at.last + 4, context_.right.last)}
                                : near_right(4);
    if (const CueHit* cue = first_evidence(next)) {
      const bool touches = cue->at.first <= next.first + 2 && !opens_clause(next.first);
      const bool after_unit = !compound && unit != nullptr && unit->at.first < cue->at.first;
      if (evidence(*cue) == Evidence::other && touches && !after_unit) return std::nullopt;
      if (says_pay(*cue) && touches) return Verdict{true, rule(*cue)};
    }
    if (money_.per_annum) return Verdict{true, "salary.per-annum"};
    std::optional<Verdict> weak;
    // The clause, the nearest word before it first.
    if (const std::optional<Verdict> verdict = judge_last(context_.left, weak)) return keep(*verdict);
    if (const std::optional<Verdict> verdict = named_beside(); verdict) return keep(*verdict);
    if (const CueHit* cue = first_evidence(context_.right)) {
      const std::optional<Verdict> verdict = judge(cue, weak);
      // "Firms offer nurses $60,000, and sponsor the visa": another clause speaks of another cost.
      const bool apart = weak && weak->is_pay && breaks_off(cue->at.first);
      if (verdict && (verdict->is_pay || !apart)) return keep(*verdict);
    }
    if (context_.left.first > context_.sentence.first)
      if (const std::optional<Verdict> verdict =
              judge_last({context_.sentence.first, context_.left.first}, weak))
        return keep(*verdict);
    if (unit != nullptr) return Verdict{true, rule(*unit)};
    if (weak && weak->is_pay && before_ != nullptr && is_plausible()) return keep(*weak);
    if (is_of_title_behind()) return Verdict{true, "salary.title"};
    const bool weakly_pay = weak && weak->is_pay;
    if (before_ != nullptr && goes_on_from(scan_, *before_, money_, context_, roles_, weakly_pay))
      return Verdict{true, "salary.goes-on"};
    for (const FigurePlace& place : context_.places)
      if (speaks_of_figure(place.kind))
        if (const std::optional<Verdict> verdict = judge(evidence_of(place), weak))
          if (verdict->is_pay || !is_by_the_way(place)) return keep(*verdict);
    if (layout_.is_headed_by_rate()) return Verdict{true, "salary.table"};
    if (may_be_count) return std::nullopt;
    if (is_plausible() && (layout_.stands_alone_under_title() || layout_.lists_places_under_title() ||
                           layout_.tells_statistic_under_title()))
      return Verdict{true, "salary.heading"};
    if ((is_plausible() || is_wage_to_the_cent()) && layout_.is_of_level())
      return Verdict{true, "salary.level"};
    if (is_same_by_period()) return Verdict{true, "salary.goes-on"};
    if (weak && (weak->is_pay ? is_plausible() : true)) return keep(*weak);
    const bool in_cell = scan_.document->blocks[block_].kind == BlockKind::cell;
    if (in_cell && (is_plausible() || layout_.is_headed_by_period())) return Verdict{true, "salary.table"};
    return std::nullopt;
  }

 private:
  static std::optional<Verdict> keep(const Verdict& verdict) {
    return verdict.is_pay ? std::optional<Verdict>(verdict) : std::nullopt;
  }
  Evidence evidence(const CueHit& cue) const { return static_cast<Evidence>(cue.value); }
  bool is_weak(const CueHit& cue) const {
    return evidence(cue) == Evidence::weak_pay || evidence(cue) == Evidence::weak_other;
  }
  std::string_view rule(const CueHit& cue) const { return scan_.rules->rules[cue.rule].id; }
  const CueHit* last_evidence(TokenRange range) const {
    return careerfacts::last_evidence(scan_, range, &roles_);
  }
  const CueHit* first_evidence(TokenRange range) const {
    return careerfacts::first_evidence(scan_, range, &roles_);
  }
  TokenRange near_right(std::uint32_t n) const {
    return {context_.right.first, std::min(context_.right.first + n, context_.right.last)};
  }

  // "4.05 lakh engineers", "1.5 lakh net new jobs": what is counted stands right behind the number.
  bool counts_people() const {
    constexpr std::uint32_t kAdjectives = 2;
    static const KeySet kCounted{"job",      "vacancy", "opening",  "candidate", "student", "applicant",
                                 "graduate", "people",  "employee", "fresher",   "seat",    "worker"};
    const std::uint32_t next = context_.figure.at.last;
    for (std::uint32_t i = next; i < context_.right.last && i <= next + kAdjectives; ++i) {
      if (!scan_.tokens[i].is_word()) break;
      if (kCounted.contains(scan_.tokens[i])) return true;
    }
    const RoleMention* role = first_role_from(roles_, next);
    return role != nullptr && role->at.first <= next + 1 && role->at.first < context_.right.last;
  }

  // The first cell of a row says whom the row is about, where its header does not say that it is money.
  bool labels_row() const {
    const Block& cell = scan_.document->blocks[block_];
    if (cell.kind != BlockKind::cell || cell.column != 0) return false;
    return std::none_of(context_.places.begin(), context_.places.end(), [&](const FigurePlace& place) {
      const CueHit* cue = place.kind == PlaceKind::header ? first_evidence(place.at) : nullptr;
      return cue != nullptr && says_pay(*cue);
    });
  }

  // The size of pay where no word says so: neither a fee nor a firm's money.
  bool is_plausible() const {
    return money_.high >= 10000 && (money_.high < 2e6 || has_small_unit(money_.currency));
  }

  // "$60,000 for a nurse", "as a senior chef", "by the day, $900 is usual for a nurse", "a $60,000 nurse
  // job".
  bool is_of_title_behind() const {
    constexpr std::uint32_t kReach = 4;  // tokens from the amount to the title
    static const KeySet kJoints{"for", "as"};
    static const KeySet kIs{"is", "are"};
    static const KeySet kUsual{"usual",     "typical", "normal",     "common",   "standard",
                               "customary", "fair",    "reasonable", "realistic"};
    static const KeySet kPlaces{"post", "job", "role", "position", "offer", "vacancy", "contract"};
    if (!is_plausible() && scan_.first_cue(Feature::period, context_.left) == nullptr) return false;
    std::uint32_t at = context_.figure.at.last;
    if (at >= context_.right.last || !scan_.tokens[at].is_word()) return false;
    const RoleMention* role = first_role_from(roles_, at);
    if (role == nullptr || role->at.last > context_.sentence.last) return false;
    if (role->at.first == at)
      return role->at.last < context_.sentence.last && kPlaces.contains(scan_.tokens[role->at.last]);
    if (kIs.contains(scan_.tokens[at]) && kUsual.contains(scan_.tokens[at + 1])) at += 2;
    return kJoints.contains(scan_.tokens[at]) && role->at.first <= at + kReach &&
           role->at.last <= context_.right.last;
  }

  // "The numbers are for clients in Europe." under "Hourly rates": a sentence that introduces nothing, under
  // a heading that says what the list is of.
  bool is_by_the_way(const FigurePlace& lead) const {
    if ((lead.kind != PlaceKind::lead && lead.kind != PlaceKind::lead_before) ||
        scan_.tokens[lead.at.last - 1].is(':'))
      return false;
    for (const FigurePlace& place : context_.places) {
      if (place.kind != PlaceKind::heading) continue;
      const CueHit* said = last_evidence(place.at);
      return said != nullptr && says_pay(*said);
    }
    return false;
  }

  // "$33.00", "$18.50"
  bool is_wage_to_the_cent() const {
    constexpr double kLeast = 7, kMost = 150;
    const Token& last = scan_.tokens[context_.figure.at.last - 1];
    return money_.low >= kLeast && money_.high <= kMost && !has_small_unit(money_.currency) &&
           last.is_number() && scan_.word(context_.figure.at.last - 1).find('.') != std::string_view::npos;
  }

  // "Hourly: $29.60" under "Average salary: $61,600": a line that is a period and an amount.
  bool is_same_by_period() const {
    constexpr std::uint32_t kLongest = 4;  // tokens of the label
    const TokenRange left = context_.left;
    if (left.first != scan_.blocks[block_].tokens.first || left.last > left.first + kLongest) return false;
    if (left.empty() || block_ == 0 || !scan_.tokens[left.last - 1].is(':')) return false;
    const CueHit* above = last_evidence(scan_.blocks[block_ - 1].tokens);
    return above != nullptr && says_pay(*above) && scan_.first_cue(Feature::period, left) != nullptr;
  }

  // Tokens of "or so", "give or take" right behind the amount.
  std::uint32_t hedge_behind() const {
    for (const CueHit& cue : scan_.cues(Feature::modifier, near_right(1)))
      if (cue.place == Place::after) return cue.at.last - cue.at.first;
    return 0;
  }

  // ", and bills his clients"
  bool opens_clause(std::uint32_t at) const {
    static const KeySet kJoints{"and", "but", "so", "while", "though"};
    return at + 1 < context_.right.last && scan_.tokens[at].is(',') && kJoints.contains(scan_.tokens[at + 1]);
  }

  bool breaks_off(std::uint32_t before) const {
    static const KeySet kBreaks{"and", "but", "while", "though"};
    for (std::uint32_t i = context_.right.first; i < before; ++i)
      if (scan_.tokens[i].is(',') || scan_.tokens[i].is(';') || kBreaks.contains(scan_.tokens[i]))
        return true;
    return false;
  }

  bool money_has_unit() const {
    return money_.unit != Period::none || scan_.first_cue(Feature::period, near_right(3)) != nullptr;
  }

  bool pay_stands_before(std::uint32_t reach) const {
    const std::uint32_t from =
        std::max(context_.left.first, context_.left.last >= reach ? context_.left.last - reach : 0);
    const CueHit* cue = last_evidence({from, context_.left.last});
    return cue != nullptr && says_pay(*cue);
  }

  // Words at a distance speak only of amounts that look like pay; headers and labels speak of any.
  bool speaks_of_figure(PlaceKind kind) const {
    switch (kind) {
      case PlaceKind::header:
      case PlaceKind::row_label:
      case PlaceKind::label:
        return true;
      case PlaceKind::row:
        return false;
      case PlaceKind::parent:
      case PlaceKind::lead:
      case PlaceKind::lead_before:
      case PlaceKind::heading:
      case PlaceKind::sentence_before:
      case PlaceKind::opening:
      case PlaceKind::block_before:
        return is_plausible() || money_.unit != Period::none || is_labelled();
    }
    return false;
  }

  // A cell, "Label: amount", or "The median is …": nothing else is said of the amount here, so what stands
  // above does.
  bool is_labelled() const {
    constexpr std::uint32_t kShort = 14;  // tokens
    const TokenRange own = scan_.blocks[block_].tokens;
    if (scan_.document->blocks[block_].kind == BlockKind::cell) return true;
    if (own.last - own.first <= kShort && ends_in_figures(own.last)) return true;
    return scan_.last_cue(Feature::statistic, context_.left) != nullptr;
  }

  // Nothing but signs and other figures up to `last`: "$36.92 → $84.80".
  bool ends_in_figures(std::uint32_t last) const {
    constexpr std::uint32_t kMostBehind = 2;  // tokens of whatever sort
    const std::uint32_t from = context_.figure.at.last;
    if (from + kMostBehind >= last) return true;
    for (std::uint32_t i = from; i < last; ++i)
      if (scan_.tokens[i].is_word()) return false;
    return true;
  }

  const CueHit* evidence_of(const FigurePlace& place) const {
    const bool from_end = place.kind == PlaceKind::heading || place.kind == PlaceKind::sentence_before ||
                          place.kind == PlaceKind::block_before || place.kind == PlaceKind::lead;
    const CueHit* nearest = from_end ? last_evidence(place.at) : first_evidence(place.at);
    if (from_end && place.kind != PlaceKind::lead) return nearest;
    // "Average hourly pay", "what they are paid, per hour": a weak word leaves it to a strong one.
    TokenRange rest = place.at;
    const CueHit* cue = nearest;
    while (cue != nullptr && is_weak(*cue)) {
      (from_end ? rest.last : rest.first) = from_end ? cue->at.first : cue->at.last;
      cue = from_end ? last_evidence(rest) : first_evidence(rest);
    }
    return cue != nullptr && (!from_end || says_pay(*cue)) ? cue : nearest;
  }

  // A title in the clause before the amount makes it pay ("a chef de partie, AED 4,500"); a credential its
  // price.
  std::optional<Verdict> named_beside() const {
    const TokenRange clause{context_.left.first, context_.left.last};
    std::uint32_t title = 0, credential = 0;
    const auto from = std::lower_bound(roles_.begin(), roles_.end(), clause.first,
                                       [](const RoleMention& r, std::uint32_t t) { return r.at.first < t; });
    for (auto role = from; role != roles_.end() && role->at.last <= clause.last; ++role)
      title = role->at.last;
    const auto first =
        std::lower_bound(certifications_.begin(), certifications_.end(), clause.first,
                         [](const CertificationMention& c, std::uint32_t t) { return c.at.first < t; });
    for (auto c = first; c != certifications_.end() && c->at.last <= clause.last; ++c)
      credential = c->at.last;
    if (title == 0 && credential == 0) return std::nullopt;
    if (credential > title && !money_has_unit())
      return money_.high < 10000 ? std::optional<Verdict>(Verdict{false, "salary.credential"}) : std::nullopt;
    if (is_plausible() || (money_.high >= 1000 && money_.currency != "USD"))
      return Verdict{true, "salary.title"};
    return std::nullopt;
  }

  // Strong evidence decides; weak evidence is kept until nothing else speaks.
  std::optional<Verdict> judge(const CueHit* cue, std::optional<Verdict>& weak) const {
    if (cue == nullptr) return std::nullopt;
    const Evidence value = evidence(*cue);
    // What somebody takes in or charges may be for one thing: pay by its size, its unit or its title.
    if (value == Evidence::takings && !money_has_unit() && !is_plausible() && !named_beside())
      return std::nullopt;
    if (says_pay(*cue)) {
      const std::uint32_t begin = std::min(context_.sentence.first, cue->at.first);
      return Verdict{!is_earned_by_business(scan_, *cue, begin, roles_), rule(*cue)};
    }
    if (value == Evidence::other) return Verdict{false, rule(*cue)};
    if (!weak) weak = Verdict{value == Evidence::weak_pay, rule(*cue)};
    return std::nullopt;
  }

  // From the end of `range`: behind a weak verb stands its subject, "tuition averages"; behind another weak
  // word what pay it goes on about, "the weekly rate on such jobs".
  std::optional<Verdict> judge_last(TokenRange range, std::optional<Verdict>& weak) const {
    bool only_pay = false;
    while (const CueHit* cue = last_evidence(range)) {
      const std::optional<Verdict> verdict = judge(cue, weak);
      if (verdict && (verdict->is_pay || !only_pay)) return verdict;
      if (verdict) break;
      only_pay = only_pay || cue->place != Place::before;
      range.last = cue->at.first;
    }
    return std::nullopt;
  }

  const Scan& scan_;
  const MoneyExpression& money_;
  const FigureContext& context_;
  const std::vector<RoleMention>& roles_;
  const std::vector<CertificationMention>& certifications_;
  const SalaryMention* before_;
  std::uint32_t block_;
  PayLayout layout_;
};

}  // namespace

std::optional<PayVerdict> decide_pay(const Scan& scan, const MoneyExpression& money,
                                     const FigureContext& context, const std::vector<RoleMention>& roles,
                                     const std::vector<CertificationMention>& certifications,
                                     const SalaryMention* before) {
  const auto verdict = PayDecider(scan, money, context, roles, certifications, before).decide();
  if (!verdict) return std::nullopt;
  return PayVerdict{verdict->rule};
}

}  // namespace careerfacts
