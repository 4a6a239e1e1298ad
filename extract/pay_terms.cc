#include "extract/pay_terms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "extract/key_set.h"
#include "extract/pay_evidence.h"
#include "extract/pay_level.h"
#include "extract/pay_statistic.h"
#include "extract/plain_number_cells.h"
#include "extract/word_set.h"

namespace careerfacts {
namespace {

// Amounts of some size are by the year where nothing says otherwise; the limits are far from hourly and
// monthly pay.
Period period_by_size(const MoneyExpression& money, bool to_the_cent) {
  const double high = money.high;
  if (money.currency == "INR") return high >= 100000 ? Period::year : Period::none;
  if (has_small_unit(money.currency)) return Period::none;
  if (high >= 10000) return Period::year;
  // To the cent, wages are told by the hour: "$20.16".
  constexpr double kLeastHourly = 7, kMostHourly = 150;
  const bool cents =
      to_the_cent || money.high != std::floor(money.high) || money.low != std::floor(money.low);
  return cents && money.low >= kLeastHourly && high <= kMostHourly ? Period::hour : Period::none;
}

class TermReader {
 public:
  TermReader(const Scan& scan, const MoneyExpression& money, const FigureContext& context)
      : scan_(scan), money_(money), context_(context), block_(context.figure.block) {}

  Period period(const PayBeside& before, Pay pay) const {
    if (money_.unit != Period::none) return money_.unit;
    if (money_.per_annum) return Period::year;
    const TokenRange close{context_.right.first, std::min(context_.right.first + 6, context_.right.last)};
    if (const CueHit* cue = first(Feature::period, close); cue != nullptr && !is_span(*cue))
      return value<Period>(*cue);
    if (const CueHit* cue = last(Feature::period, context_.left)) return value<Period>(*cue);
    if (before.next != Period::none) return before.next;
    if (goes_on(before)) return before.period;
    if (const CueHit* cue = first(Feature::period, context_.right); cue != nullptr && !is_span(*cue))
      return value<Period>(*cue);
    if (const TokenRange question = question_taken_up(); !question.empty())
      if (const CueHit* cue = scan_.first_cue(Feature::period, question)) return value<Period>(*cue);
    for (const FigurePlace& place : context_.places)
      if (place.kind != PlaceKind::block_before && place.kind != PlaceKind::sentence_before &&
          place.kind != PlaceKind::lead_before && !(in_prose() && place.kind == PlaceKind::label))
        if (const CueHit* cue = scan_.first_cue(Feature::period, place.at)) {
          const Period found = value<Period>(*cue);
          if (plausible(found)) return found;
        }
    if (const Period found = period_of_note(); found != Period::none) return found;
    // "$33.00"
    if (is_paid_once_too()) return Period::none;
    // A bonus of its own, not one beside a year's pay, may be of any time; a raise is one of the yearly pay.
    constexpr double kLeastRaise = 1000;
    const bool in_cell = scan_.document->blocks[block_].kind == BlockKind::cell;
    if (pay == Pay::bonus && !context_.shares_clause && !in_cell) return Period::none;
    if (pay == Pay::increase && money_.high >= kLeastRaise && money_.high < 2e6 &&
        !has_small_unit(money_.currency))
      return Period::year;
    const std::string_view last = scan_.word(context_.figure.at.last - 1);
    return period_by_size(money_, last.size() > 3 && last[last.size() - 3] == '.');
  }

  Statistic statistic(Pay pay) const {
    // "an average of $133,900 for holders, $9,000 more than the others": the difference has its own, or none.
    if (pay == Pay::increase && context_.shares_clause) {
      const CueHit* own = last(Feature::statistic, context_.left);
      if (own == nullptr) own = first(Feature::statistic, context_.right);
      if (context_.left.first < context_.left.last && scan_.tokens[context_.left.first].is(','))
        return own != nullptr ? value<Statistic>(*own) : Statistic::none;
    }
    if (const std::uint32_t plus = added_by(); plus != kNone) {
      const CueHit* own = last(Feature::statistic, {plus, context_.left.last});
      if (own == nullptr) own = first(Feature::statistic, context_.right);
      return own != nullptr ? value<Statistic>(*own) : Statistic::none;
    }
    const Statistic found = read<Statistic>(
        Feature::statistic,
        {PlaceKind::header, PlaceKind::row_label, PlaceKind::label, PlaceKind::lead, PlaceKind::heading},
        Statistic::none);
    return found != Statistic::none ? found : statistic_told_elsewhere(scan_, context_);
  }

