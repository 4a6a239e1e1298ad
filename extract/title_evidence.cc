#include "extract/title_evidence.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/key_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kLongestName = 6;  // words behind a title in the name of a body
constexpr std::uint32_t kMostBetween = 3;  // words between "a" and the noun: "a good freelance joiner"

bool is_heading(const Block& block) {
  return block.kind == BlockKind::heading || block.kind == BlockKind::title;
}

}  // namespace

TitleEvidence::TitleEvidence(const Scan& scan, const TitleWords& words, const ShortTitles& short_titles)
    : scan_(scan), words_(words), short_titles_(short_titles) {
  for (const Hit& hit : scan.hits)
    if (hit.list == ListKind::title && hit.last > hit.first + 1 &&
        scan.rules->titles[hit.entry].policy == TitlePolicy::anywhere)
      heads_.push_back(token(hit.last - 1).key);
  std::sort(heads_.begin(), heads_.end());
  heads_.erase(std::unique(heads_.begin(), heads_.end()), heads_.end());
}

bool TitleEvidence::accepts(const Title& title, std::uint32_t block, TokenRange at) const {
  if (title.is_short && (!same_case(scan_.text(at), title.surface) || is_place_or_time(block, at)))
    return false;
  switch (title.policy) {
    case TitlePolicy::anywhere:
      return true;
    case TitlePolicy::exact_case:
      return same_case(scan_.text(at), title.surface);
    case TitlePolicy::cue:
      return in_title_position(block, at) || is_settled(title, block, at) ||
             (heads(block, at) && at.last == scan_.blocks[block].tokens.last) ||
             (is_named_in_full(at) && names_people(block, at)) || earns(block, at);
    case TitlePolicy::settled:
      return is_settled(title, block, at);
    case TitlePolicy::noun:
      return in_title_position(block, at) || heads(block, at) || names_people(block, at) ||
             is_settled(title, block, at);
    case TitlePolicy::plural:
      return in_title_position(block, at) || heads(block, at) ||
             (is_plural(at.last - 1) && names_people(block, at) && !is_of(block, at.last));
    case TitlePolicy::never:
      return false;
  }
  return false;
}

bool TitleEvidence::in_title_position(std::uint32_t b, TokenRange at) const {
  const TokenRange range = scan_.blocks[b].tokens;
  const auto modifier = words_.before(at.first, range.first);
  if (modifier && modifier->cls == TitleModifier::Class::level) return true;
  const Block& block = scan_.document->blocks[b];
  if (block.kind == BlockKind::cell && at.last - at.first + 3 >= range.last - range.first &&
      block.row >= scan_.document->tables[block.table].header_rows && block.column < 2)
    return token(at.first).upper_first;
  if (block.kind == BlockKind::list_item && at.first <= range.first + 2 && token(at.first).upper_first &&
      (at.last == range.last || token(at.last).is(':') || token(at.last).is('(') || token(at.last).is('-') ||
       scan_.word(at.last) == "—"))
    return true;
  // "Interim controller - $75": a word that is no part of the title may have the capital.
  const bool follows = modifier && modifier->at.first == range.first && token(range.first).upper_first;
  if (at.first <= range.first + 2 && (follows || token(at.first).upper_first) &&
      labels_amount(at.last, range.last))
    return true;
  // "superintendents $190,000, principals $113,000 and teachers $66,000"
  static const std::uint64_t kAnd = word_key("and");
  if (is_money(at.last, range.last) && at.first > range.first && is_plural(at.last - 1) &&
      (token(at.first - 1).is(',') || token(at.first - 1).is(';') || token(at.first - 1).key == kAnd))
    return true;
  const std::uint32_t near = std::max(range.first, at.first - std::min(at.first, kLongestPhrase));
  for (const CueHit& cue : scan_.cues(Feature::title_cue, {near, std::min(at.last + 1, range.last)})) {
    if (static_cast<TitleCue>(cue.value) != TitleCue::yes) continue;
    if (cue.place == Place::before && cue.at.last == at.first) return true;
    if (cue.place == Place::after && cue.at.first == at.last) return true;
  }
  return false;
}

bool TitleEvidence::is_money(std::uint32_t i, std::uint32_t last) const {
  static constexpr std::array<std::string_view, 4> kCurrencies{"$", "£", "€", "₹"};
  return i < last && std::find(kCurrencies.begin(), kCurrencies.end(), scan_.word(i)) != kCurrencies.end();
}

// "Buyer, $60,000", "Judge: 90,000": an amount is told of it.
bool TitleEvidence::labels_amount(std::uint32_t i, std::uint32_t last) const {
  if (is_money(i, last)) return true;
  if (i + 1 >= last || token(i).is_word() || token(i).is_number()) return false;
  return is_money(i + 1, last) || (token(i).is(':') && token(i + 1).is_number());
}

