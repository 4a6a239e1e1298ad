#include "extract/sense_reader.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

#include "extract/key_set.h"
#include "extract/percent_subject.h"
#include "extract/word_set.h"
#include "extract/years.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kWholeSentence = 12;  // tokens; a longer sentence of prose speaks for itself

// Words asked of, in small letters.
constexpr WordSet kComparing{"than", "above", "below", "over", "behind", "ahead"};
constexpr WordSet kArticles{"a", "an"};
constexpr WordSet kLeads{"of", "at", "by", "to", "from", "is", "was", "are", "were", ":", "(", "=", "-"};
constexpr WordSet kOfDoers{"by", "at", "in", "among"};
constexpr WordSet kGroups{"women", "men", "people", "staff", "us", "who", "workforce"};
constexpr WordSet kOwners{"a",    "an",  "the", "their", "its", "his", "her",
                          "your", "our", "my",  "some",  "any", "no"};
constexpr WordSet kNoGroups{"earnings", "sales", "wages", "this"};
constexpr WordSet kThat{"that"};
constexpr WordSet kBehindPhrase{"over", "above", "for",  "in",  "on",    "at",     "to",   "from",
                                "as",   "if",    "when", "per", "after", "before", "aside"};
constexpr WordSet kClaims{"want",   "wants",   "wanted",  "seeks", "seeking",
                          "sought", "demands", "offered", "get"};
constexpr WordSet kThan{"than"};
constexpr WordSet kWithin{"within", "after", "once", "twice", "times"};
// Verbs of change that need no object: what they end at is a level.
constexpr WordSet kGoes{"fell",    "rose",     "grew",   "dropped", "climbed", "jumped", "surged",
                        "soared",  "declined", "slid",   "sank",    "rises",   "falls",  "plunged",
                        "slipped", "tumbled",  "dipped", "shrank",  "risen",   "fallen", "grown",
                        "leapt",   "climbs",   "drops",  "jumps",   "up",      "down"};
constexpr WordSet kDates{"last", "next", "every", "each"};
constexpr WordSet kLimits{"to", "from"};
constexpr WordSet kFrom{"from"};
constexpr WordSet kNearArticles{"a", "an", "the", "this", "its", "their"};
constexpr WordSet kOpensClause{"of", "who", "whose", "are", "were", "have", "had", "do", "did"};

// Whether a word, in whatever case, is one of them.
template <std::size_t n>
bool is_one_of(std::string_view word, const WordSet<n>& words) {
  std::array<char, 14> lower{};  // none of them is longer
  if (word.size() > lower.size()) return false;
  std::transform(word.begin(), word.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return words.contains({lower.data(), word.size()});
}

Sense sense_of(const CueHit& cue) { return static_cast<Sense>(cue.value); }

}  // namespace

SenseReader::SenseReader(const Scan& scan, const PercentExpression& percent, const FigureContext& context)
    : scan_(scan), percent_(percent), context_(context), begin_(begin_with_hedge()), lead_(begin_of_lead()) {}

const CueHit* SenseReader::in_sentence() const {
  const CueHit* before = near(Feature::sense, context_.left, Place::before, false);
  const TokenRange close{context_.right.first, std::min(context_.right.first + 3, context_.right.last)};
  const CueHit* behind = near(Feature::sense, close, Place::after, true);
  // "adds 22% a year" is a change, "adds 22%" a difference.
  const bool yearly = behind != nullptr && sense_of(*behind) == Sense::change && before != nullptr &&
                      sense_of(*before) == Sense::difference;
  const CueHit* sum = sum_behind();
  // "employers want 35% of their staff back", "members will get 10% off"
  if (behind != nullptr && before != nullptr && sense_of(*behind) != Sense::change &&
      sense_of(*behind) != Sense::difference && before->place == Place::close &&
      behind->at.first == context_.figure.at.last && is_one_of(scan_.word(before->at.last - 1), kClaims))
    return behind;
  // "take off 30% for tax", "an extra 5% commission"
  if (behind != nullptr && behind->place == Place::next && sense_of(*behind) == Sense::other &&
      behind->at.first == context_.figure.at.last && before != nullptr &&
      sense_of(*before) == Sense::difference)
    return behind;
  // "fell to 17% of the target"
  if (before != nullptr && is_level(*before) && sense_of_level(*before) == before &&
      !phrase_behind().empty() && behind != nullptr)
    return behind;
  // "which nearly everybody passes (70% is the pass mark)"
  if (behind != nullptr && sense_of(*behind) == Sense::other && begin_ > context_.left.first &&
      scan_.tokens[begin_ - 1].is('('))
    return behind;
  if (before != nullptr && before->at.last >= lead_ && !yearly && !did_it(*before, behind) &&
      !(sum != nullptr && sense_of(*before) != Sense::change))
    return is_level(*before) ? sense_of_level(*before) : before;
  if (sum != nullptr) return sum;
  // "48% of candidates pass": the outcome is told behind the group.
  if (behind != nullptr && sense_of(*behind) == Sense::share && !phrase_behind().empty())
    if (const CueHit* outcome = rate_behind()) return outcome;
  // "turnover runs at 47% a year" is a rate, though a year is told.
  if (behind != nullptr && sense_of(*behind) == Sense::change && before != nullptr &&
      sense_of(*before) == Sense::rate)
    return before;
  if (behind != nullptr) return behind;
  if (before != nullptr) return is_level(*before) ? sense_of_level(*before) : before;
  if (const CueHit* cue = near(Feature::sense, context_.right, Place::after, true)) return cue;
  return nullptr;
}