  Pay pay() const {
    const Pay found =
        read<Pay>(Feature::pay, {PlaceKind::header, PlaceKind::row_label, PlaceKind::label, PlaceKind::lead},
                  Pay::none);
    if (found != Pay::none) return found;
    return scan_.document->blocks[block_].kind == BlockKind::cell ? pay_of_table() : pay_of_question();
  }

 private:
  template <class Enum>
  static Enum value(const CueHit& cue) {
    return static_cast<Enum>(cue.value);
  }

  bool in_prose() const { return scan_.document->blocks[block_].kind == BlockKind::paragraph; }

  // "… $79,000 on average, plus around $2,500 in bonuses": what comes on top has a statistic of its own, or
  // none; kNone where the figure is no such.
  std::uint32_t added_by() const {
    constexpr std::uint32_t kReach = 6;  // tokens
    static const KeySet kAdds{"plus", "along", "alongside"};
    static const KeySet kMore{"additional", "another", "extra", "further"};
    static const std::uint64_t kWith = word_key("with");
    if (!context_.shares_clause && context_.left.first == context_.sentence.first) return kNone;
    const std::uint32_t end = context_.figure.at.first;
    for (std::uint32_t i = end; i > context_.left.first && end - i < kReach; --i)
      if (kAdds.contains(scan_.tokens[i - 1]) ||
          (scan_.tokens[i - 1].key == kWith && kMore.contains(scan_.tokens[i])))
        return i - 1;
    return kNone;
  }

  // "All figures are base pay" under a table, "How much is the stipend?" above it.
  Pay pay_of_table() const {
    const Document& document = *scan_.document;
    const std::uint32_t note = document.tables[document.blocks[block_].table].note;
    if (note != kNone)
      if (const CueHit* cue = scan_.first_cue(Feature::pay, scan_.blocks[note].tokens))
        if (const Pay found = value<Pay>(*cue); found == Pay::base || found == Pay::total) return found;
    const Pay asked = pay_asked_for();
    if (asked != Pay::none) return asked;
    const Pay headed = pay_of_nearest_heading();
    return headed != Pay::none ? headed : pay_before_lead();
  }

  // "These are totals for the year, total pay. I took the low end and the high end." above the table.
  Pay pay_before_lead() const {
    for (const FigurePlace& place : context_.places) {
      if (place.kind != PlaceKind::lead_before) continue;
      const CueHit* cue = scan_.last_cue(Feature::pay, place.at);
      if (cue == nullptr || cue->place != Place::any) return Pay::none;
      const Pay found = value<Pay>(*cue);
      return found == Pay::base || found == Pay::total ? found : Pay::none;
    }
    return Pay::none;
  }

  // "Tilers: annual base salary" over the table; nothing where the heading names two kinds of pay.
  Pay pay_of_nearest_heading() const {
    const auto nearest =
        std::find_if(context_.places.begin(), context_.places.end(),
                     [](const FigurePlace& place) { return place.kind == PlaceKind::heading; });
    if (nearest == context_.places.end()) return Pay::none;
    const CueHit* evidence = last_evidence(scan_, nearest->at);
    if (evidence == nullptr || !says_pay(*evidence)) return Pay::none;
    Pay found = Pay::none;
    for (const CueHit& cue : scan_.cues(Feature::pay, nearest->at)) {
      if (scan_.tokens[cue.at.last - 1].is(':')) continue;  // "Pay by rank (total: 812 cooks)"
      if (found != Pay::none && found != value<Pay>(cue)) return Pay::none;
      found = value<Pay>(cue);
    }
    return found == Pay::base || found == Pay::total ? found : Pay::none;
  }

  // "Did you count bonuses? No. They run $10,000-$50,000": what the pronoun takes up; empty where none does.
  TokenRange question_taken_up() const {
    static const KeySet kPronouns{"they", "these", "those", "it"};
    static const KeySet kAnswers{"no", "yes"};
    std::uint32_t first = context_.sentence.first;
    if (kAnswers.contains(scan_.tokens[first]) && first + 2 < context_.sentence.last)
      first += 2;  // "No. They run …"
    if (!kPronouns.contains(scan_.tokens[first])) return {};
    for (const FigurePlace& place : context_.places) {
      if (place.kind != PlaceKind::sentence_before && place.kind != PlaceKind::opening &&
          place.kind != PlaceKind::heading)
        continue;
      if (scan_.tokens[place.at.last - 1].is('?')) return place.at;
    }
    return {};
  }