bool TitleEvidence::is_refused(std::uint32_t block, TokenRange at) const {
  const TokenRange range = scan_.blocks[block].tokens;
  const std::uint32_t from = at.first >= range.first + 3 ? at.first - 3 : range.first;
  for (const CueHit& cue : scan_.cues(Feature::title_cue, {from, std::min(at.last + 1, range.last)})) {
    if (static_cast<TitleCue>(cue.value) != TitleCue::no) continue;
    if ((cue.place == Place::before && cue.at.last == at.first) ||
        (cue.place == Place::after && cue.at.first == at.last))
      return true;
  }
  return false;
}

bool TitleEvidence::is_inside_name(std::uint32_t b, TokenRange at) const {
  static const KeySet kJoins{"of", "for"};
  static const std::uint64_t kAnd = word_key("and");
  const TokenRange range = scan_.blocks[b].tokens;
  if (!token(at.first).upper_first) return false;
  // A heading has capitals anyway.
  const bool heading = is_heading(scan_.document->blocks[b]);
  // "Institute of Chartered Accountants"
  if (!heading && at.first >= range.first + 2 && kJoins.contains(token(at.first - 1)) &&
      ends_name(at.first - 2))
    return true;
  if (at.last == range.last) return false;
  const auto is_possessive = [&](std::uint32_t i) { return i < range.last && scan_.is_possessive(i); };
  std::uint32_t first = at.last;
  // "Harbour Nurses and Midwives' Association"
  if (token(first).key == kAnd && first + 1 < range.last && token(first + 1).upper_first &&
      is_possessive(first + 2))
    first += 2;
  const bool possessive = is_possessive(first);
  if (heading && !possessive) return false;
  if (possessive) ++first;
  const std::uint32_t last = std::min(range.last, first + kLongestName);
  std::uint32_t end = first;
  while (end < last && (token(end).upper_first || token(end).is_number() || kJoins.contains(token(end))))
    ++end;
  for (const CueHit& cue : scan_.cues(Feature::title_cue, {first, end}))
    if (static_cast<TitleCue>(cue.value) == TitleCue::name && cue.at.last <= end &&
        token(cue.at.first).upper_first)
      return true;
  return false;
}

bool TitleEvidence::ends_name(std::uint32_t i) const {
  if (!token(i).upper_first) return false;
  const auto cues = scan_.cues(Feature::title_cue, {i, i + 1});
  return std::any_of(cues.begin(), cues.end(),
                     [](const CueHit& cue) { return static_cast<TitleCue>(cue.value) == TitleCue::name; });
}

bool TitleEvidence::is_plural(std::uint32_t i) const {
  if (token(i).all_upper) return scan_.word(i).back() == 's';
  const std::string word = to_lower(scan_.word(i));
  return singular(word) != word;
}

// "2. Estimators", "Joiner salaries": a heading begins with it and says no other noun.
bool TitleEvidence::heads(std::uint32_t b, TokenRange at) const {
  if (!is_heading(scan_.document->blocks[b]) || !token(at.first).upper_first) return false;
  const TokenRange range = scan_.blocks[b].tokens;
  for (std::uint32_t i = range.first; i < at.first; ++i)
    if (token(i).is_word()) return false;
  return at.last == range.last || !token(at.last).is_word();
}

// "A joiner fits …", "masons and roofers": the word is a noun, and stands for somebody.
bool TitleEvidence::names_people(std::uint32_t b, TokenRange at) const {
  const TokenRange range = scan_.blocks[b].tokens;
  if (!is_common_noun(b, at)) return false;
  std::uint32_t first = at.first;  // of the noun with what may stand before it
  bool stop = first == range.first;
  for (std::uint32_t steps = 0; steps < kMostBetween && !stop; ++steps) {
    const auto modifier = words_.before(first, range.first);
    if (!modifier) break;
    stop = modifier->cls == TitleModifier::Class::stop || modifier->at.first == range.first;
    first = modifier->at.first;
  }
  if (!stop && first > range.first && token(first - 1).is_word()) return false;
  if (is_plural(at.last - 1))
    return !takes_verb(first, at.first) && (at.last == range.last || !token(at.last).is('-'));
  return has_determiner(first, at.first) && goes_on_without_noun(at.last, range.last);
}

// "She tailors suits": a verb of that word.
bool TitleEvidence::takes_verb(std::uint32_t first, std::uint32_t noun) const {
  static const KeySet kSubjects{"he",   "she",  "it",    "who",    "which", "that",
                                "this", "also", "never", "always", "often", "then"};
  return noun > 0 && noun > first && kSubjects.contains(token(noun - 1));
}

bool TitleEvidence::is_of(std::uint32_t b, std::uint32_t i) const {
  static const std::uint64_t kOf = word_key("of");
  return scan_.blocks[b].tokens.contains(i) && token(i).key == kOf;
}