const CueHit* SenseReader::earlier() const {
  if (context_.left.first == context_.sentence.first) return nullptr;
  return near(Feature::sense, {context_.sentence.first, context_.left.first}, Place::before, false);
}

// "A third (33%) would leave": the verb stands behind the bracket.
const CueHit* SenseReader::behind_bracket() const {
  const std::uint32_t first = context_.figure.at.first, last = context_.figure.at.last;
  if (first == context_.sentence.first || last + 1 >= context_.sentence.last ||
      !scan_.tokens[first - 1].is('(') || !scan_.tokens[last].is(')'))
    return nullptr;
  for (const CueHit& cue : scan_.cues(Feature::sense, {last + 1, last + 2}))
    if (cue.place == Place::next && sense_of(cue) == Sense::share) return &cue;
  return nullptr;
}

const CueHit* SenseReader::around() const {
  if (const CueHit* cue = behind_bracket()) return cue;
  const bool prose = scan_.document->blocks[context_.figure.block].kind == BlockKind::paragraph;
  for (const FigurePlace& place : context_.places) {
    if (prose && context_.sentence.last - context_.sentence.first > kWholeSentence) break;
    // The cells to the right of a figure speak of other things.
    if (place.kind == PlaceKind::row && place.block > context_.figure.block) continue;
    // What a paragraph or the one before it began with is over.
    if (prose && (place.kind == PlaceKind::opening || place.kind == PlaceKind::block_before)) continue;
    if (const CueHit* cue = last_wide_cue(place.at)) return cue;
  }
  return nullptr;
}

Direction SenseReader::direction(Sense sense, const CueHit* told_by) const {
  if (sense != Sense::change && sense != Sense::difference) return Direction::none;
  if (percent_.negative) return Direction::down;
  if (percent_.positive) return Direction::up;
  if (told_by != nullptr)
    if (const CueHit* own = scan_.last_cue(Feature::direction, told_by->at))
      return static_cast<Direction>(own->value);
  const TokenRange close{context_.right.first, std::min(context_.right.first + 4, context_.right.last)};
  for (const auto& [range, side, forward] :
       {std::tuple(close, Place::after, true), std::tuple(context_.left, Place::before, false),
        std::tuple(context_.right, Place::after, true),
        std::tuple(TokenRange{context_.sentence.first, context_.left.first}, Place::before, false)})
    if (const CueHit* cue = near(Feature::direction, range, side, forward);
        cue != nullptr && !compares_levels(*cue))
      return static_cast<Direction>(cue->value);
  // What a sentence of prose tells of itself needs no word from outside.
  const bool prose = scan_.document->blocks[context_.figure.block].kind == BlockKind::paragraph;
  if (prose && sense == Sense::change && told_by != nullptr && context_.sentence.contains(told_by->at.first))
    return Direction::up;
  for (const FigurePlace& place : context_.places)
    if (const CueHit* cue = scan_.last_cue(Feature::direction, place.at))
      return static_cast<Direction>(cue->value);
  return Direction::up;
}

// "the median award was 3%, down from 4%": which of two figures is the greater, and not which way each goes.
bool SenseReader::compares_levels(const CueHit& cue) const {
  return cue.at.first > context_.figure.at.last && scan_.tokens[cue.at.first - 1].is(',') &&
         cue.at.last < context_.sentence.last && is_one_of(scan_.word(cue.at.last), kFrom);
}

std::uint32_t SenseReader::end_of_comparand(const CueHit& cue) const {
  if (context_.sentence.contains(cue.at.first)) return context_.right.last;
  for (const FigurePlace& place : context_.places)
    if (place.at.contains(cue.at.first)) return place.at.last;
  return cue.at.last;
}