  Pay pay_of_question() const {
    const TokenRange question = question_taken_up();
    const CueHit* cue = question.empty() ? nullptr : scan_.last_cue(Feature::pay, question);
    return cue != nullptr && value<Pay>(*cue) != Pay::increase ? value<Pay>(*cue) : Pay::none;
  }

  Pay pay_asked_for() const {
    for (const FigurePlace& place : context_.places) {
      if (place.kind != PlaceKind::heading) continue;
      const CueHit* cue =
          scan_.tokens[place.at.last - 1].is('?') ? scan_.last_cue(Feature::pay, place.at) : nullptr;
      return cue != nullptr && value<Pay>(*cue) != Pay::increase ? value<Pay>(*cue) : Pay::none;
    }
    return Pay::none;
  }

  // "(per month; in hand)" under a table begins with what all its amounts are for.
  Period period_of_note() const {
    constexpr std::uint32_t kBegin = 6;  // tokens
    const Document& document = *scan_.document;
    if (document.blocks[block_].kind != BlockKind::cell) return Period::none;
    const std::uint32_t note = document.tables[document.blocks[block_].table].note;
    if (note == kNone) return Period::none;
    const TokenRange all = scan_.blocks[note].tokens;
    const CueHit* cue = scan_.first_cue(Feature::period, {all.first, std::min(all.first + kBegin, all.last)});
    return cue != nullptr && plausible(value<Period>(*cue)) ? value<Period>(*cue) : Period::none;
  }

  // "$29 an hour in a workshop and $64 at an airline": amounts of one size in one sentence.
  bool goes_on(const PayBeside& before) const {
    constexpr double kOneSize = 5;
    constexpr std::uint32_t kShort = 6;  // tokens: "; in Riyadh, SAR 25k" is about the same
    const bool same =
        before.currency == money_.currency || (context_.left.last - context_.left.first <= kShort &&
                                               last_evidence(scan_, context_.left) == nullptr);
    return before.period != Period::none && same && money_.high <= before.high * kOneSize &&
           before.high <= money_.high * kOneSize;
  }

  // "Sign-on money: $5,000 for a cook, and up to $20,000 for a chef": the second is paid once as well.
  bool is_paid_once_too() const {
    if (!context_.shares_clause || last_evidence(scan_, context_.left) != nullptr ||
        first(Feature::pay, context_.right) != nullptr)
      return false;
    const CueHit* cue = last(Feature::period, {context_.sentence.first, context_.left.first});
    return cue != nullptr && value<Period>(*cue) == Period::none;
  }

  // "within a month of the exam", "after a year": a stretch of time, not what the amount is for.
  bool is_span(const CueHit& cue) const {
    static const KeySet kLeads{"within", "after", "than", "over", "for", "half", "during"};
    static const KeySet kOfNoun{"monthly", "weekly", "daily", "hourly", "annual", "yearly"};
    static const KeySet kArticles{"the", "a", "an", "your", "their", "his", "her"};
    // "works out to a monthly sum of": said of what follows.
    if (cue.at.last == cue.at.first + 1 && kOfNoun.contains(scan_.tokens[cue.at.first]) &&
        kArticles.contains(scan_.tokens[cue.at.first - 1]))
      return true;
    const std::string_view first = scan_.word(cue.at.first);
    if (first != "a" && first != "an" && first != "each" && first != "per") return false;
    const Token& before = scan_.tokens[cue.at.first - 1];
    // "53 hours a week" is time, not pay; "for 38 hours a week" is what a weekly wage is for.
    return kLeads.contains(before) || (to_lower(scan_.word(cue.at.first - 1)) == "hours" &&
                                       period_by_size(money_, false) == Period::year);
  }

  // "They earn $52,000, a little less than a chef": a remark on the pay, not a difference.
  bool is_parted(const CueHit& cue) const {
    for (std::uint32_t i = context_.figure.at.last; i < cue.at.first; ++i)
      if (scan_.tokens[i].is(',') || scan_.tokens[i].is(';') || scan_.tokens[i].is('(')) return true;
    return false;
  }

  // "$780 a week with overtime"
  bool is_behind_unit(const CueHit& cue) const {
    const std::uint32_t last = context_.figure.at.last;
    return cue.at.first == last + 2 && scan_.first_cue(Feature::period, {last, cue.at.first}) != nullptr;
  }

  // The first cue behind the figure; a phrase may end beyond the range that it begins in.
  const CueHit* first(Feature feature, TokenRange range) const {
    const CueHit* best = nullptr;
    for (const CueHit& cue : scan_.cues(feature, range)) {
      if (best != nullptr && cue.at.first > best->at.first) break;
      if (cue.place == Place::before) continue;
      if (cue.place == Place::next && cue.at.first != context_.figure.at.last && !is_behind_unit(cue))
        continue;
      if (feature == Feature::pay && cue.place == Place::after && is_parted(cue)) continue;
      if (best == nullptr || cue.at.last > best->at.last) best = &cue;
    }
    return best;
  }

