#include "extract/bound_fields.h"

#include <algorithm>
#include <optional>

#include "extract/key_set.h"
#include "extract/number.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kHedgeReach =
    2;  // tokens that may stand between a hedge and its figure: "over a", "up to $"

// A number in digits or words.
bool is_count(const Scan& scan, std::uint32_t token) {
  if (scan.tokens[token].is_number()) return true;
  return scan.tokens[token].is_word() &&
         read_number_words(scan.document->text, scan.tokens, token, token + 1, scan.rules->number_words)
             .has_value();
}

bool is_article(const Scan& scan, std::uint32_t token) {
  const std::string_view word = scan.word(token);
  return word == "a" || word == "an" || word == "just" || word == "the" || scan.tokens[token].is('(');
}

// "c£60k", but not "Band C £60,000".
bool is_letter_apart(const Scan& scan, const CueHit& cue) {
  const Token& letter = scan.tokens[cue.at.first];
  if (cue.at.last - cue.at.first > 1 || !letter.is_word() || letter.end - letter.begin > 1) return false;
  return letter.upper_first || scan.tokens[cue.at.last].space_before;
}

// The last hedge that ends at `end` or shortly before.
const CueHit* hedge_that_ends(const Scan& scan, TokenRange sentence, std::uint32_t end) {
  const std::uint32_t from = end >= sentence.first + 6 ? end - 6 : sentence.first;
  const CueHit* best = nullptr;
  for (const CueHit& cue : scan.cues(Feature::modifier, {from, end})) {
    if (cue.place == Place::after || cue.place == Place::next || cue.at.last > end) continue;
    if (end - cue.at.last > kHedgeReach || is_letter_apart(scan, cue)) continue;
    bool plain_between = true;
    for (std::uint32_t t = cue.at.last; t < end; ++t) plain_between = plain_between && is_article(scan, t);
    if (plain_between && (best == nullptr || cue.at.last > best->at.last)) best = &cue;
  }
  return best;
}

// "around 84% and 87%": where nothing but "and" or "or" parts two figures, they share "around".
const CueHit* shared_hedge(const Scan& scan, const FigureContext& context) {
  const TokenRange joint = context.left;
  if (!context.shares_clause || joint.last != joint.first + 1) return nullptr;
  if (scan.word(joint.first) != "and" && scan.word(joint.first) != "or") return nullptr;
  constexpr std::uint32_t kLongestFigure = 6;
  std::uint32_t begin = joint.first;
  while (begin > context.sentence.first && joint.first - begin < kLongestFigure) {
    const CueHit* cue = hedge_that_ends(scan, context.sentence, --begin);
    if (cue != nullptr && cue->at.last == begin)
      return static_cast<Modifier>(cue->value) == Modifier::about ? cue : nullptr;
  }
  return nullptr;
}

// "The highest 10% earn more than" over the column or before the row: it runs on into its figures.
const CueHit* hedge_of_label(const Scan& scan, const FigureContext& context) {
  if (scan.document->blocks[context.figure.block].kind != BlockKind::cell) return nullptr;
  for (const FigurePlace& place : context.places) {
    if (place.kind != PlaceKind::header && place.kind != PlaceKind::row_label) continue;
    if (place.at.last < place.at.first + 2) continue;
    // Of two words: "20 and above" and "Fresno, CA" are of the label itself.
    for (const CueHit& cue : scan.cues(Feature::modifier, {place.at.last - 2, place.at.last - 1}))
      if (cue.place == Place::before && cue.at.last == place.at.last) return &cue;
  }
  return nullptr;
}

const CueHit* hedge_before(const Scan& scan, const FigureContext& context) {
  const CueHit* own = hedge_that_ends(scan, context.sentence, context.figure.at.first);
  if (own == nullptr) own = shared_hedge(scan, context);
  return own != nullptr ? own : hedge_of_label(scan, context);
}

// "a year", "per hour", "/ month": what may stand between a figure and the hedge that ends its phrase.
bool is_unit(const Scan& scan, TokenRange range) {
  static const KeySet kUnits{"a",    "an",    "per",  "each",  "hour", "day",
                             "week", "month", "year", "annum", "hr",   "yr"};
  for (std::uint32_t t = range.first; t < range.last; ++t)
    if (!scan.tokens[t].is('/') && !kUnits.contains(scan.tokens[t])) return false;
  return true;
}

// "or more" may come after the unit: "$80K a year or more"; "ten or more" speaks of another number.
const CueHit* hedge_after(const Scan& scan, const FigureContext& context) {
  const TokenRange right = context.right;
  const std::uint32_t reach = std::min(right.first + 5, right.last);
  for (const CueHit& cue : scan.cues(Feature::modifier, {right.first, reach})) {
    if (cue.place == Place::after && (cue.at.first == right.first || !is_count(scan, cue.at.first - 1)))
      return &cue;
    // It ends its phrase: "$60,000 a year plus", not "$60,000 plus a bonus".
    const bool ends = cue.at.last >= right.last ||
                      (!scan.tokens[cue.at.last].is_word() && !scan.tokens[cue.at.last].is_number());
    if (cue.place == Place::next && ends && is_unit(scan, {right.first, cue.at.first})) return &cue;
  }
  return nullptr;
}