bool SenseReader::compares_times(const CueHit& cue) const {
  const std::uint32_t from = comparand(cue), limit = end_of_comparand(cue);
  if (YearReader(scan_).compared(from, limit) != 0) return true;
  static constexpr WordSet kBetween{
      "it",      "they",   "he",    "she",    "we",     "you",     "was",      "were",   "did",   "had",
      "have",    "been",   "is",    "are",    "in",     "at",      "the",      "a",      "an",    "one",
      "two",     "three",  "four",  "five",   "six",    "seven",   "eight",    "nine",   "ten",   "few",
      "several", "couple", "of",    "this",   "that",   "same",    "point",    "time",   "back",  "during",
      "for",     "its",    "their", "eleven", "twelve", "fifteen", "eighteen", "twenty", "thirty"};
  for (std::uint32_t i = from; i < limit; ++i) {
    for (const CueHit& time : scan_.cues(Feature::sense, {i, i + 1}))
      if (time.place == Place::than) return true;
    if (!scan_.tokens[i].is_number() && !is_one_of(scan_.word(i), kBetween)) return false;
  }
  return false;
}

std::optional<int> SenseReader::year_compared(const CueHit& cue) const {
  const int year = YearReader(scan_).compared(comparand(cue), end_of_comparand(cue));
  return year == 0 ? std::nullopt : std::optional<int>(year);
}

// The token behind "than" or "above"; the end of the clause when none is there.
std::uint32_t SenseReader::comparand(const CueHit& cue) const {
  constexpr std::uint32_t kReach = 8;
  const std::uint32_t limit = context_.right.last;
  if (!context_.sentence.contains(cue.at.first)) return cue.at.last;  // "vs. 2019" in a header
  const bool before = cue.at.first < context_.figure.at.last;  // "added 15% more … than they had in 2019"
  const std::uint32_t from = before ? context_.figure.at.last : cue.at.first;
  for (std::uint32_t i = from; i < limit && i < from + kReach; ++i)
    if (before ? is_one_of(scan_.word(i), kThan) : is_one_of(scan_.word(i), kComparing)) return i + 1;
  return limit;
}

// The last cue in `range` that may speak of a figure in another cell or sentence.
const CueHit* SenseReader::last_wide_cue(TokenRange range) const {
  const CueHit* best = nullptr;
  for (const CueHit& cue : scan_.cues(Feature::sense, range)) {
    const bool wide = cue.place == Place::any || cue.place == Place::before || cue.place == Place::after ||
                      cue.place == Place::around;
    if (!wide || cue.at.last > range.last) continue;
    if (best == nullptr || cue.at.last > best->at.last) best = &cue;
  }
  return best;
}

std::uint32_t SenseReader::begin_with_hedge() const {
  constexpr std::uint32_t kLongestHedge = 6;
  const std::uint32_t end = context_.figure.at.first;
  const std::uint32_t from = std::max(context_.left.first, end - std::min(end, kLongestHedge));
  for (const CueHit& cue : scan_.cues(Feature::modifier, {from, end}))
    if (cue.at.last == end && cue.place != Place::after && cue.place != Place::next)
      return static_cast<Modifier>(cue.value) == Modifier::none ? end : cue.at.first;  // "edged up to"
  return end;
}

// What ends here or later has nothing but a word that joins between itself and the figure: "growth of about
// 5%", "pass rate: 54%", "rose by another 2%".
std::uint32_t SenseReader::begin_of_lead() const {
  static constexpr WordSet kDegrees{"further",  "another", "extra",  "additional", "just",  "only",
                                    "whopping", "mere",    "measly", "modest",     "hefty", "full"};
  const std::uint32_t first = context_.left.first;
  std::uint32_t begin = begin_;
  if (first < begin && is_one_of(scan_.word(begin - 1), kDegrees)) {
    --begin;
    if (first < begin && is_one_of(scan_.word(begin - 1), kArticles)) --begin;
  }
  if (first < begin && is_one_of(scan_.word(begin - 1), kLeads)) --begin;
  return begin;
}

// "budgets were cut at 37% of the firms": they are those who did it, and no measure of the change.
bool SenseReader::did_it(const CueHit& change, const CueHit* behind) const {
  if (behind == nullptr || sense_of(*behind) != Sense::share || sense_of(change) != Sense::change)
    return false;
  return behind->at.first == context_.figure.at.last && change.at.last < context_.figure.at.first &&
         is_one_of(scan_.word(change.at.last), kOfDoers);
}