  const CueHit* last(Feature feature, TokenRange range) const {
    const CueHit* best = nullptr;
    for (const CueHit& cue : scan_.cues(feature, range)) {
      if (cue.at.last > range.last) continue;
      if (best != nullptr && cue.at.last <= best->at.last && cue.at.first > best->at.first) continue;
      if (cue.place == Place::any || cue.place == Place::before) best = &cue;
    }
    return best;
  }

  // €48,000 is not by the month because another amount is; ₱48,000 may be.
  bool plausible(Period period) const {
    constexpr double kMostHourly = 2000, kMostMonthly = 30000;
    static constexpr WordSet kLarge{"USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SGD"};
    if (period == Period::hour) return money_.high < kMostHourly;
    return period != Period::month || money_.high < kMostMonthly || !kLarge.contains(money_.currency);
  }

  // "They earn $75,000 on average, and owners often clear $120,000": told of the figure before it, where
  // another clause follows.
  bool is_of_figure_before(const CueHit& cue) const {
    constexpr std::uint32_t kUnit = 4;  // tokens of "a year"
    if (scan_.word(cue.at.first) != "on" || context_.left.first == context_.sentence.first ||
        cue.at.first > context_.left.first + kUnit || cue.at.last >= context_.left.last)
      return false;
    const Token& behind = scan_.tokens[cue.at.last];
    return (behind.is(',') || behind.is(';')) &&
           last_evidence(scan_, {cue.at.last, context_.left.last}) != nullptr;
  }

  // A clause of its own tells a statistic of its own: "the average is $35,250, a technician earns $45,200",
  // "the average is $35,250, with a range of $29,000 to $41,000".
  bool has_own_verb(Feature feature) const {
    if (feature != Feature::statistic) return false;
    static const std::uint64_t kRange = word_key("range");
    for (std::uint32_t i = context_.left.first; i < context_.left.last; ++i)
      if (scan_.tokens[i].key == kRange) return true;
    // "$58,000 a year for cooks": the unit is of the figure before.
    std::uint32_t from = context_.left.first;
    for (const CueHit& unit : scan_.cues(Feature::period, {from, from + 1}))
      from = std::min(unit.at.last, context_.left.last);
    return last_evidence(scan_, {from, context_.left.last}) != nullptr;
  }

  // "A bonus of $2,000 on top"
  bool is_bonus_of() const {
    const CueHit* cue = last(Feature::pay, context_.left);
    return cue != nullptr && value<Pay>(*cue) == Pay::bonus && cue->at.last + 2 >= context_.left.last;
  }

  // "64% received a raise." above a list that it does not introduce.
  bool is_by_the_way(const CueHit& cue, const FigurePlace& lead) const {
    if (scan_.tokens[lead.at.last - 1].is(':')) return false;
    for (const CueHit& pay : scan_.cues(Feature::pay, cue.at))
      if (&pay == &cue) return value<Pay>(cue) == Pay::increase || value<Pay>(cue) == Pay::bonus;
    return false;
  }

  template <class Enum>
  Enum read(Feature feature, std::initializer_list<PlaceKind> kinds, Enum none) const {
    // "$40,000 base": what touches the figure names it.
    if (const CueHit* cue =
            first(feature, {context_.right.first, std::min(context_.right.first + 1, context_.right.last)})) {
      if (feature != Feature::pay || !is_bonus_of() || value<Pay>(*cue) != Pay::increase)
        return value<Enum>(*cue);
    }
    if (const CueHit* cue = last(feature, context_.left);
        cue != nullptr && !(feature == Feature::statistic && is_of_figure_before(*cue)))
      return value<Enum>(*cue);
    if (const CueHit* cue = first(feature, context_.right)) return value<Enum>(*cue);
    // "The lowest 10 percent earned less than $41,000": the phrase reaches to the figure before.
    if (const CueHit* cue = last(feature, {context_.sentence.first, context_.left.last}))
      if (cue->at.last >= context_.left.first &&
          !(feature == Feature::statistic && is_of_figure_before(*cue)))
        return value<Enum>(*cue);
    const std::uint32_t short_left = feature == Feature::statistic ? 10 : 8;  // tokens
    if (context_.left.first > context_.sentence.first &&
        context_.left.last - context_.left.first < short_left && !has_own_verb(feature))
      if (const CueHit* cue = last(feature, {context_.sentence.first, context_.left.first}))
        return value<Enum>(*cue);
    for (const FigurePlace& place : context_.places) {
      if (std::find(kinds.begin(), kinds.end(), place.kind) == kinds.end()) continue;
      if (in_prose() && place.kind == PlaceKind::heading) continue;
      // "In euro, basic salary, excluding pension:" what would stand behind a figure says nothing here.
      const CueHit* cue = scan_.last_cue(feature, place.at);
      const bool runs_on = cue != nullptr && cue->place == Place::after && cue->at.last == place.at.last;
      if (cue != nullptr && (cue->place == Place::next || runs_on))
        cue = scan_.last_cue(feature, {place.at.first, cue->at.first});
      if (cue != nullptr && cue->place != Place::next &&
          !(place.kind == PlaceKind::lead && is_by_the_way(*cue, place)))
        return value<Enum>(*cue);
    }
    return none;
  }