// Years of experience in [range): low and high; high is empty for "5+ years".
struct Experience {
  double low = 0;
  std::optional<double> high;
};

// "3 years of experience", not "3-year apprenticeship".
bool counts_experience(const Scan& scan, std::uint32_t next) {
  static const KeySet kWords{"of",    "in",  "on",          "as",        "after", "into",       "with",
                             "at",    "or",  "and",         "exp",       "post",  "experience", "since",
                             "later", "to",  "out",         "qualified", "can",   "earn",       "behind",
                             "who",   "the", "experienced", "under"};
  const Token& token = scan.tokens[next];
  return !token.is_word() || kWords.contains(token);
}

std::optional<Number> one_number_word(const Scan& scan, std::uint32_t at) {
  return read_number_words(scan.document->text, scan.tokens, at, at + 1, scan.rules->number_words);
}

// "year 5", "year five": 0 when no small number follows.
double number_of_year(const Scan& scan, std::uint32_t next) {
  const Token& token = scan.tokens[next];
  if (token.is_number() && token.end - token.begin <= 2) {
    double value = 0;
    for (const char c : scan.word(next)) value = value * 10 + (c - '0');
    return value;
  }
  const std::optional<Number> words = token.is_word() ? one_number_word(scan, next) : std::nullopt;
  return words ? words->value : 0;
}

std::optional<Experience> years_in(const Scan& scan, TokenRange range) {
  static const std::uint64_t kYear = word_key("year"), kYr = word_key("yr"), kYrs = word_key("yrs"),
                             kAfter = word_key("after");
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (scan.tokens[i].key != kYear && scan.tokens[i].key != kYr && scan.tokens[i].key != kYrs) continue;
    // "Year 5: $61,000" is the fifth year of work.
    if (i + 1 < range.last && (i == range.first || !scan.tokens[i - 1].is_number()))
      if (const double year = number_of_year(scan, i + 1); year > 0) {
        const bool goes_on = i + 2 < range.last && (scan.tokens[i + 2].is('+') || scan.tokens[i + 2].is('-'));
        if (goes_on) return Experience{year, std::nullopt};  // "Year 3+", "Years 3-5"
        return Experience{year - 1, year < 10 ? std::optional<double>(year) : std::nullopt};
      }
    // "after 10 years it is …", "after three to five years a cook earns …"
    const bool after = (i >= range.first + 2 && scan.tokens[i - 2].key == kAfter) ||
                       (i >= range.first + 4 && scan.tokens[i - 4].key == kAfter);
    if (i + 1 < range.last && !after && !counts_experience(scan, i + 1)) continue;
    std::uint32_t at = i;
    bool plus = false;
    if (at > range.first && scan.tokens[at - 1].is('-')) --at;
    if (at > range.first && scan.tokens[at - 1].is('+')) {
      plus = true;
      --at;
    }
    if (at == range.first) continue;
    const auto number_at = [&](std::uint32_t t) -> std::optional<double> {
      if (scan.tokens[t].is_number() && scan.tokens[t].end - scan.tokens[t].begin <= 2) {
        double value = 0;
        for (const char c : scan.word(t)) value = value * 10 + (c - '0');
        return value;
      }
      const std::optional<Number> words = one_number_word(scan, t);
      return words ? std::optional<double>(words->value) : std::nullopt;
    };
    const std::optional<double> high = number_at(at - 1);
    if (!high) continue;
    if (at >= range.first + 3 && (scan.tokens[at - 2].is('-') || scan.word(at - 2) == "to"))
      if (const std::optional<double> low = number_at(at - 3))
        return Experience{*low, plus ? std::nullopt : high};
    const std::string before = at >= range.first + 2 ? to_lower(scan.word(at - 2)) : "";
    if (before == "in" && (i + 1 >= range.last || scan.word(i + 1) != "of"))
      continue;  // "doubled in two years"
    // "who signs for two years"
    static const KeySet kCommits{"sign",    "signs",  "signed",  "stay",  "stays",
                                 "staying", "commit", "commits", "lasts", "runs"};
    if (before == "for" && at >= range.first + 3 && kCommits.contains(scan.tokens[at - 3])) continue;
    if (before == "under") return Experience{0, high};
    if (before == "than" && at >= range.first + 3 && to_lower(scan.word(at - 3)) == "less")
      return Experience{0, high};
    if (plus || before == "over" || before == "than") return Experience{*high, std::nullopt};
    return Experience{*high, high};
  }
  return std::nullopt;
}