// "20% of a candidate's annual pay": the cue that ends the noun phrase behind "of".
const CueHit* SenseReader::sum_behind() const {
  const TokenRange whole = phrase_behind();
  if (whole.empty() || holds_a_group(whole)) return nullptr;
  for (const CueHit& cue : scan_.cues(Feature::sense, whole))
    if (cue.place == Place::of && cue.at.last == whole.last) return &cue;
  return nullptr;
}

// "of employers raised pay", "of staff got a bonus": those who do something, and no part of a sum.
bool SenseReader::holds_a_group(TokenRange phrase) const {
  for (std::uint32_t i = phrase.first; i + 1 < phrase.last; ++i) {
    if (is_one_of(scan_.word(i), kGroups)) return true;
    if (i > phrase.first && is_one_of(scan_.word(i), kOwners)) return true;
    const std::string_view word = scan_.word(i);
    const bool plural = word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' &&
                        !is_one_of(scan_.word(i), kNoGroups);
    const std::string_view next = scan_.word(i + 1);
    if (plural && scan_.tokens[i].is_word() && next.front() != '\'') return true;
  }
  return false;
}

// The noun phrase behind "of"; empty when none is there.
TokenRange SenseReader::phrase_behind() const {
  constexpr std::uint32_t kLongest = 8;
  static const std::uint64_t kOf = word_key("of");
  const TokenRange right = context_.right;
  if (right.empty() || scan_.tokens[right.first].key != kOf) return {};
  TokenRange whole{right.first + 1, right.first + 1};
  if (whole.last < right.last && is_one_of(scan_.word(whole.last), kThat)) ++whole.last;
  std::uint32_t words = 0;  // those of "U.S.-educated" and "first-time" are more tokens
  while (whole.last < right.last && words < kLongest && !ends_phrase(whole.last) &&
         !is_one_of(scan_.word(whole.last), kBehindPhrase) &&
         (whole.last == whole.first || !is_one_of(scan_.word(whole.last), kDates))) {
    if (scan_.tokens[whole.last].is_word() && scan_.tokens[whole.last].space_before) ++words;
    ++whole.last;
  }
  return whole;
}

// "the gap shrank to 6%", "it has fallen since 2021, from 12%": the figure is a level, not the change.
bool SenseReader::is_level(const CueHit& cue) const {
  const std::uint32_t begin = begin_;
  if (sense_of(cue) != Sense::change || cue.at.last >= begin) return false;
  if (scan_.tokens[cue.at.last].is(',') && cue.at.last + 2 == begin && scan_.word(begin - 1) == "to")
    return true;  // "doubled, to 4%"
  return is_one_of(scan_.word(cue.at.last), kLimits) || is_one_of(scan_.word(begin - 1), kFrom);
}

// "Burnout fell to 48%": a part of a whole, where no gap or growth is told to have fallen.
bool SenseReader::is_bare_level(const CueHit& cue) const {
  return is_level(cue) && is_one_of(scan_.word(cue.at.last - 1), kGoes) && sense_of_level(cue) == &cue &&
         scan_.word(cue.at.last) == "to" && !holds_change(cue.at.first);
}

// Whether a noun of change stands before `end`: "the median award".
bool SenseReader::holds_change(std::uint32_t end) const {
  for (const CueHit& cue : scan_.cues(Feature::sense, {context_.sentence.first, end}))
    if (sense_of(cue) == Sense::change && cue.at.last <= end) return true;
  return false;
}

// What rose or fell to the level: "the gap", "wage growth".
const CueHit* SenseReader::sense_of_level(const CueHit& change) const {
  const CueHit* best = &change;
  for (const CueHit& cue : scan_.cues(Feature::sense, {context_.sentence.first, change.at.first})) {
    if (cue.place != Place::any && cue.place != Place::before) continue;
    if (sense_of(cue) != Sense::change || scan_.last_cue(Feature::direction, cue.at) != nullptr) best = &cue;
  }
  return best;
}

bool SenseReader::ends_phrase(std::uint32_t i) const {
  static const KeySet kEnds{"is",   "are",    "was", "were", "will",   "have", "has", "had", "say",
                            "said", "report", "now", "that", "which",  "who",  "and", "but", "require",
                            "list", "earn",   "use", "plan", "expect", "work", "by",  "with"};
  const Token& token = scan_.tokens[i];
  // "22-year-olds", "U.S.-educated candidates"
  if (token.is_number() && i + 1 < scan_.tokens.size() && scan_.tokens[i + 1].is('-')) return false;
  if (token.is('.') && i + 1 < scan_.tokens.size() && !scan_.tokens[i + 1].space_before) return false;
  if (!token.is_word()) return !token.is('-') && !token.is('/') && token.first != '\'';
  return kEnds.contains(token);
}

