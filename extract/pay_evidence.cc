#include "extract/pay_evidence.h"

#include <algorithm>

#include "extract/key_set.h"

namespace careerfacts {
namespace {

Evidence value_of(const CueHit& cue) { return static_cast<Evidence>(cue.value); }

bool is_in_title(const CueHit& cue, const std::vector<RoleMention>& roles) {
  const auto after =
      std::upper_bound(roles.begin(), roles.end(), cue.at.first,
                       [](std::uint32_t token, const RoleMention& r) { return token < r.at.first; });
  return after != roles.begin() && cue.at.last <= (after - 1)->at.last;
}

bool is_one_of(const Token& token, const KeySet& words) { return token.is_word() && words.contains(token); }

// "$62,000 in most markets", "at many schools": where it is paid, not what it is spent on.
bool tells_where(const Scan& scan, const CueHit& cue) {
  static const KeySet kPrepositions{"in", "at", "across"};
  static const KeySet kSome{"most", "many", "some",    "other",     "these",   "those", "certain", "several",
                            "both", "few",  "such",    "big",       "bigger",  "large", "larger",  "small",
                            "hot",  "top",  "smaller", "expensive", "cheaper", "major", "coastal", "rural"};
  const std::uint32_t at = cue.at.first;
  return at >= 2 && is_one_of(scan.tokens[at - 1], kSome) && is_one_of(scan.tokens[at - 2], kPrepositions);
}

bool speaks_alone(const Scan& scan, const CueHit& cue, const std::vector<RoleMention>* roles) {
  if (value_of(cue) == Evidence::business || cue.place == Place::after) return false;
  if (value_of(cue) != Evidence::other) return true;
  return !tells_where(scan, cue) && (roles == nullptr || !is_in_title(cue, *roles));
}

// "at the small firm": what stands behind a preposition is no subject.
bool follows_preposition(const Scan& scan, std::uint32_t noun, std::uint32_t begin) {
  constexpr std::uint32_t kReach = 6;  // tokens from the preposition to the noun
  static const KeySet kPrepositions{"at", "in",     "of",     "for",  "with",   "from",
                                    "by", "inside", "within", "near", "across", "outside"};
  for (std::uint32_t i = noun; i > begin && noun - i < kReach; --i) {
    if (!scan.tokens[i - 1].is_word() && !scan.tokens[i - 1].is('-')) return false;
    if (is_one_of(scan.tokens[i - 1], kPrepositions)) return true;
  }
  return false;
}

// "dentists who own a practice", "whoever joins the firm": a person stands before.
bool names_person(const Scan& scan, TokenRange range) {
  static const KeySet kPersons{"who",  "whoever", "those", "anyone", "anybody", "everyone", "someone", "you",
                               "they", "we",      "he",    "she",    "i",       "owner",    "people"};
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (is_one_of(scan.tokens[i], kPersons)) return true;
  return false;
}

bool has_role(const std::vector<RoleMention>& roles, TokenRange range) {
  const RoleMention* role = first_role_from(roles, range.first);
  return role != nullptr && role->at.last <= range.last;
}

}  // namespace

bool says_pay(const CueHit& cue) {
  return value_of(cue) == Evidence::pay || value_of(cue) == Evidence::earns ||
         value_of(cue) == Evidence::takings;
}

const CueHit* last_evidence(const Scan& scan, TokenRange range, const std::vector<RoleMention>* roles) {
  const CueHit* best = nullptr;
  for (const CueHit& cue : scan.cues(Feature::evidence, range)) {
    if (cue.at.last > range.last || !speaks_alone(scan, cue, roles)) continue;
    if (best == nullptr || cue.at.last > best->at.last ||
        (cue.at.last == best->at.last && cue.at.first < best->at.first))
      best = &cue;
  }
  return best;
}

const CueHit* first_evidence(const Scan& scan, TokenRange range, const std::vector<RoleMention>* roles) {
  const CueHit* best = nullptr;
  for (const CueHit& cue : scan.cues(Feature::evidence, range)) {
    if (best != nullptr && cue.at.first > best->at.first) break;
    if (cue.at.last > range.last || !speaks_alone(scan, cue, roles)) continue;
    if (best == nullptr || cue.at.last > best->at.last) best = &cue;
  }
  return best;
}

const CueHit* goes_to_cost(const Scan& scan, TokenRange right) {
  constexpr std::uint32_t kUnit = 3;   // tokens of "a week", "/ year" between the amount and its preposition
  constexpr std::uint32_t kReach = 4;  // tokens from the preposition to the cost: "in Sydney rent"
  static const KeySet kPrepositions{"in", "for", "on", "toward", "towards", "to"};
  static const KeySet kBreaks{"and", "but", "while", "where", "when"};
  for (std::uint32_t at = right.first; at < right.last && at <= right.first + kUnit; ++at) {
    if (scan.tokens[at].is(',') || scan.tokens[at].is(';')) return nullptr;
    if (!is_one_of(scan.tokens[at], kPrepositions)) continue;
    std::uint32_t end = std::min(at + 1 + kReach, right.last);
    for (std::uint32_t i = at + 1; i < end; ++i)
      if (!(scan.tokens[i].is_word() || scan.tokens[i].is('-') || scan.tokens[i].is('\'')) ||
          is_one_of(scan.tokens[i], kBreaks))
        end = i;
    for (const CueHit& cue : scan.cues(Feature::evidence, {at + 1, end}))
      if (cue.place == Place::after && value_of(cue) == Evidence::other) return &cue;
    return nullptr;
  }
  return nullptr;
}

bool is_earned_by_business(const Scan& scan, const CueHit& earning, std::uint32_t begin,
                           const std::vector<RoleMention>& roles) {
  const Evidence verb = value_of(earning);
  if (verb != Evidence::earns && verb != Evidence::takings) return false;
  const CueHit* business = nullptr;
  for (const CueHit& cue : scan.cues(Feature::evidence, {begin, earning.at.first}))
    if (value_of(cue) == Evidence::business && cue.at.last <= earning.at.first) business = &cue;
  if (business == nullptr || follows_preposition(scan, business->at.first, begin)) return false;
  if (verb == Evidence::earns)
    return business->at.last == earning.at.first && !names_person(scan, {begin, business->at.first});
  return !has_role(roles, {business->at.first, earning.at.first});
}

bool shows_currency(const Scan& scan, const MoneyExpression& money) {
  if (money.per_annum || !money.has_magnitude || money.bare_dollar) return true;
  for (std::uint32_t i = money.first; i < money.last; ++i)
    if (scan.rules->currencies.at(scan.document->text, scan.tokens, i, money.last)) return true;
  return false;
}

}  // namespace careerfacts