// The guide's limits: under 3 years entry, 3 to 9 mid, 10 and more senior; what reaches over a limit is no
// level.
Level level_of(const Experience& years) {
  if (years.low >= 10) return Level::senior;
  if (!years.high) return Level::none;
  if (*years.high <= 3 && years.low < 3) return Level::entry;
  if (years.low >= 3 && *years.high < 10) return Level::mid;
  return Level::none;
}

}  // namespace

namespace {

bool reaches(const Scan& scan, const FigureContext& context) {
  const CueHit* cue = hedge_before(scan, context);
  return cue != nullptr && scan.word(cue->at.last - 1) == "reach";
}

// "Head cook: from $90,000", "pay starts from $90,000"; not "rose from $90,000", nor "from $90,000 to about
// $100,000".
bool starts_from(const Scan& scan, const FigureContext& context) {
  static const KeySet kStarts{"start",  "begin", "earn",     "earns", "pay",  "pays", "paid", "offer",
                              "offers", "make",  "starting", "is",    "wage", "rate", "fee",  "salary"};
  const std::uint32_t figure = context.figure.at.first, begin = context.sentence.first;
  if (context.figure.percent || figure == begin || to_lower(scan.word(figure - 1)) != "from") return false;
  if (figure > begin + 1) {
    const Token& before = scan.tokens[figure - 2];
    // "raised it to $46,000, from $42,500"
    if (before.is(',') && figure > begin + 2 && scan.tokens[figure - 3].is_number()) return false;
    if (before.is_number() || (before.is_word() && !kStarts.contains(before) && scan.word(figure - 2) != "—"))
      return false;
  }
  for (std::uint32_t i = context.figure.at.last; i < context.sentence.last; ++i)
    if (scan.word(i) == "to" && i + 1 < context.sentence.last &&
        (!scan.tokens[i + 1].is_word() || scan.first_cue(Feature::modifier, {i + 1, i + 2}) != nullptr))
      return false;
  return true;
}

}  // namespace

Bounds bounds_of(const Scan& scan, const FigureContext& context, const PlainBounds& plain) {
  Bounds bounds;
  bounds.min = plain.low;
  bounds.max = plain.high;
  Modifier modifier = Modifier::none;
  if (const CueHit* cue = hedge_before(scan, context)) modifier = static_cast<Modifier>(cue->value);
  if (modifier == Modifier::up_to && reaches(scan, context) &&
      (plain.plus || hedge_after(scan, context) != nullptr))
    modifier = Modifier::over;  // "can reach $90,000 or more"
  if (modifier == Modifier::none || modifier == Modifier::about) {
    if (const CueHit* cue = hedge_after(scan, context))
      modifier = static_cast<Modifier>(cue->value);
    else if (plain.plus || plain.top_over || (!plain.is_range && starts_from(scan, context)))
      modifier = Modifier::over;
  }
  bounds.modifier = modifier;
  if (!plain.is_range) {
    if (modifier == Modifier::over) bounds.max.reset();
    if (modifier == Modifier::under || modifier == Modifier::up_to) bounds.min.reset();
  }
  return bounds;
}

Level level_of_years(const Scan& scan, TokenRange range) {
  Experience years;
  bool any = false;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Token& token = scan.tokens[i];
    static const std::uint64_t kYear = word_key("year");
    if (token.is_word() && token.key != kYear) return Level::none;
    if (!token.is_number() || token.end - token.begin > 2) continue;
    double value = 0;
    for (const char c : scan.word(i)) value = value * 10 + (c - '0');
    if (!any) years.low = value;
    years.high = value;
    any = true;
  }
  if (!any) return Level::none;
  if (scan.tokens[range.last - 1].is('+')) years.high.reset();
  return level_of(years);
}

Level level_in(const Scan& scan, TokenRange range, bool nearest_last) {
  if (range.empty()) return Level::none;
  Level found = Level::none, before = Level::none;  // of the last cue, of those before it
  std::uint32_t first = 0, last = range.first;      // of the longest cue that begins where the last one did
  for (const CueHit& cue : scan.cues(Feature::level, range)) {
    if (cue.at.last > range.last) continue;
    const bool longer = cue.at.first == first && cue.at.last > last;
    // Inside another cue: "leads to", "at the start of the year" are no level, nor is a word of theirs.
    if (cue.at.first < last && !longer) continue;
    if (found != Level::none && !longer && !nearest_last) break;
    if (!longer) before = found;
    const Level level = static_cast<Level>(cue.value);
    found = level == Level::none ? before : level;
    first = cue.at.first;
    last = cue.at.last;
  }
  if (found != Level::none) return found;
  if (const std::optional<Experience> years = years_in(scan, range)) return level_of(*years);
  return Level::none;
}

}  // namespace careerfacts