// Small letters, or capitals that the place asks for: "Mason" is a surname elsewhere.
bool TitleEvidence::is_common_noun(std::uint32_t b, TokenRange at) const {
  if (!token(at.first).upper_first || is_heading(scan_.document->blocks[b])) return true;
  return token(at.first).all_upper || scan_.sentence_at(b, at.first).first == at.first;
}

bool TitleEvidence::has_determiner(std::uint32_t first, std::uint32_t noun) const {
  static const KeySet kDeterminers{"a",   "an",  "the", "every", "each", "one",  "your", "his",
                                   "her", "our", "my",  "any",   "some", "that", "this"};
  for (std::uint32_t i = first; i < noun; ++i)
    if (kDeterminers.contains(token(i))) return true;
  return first > 0 && kDeterminers.contains(token(first - 1));
}

// What follows is no noun that the word belongs to ("a courier firm"): a sign, a verb, a small word.
bool TitleEvidence::goes_on_without_noun(std::uint32_t i, std::uint32_t last) const {
  static const KeySet kVerbs{"can",  "could", "may",    "might", "will", "would", "has", "had",
                             "does", "did",   "should", "must",  "or",   "by",    "out", "gets"};
  if (i >= last) return true;
  if (!token(i).is_word()) return !token(i).is('-') || token(i).space_before;
  const std::string word = to_lower(scan_.word(i));
  if (kVerbs.contains(token(i)) || word.ends_with("ed") || word.ends_with("ing")) return true;
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")) return true;
  const auto next = words_.at(i, last);
  return next && next->cls == TitleModifier::Class::stop;
}

// "The controller", where the document speaks of an assistant controller too.
bool TitleEvidence::is_named_in_full(TokenRange at) const {
  return at.last == at.first + 1 && std::binary_search(heads_.begin(), heads_.end(), token(at.first).key);
}

// "A controller at a mid-sized firm makes $130,000": who earns is no thing.
bool TitleEvidence::earns(std::uint32_t b, TokenRange at) const {
  constexpr std::uint32_t kReach = 8;   // tokens from the title to the verb
  constexpr std::uint32_t kAmount = 6;  // and from there to the amount: "between about $"
  static const KeySet kWhere{"at", "in", "with", "for", "of", "on", "who"};
  static const KeySet kVerbs{"make", "makes", "earn", "earns", "made", "earned"};
  static const KeySet kModals{"can", "may", "might", "could", "will", "now", "often", "typically", "usually"};
  const std::uint32_t last = scan_.blocks[b].tokens.last;
  if (at.last >= last || token(at.first).all_upper || !is_common_noun(b, at) ||
      !has_determiner(at.first, at.first))
    return false;
  const bool where = kWhere.contains(token(at.last));
  std::uint32_t verb = at.last;
  for (const std::uint32_t end = std::min(last, at.last + kReach); verb < end; ++verb) {
    if (kVerbs.contains(token(verb))) break;
    if (!where && !kModals.contains(token(verb))) return false;
    if (!token(verb).is_word() && !token(verb).is('-')) return false;
  }
  if (verb >= last || !kVerbs.contains(token(verb))) return false;
  for (std::uint32_t i = verb + 1; i < last && i <= verb + kAmount && !token(i).is('.'); ++i)
    if (is_money(i, last)) return true;
  return false;
}

// The document tells what the capitals mean, and here they are no field either: "PM software".
bool TitleEvidence::is_settled(const Title& title, std::uint32_t b, TokenRange at) const {
  return title.is_short && short_titles_.meaning(title) != nullptr && stands_for_people(b, at);
}

bool TitleEvidence::stands_for_people(std::uint32_t b, TokenRange at) const {
  if (is_place_or_time(b, at)) return false;
  return is_plural(at.last - 1) || goes_on_without_noun(at.last, scan_.blocks[b].tokens.last) ||
         in_title_position(b, at);
}

// "Fresno, CA", "nurses in PA", a cell of a table of states, and "5 PM" are no people.
bool TitleEvidence::is_place_or_time(std::uint32_t b, TokenRange at) const {
  static const std::uint64_t kIn = word_key("in");
  const TokenRange range = scan_.blocks[b].tokens;
  if (at.first == range.first)
    return at.last == range.last && is_code(at.first) && short_titles_.among_codes();
  const Token& before = token(at.first - 1);
  if (before.is_number()) return !is_plural(at.last - 1);
  if (before.key == kIn) return is_code(at.first) && goes_on_without_noun(at.last, range.last);
  if (!before.is(',') || at.first < range.first + 2) return false;
  const Token& place = token(at.first - 2);
  return place.is_word() && place.upper_first && !place.all_upper;
}

bool TitleEvidence::is_code(std::uint32_t i) const { return token(i).end == token(i).begin + 2; }

}  // namespace careerfacts