  const Scan& scan_;
  const MoneyExpression& money_;
  const FigureContext& context_;
  std::uint32_t block_;
};

// The currency of numbers alone: that of the header, or of another amount in the column.
std::string_view currency_of_column(const Scan& scan, const FigureContext& context,
                                    std::string_view home_dollar) {
  const auto code = [&](const CurrencySurface& currency) {
    return currency.bare ? home_dollar : std::string_view(currency.code);
  };
  for (const FigurePlace& place : context.places) {
    if (place.kind != PlaceKind::header && place.kind != PlaceKind::lead && place.kind != PlaceKind::heading)
      continue;
    if (const CurrencySurface* named = currency_named(scan, place.at)) return code(*named);
  }
  const Document& document = *scan.document;
  const Block& cell = document.blocks[context.figure.block];
  if (cell.kind != BlockKind::cell) return {};
  if (const std::uint32_t note = document.tables[cell.table].note; note != kNone)
    if (const CurrencySurface* named = currency_named(scan, scan.blocks[note].tokens)) return code(*named);
  for (std::uint32_t b = document.tables[cell.table].first_block; b < context.figure.block; ++b)
    if (document.blocks[b].column == cell.column)
      if (const CurrencySurface* sign = currency_sign(scan, scan.blocks[b].tokens)) return code(*sign);
  return {};
}

}  // namespace

PayTerms pay_terms(const Scan& scan, const MoneyExpression& money, const FigureContext& context,
                   const PayBeside& beside, std::string_view home_dollar) {
  const TermReader read(scan, money, context);
  PayTerms terms;
  terms.currency = money.only_number ? currency_of_column(scan, context, home_dollar) : money.currency;
  if (terms.currency.empty()) terms.currency = money.currency;
  terms.pay = read.pay();
  terms.period = read.period(beside, terms.pay);
  terms.statistic = read.statistic(terms.pay);
  terms.level = level_of_pay(scan, context);
  return terms;
}

Period period_shared_with(const Scan& scan, const MoneyExpression& money, const MoneyExpression& next) {
  constexpr std::uint32_t kGap = 3;   // tokens between the two: ", maybe", "or"
  constexpr std::uint32_t kUnit = 2;  // tokens from the second to the unit: ","
  constexpr double kOneSize = 2;
  if (next.first < money.last || next.first - money.last > kGap || next.currency != money.currency ||
      next.high > money.high * kOneSize)
    return Period::none;
  static const KeySet kJoints{"or", "maybe", "perhaps", "even", "to", "and", "possibly"};
  for (std::uint32_t i = money.last; i < next.first; ++i)
    if (!scan.tokens[i].is(',') && !kJoints.contains(scan.tokens[i])) return Period::none;
  for (const CueHit& cue : scan.cues(Feature::period, {next.last, next.last + kUnit}))
    if (cue.place == Place::after) return static_cast<Period>(cue.value);
  return Period::none;
}

std::string_view home_dollar(const Scan& scan) {
  std::array<std::uint32_t, kDollars.size()> named{};
  for (const CueHit& cue : scan.cues(Feature::country)) ++named[cue.value];
  // "Plainly about" a country: named twice at least, and twice as often as any other.
  const auto most = std::max_element(named.begin() + 1, named.end());
  const bool plain = *most >= 2 && std::all_of(named.begin(), named.end(), [&](const std::uint32_t& other) {
    return &other == &*most || other * 2 <= *most;
  });
  return plain ? kDollars[static_cast<std::size_t>(most - named.begin())] : kDollars[0];
}

}  // namespace careerfacts