const CueHit* SenseReader::rate_behind() const {
  // The group may be long: "of U.S.-educated first-time test takers passed".
  const std::uint32_t reach = std::max(context_.right.first + 7, phrase_behind().last + 3);
  const TokenRange clause{context_.right.first, std::min(reach, context_.right.last)};
  const std::span<const CueHit> cues = scan_.cues(Feature::sense, clause);
  for (std::size_t i = 0; i < cues.size(); ++i) {
    // "fail to answer" is no outcome: of the cues that begin together the longest counts, which stands last.
    const bool longest = i + 1 == cues.size() || cues[i + 1].at.first != cues[i].at.first;
    const bool behind = cues[i].place == Place::any || cues[i].place == Place::after;
    if (longest && behind && sense_of(cues[i]) == Sense::rate) return &cues[i];
  }
  return nullptr;
}

// "more than 20%", "below 50%": the words are a hedge on the figure, not a comparison.
bool SenseReader::is_hedge(const CueHit& cue) const {
  return cue.at.last <= context_.figure.at.first && cue.at.last > begin_;
}

// "tax" in "Tax Manager", "growth" in "a growth manager".
bool SenseReader::is_in_title(const CueHit& cue) const {
  return cue.at.last == cue.at.first + 1 && scan_.begins_title(context_.figure.block, cue.at);
}

// "the 2.8% offer": a noun, and nobody who does something; "the 15% who offer it" are.
bool SenseReader::follows_article(const CueHit& cue) const {
  const std::uint32_t at = context_.figure.at.first;
  return sense_of(cue) == Sense::share && at > context_.left.first &&
         is_one_of(scan_.word(at - 1), kNearArticles) && !is_one_of(scan_.word(cue.at.first), kOpensClause);
}

// A cue behind the figure may end beyond the range it begins in: a longer phrase tells more than its first
// word.
bool SenseReader::fits(const CueHit& cue, TokenRange range, Place side) const {
  if (cue.at.last > (side == Place::after ? context_.right.last : range.last)) return false;
  if (cue.place == Place::of || cue.place == Place::than) return false;
  // "plan to quit within a year"
  if (cue.at.last == cue.at.first + 2 && cue.at.first > 0 && is_one_of(scan_.word(cue.at.first), kArticles) &&
      is_one_of(scan_.word(cue.at.first - 1), kWithin))
    return false;
  if (cue.place == Place::close) return side == Place::before && cue.at.last >= lead_;
  if (cue.place == Place::next) {
    // "28% — plan to retire", in a list of what people say
    const std::uint32_t behind = context_.figure.at.last;
    const bool parted = cue.at.first == behind + 1 && sense_of(cue) == Sense::share &&
                        (scan_.tokens[behind].is('-') || scan_.word(behind) == "—");
    return side == Place::after && (cue.at.first == behind || parted) && !follows_article(cue);
  }
  return cue.place == Place::any || cue.place == side;
}

const CueHit* SenseReader::near(Feature feature, TokenRange range, Place side, bool forward) const {
  const CueHit* best = nullptr;
  for (const CueHit& cue : scan_.cues(feature, range)) {
    if (!fits(cue, range, side) || is_hedge(cue) || is_in_title(cue)) continue;
    if (forward) {
      if (best == nullptr || (cue.at.first == best->at.first && cue.at.last > best->at.last)) best = &cue;
    } else if (best == nullptr || cue.at.last > best->at.last) {
      best = &cue;
    }
  }
  return best;
}

// What the figure is about: "of <noun phrase>" behind it, or the noun phrase before its verb.
TokenRange SenseReader::subject() const {
  static const std::uint64_t kOf = word_key("of");
  static const KeySet kNamesOfRates{"rate",   "gap",   "premium",  "penalty",
                                    "growth", "share", "turnover", "unemployment"};
  if (context_.right.first < context_.right.last && scan_.tokens[context_.right.first].key == kOf)
    return noun_phrase_behind(scan_, context_.right.first + 1, context_.right.last);
  const CueHit* cue = near(Feature::sense, context_.left, Place::before, false);
  if (cue == nullptr) return {};
  // "The first-time pass rate was 70%": the cue itself is what is told of.
  const bool is_name = kNamesOfRates.contains(scan_.tokens[cue->at.last - 1]);
  return noun_phrase_before(scan_, context_.left.first, is_name ? cue->at.last : cue->at.first);
}

}  // namespace careerfacts
