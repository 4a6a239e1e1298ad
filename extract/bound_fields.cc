#include "extract/bound_fields.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/number.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kHedgeReach =
    2;  // tokens that may stand between a hedge and its figure: "over a", "up to $"

const CueHit* hedge_before(const Scan& scan, const FigureContext& context) {
  const TokenRange at = context.figure.at;
  const std::uint32_t from = at.first >= context.sentence.first + 6 ? at.first - 6 : context.sentence.first;
  const CueHit* best = nullptr;
  for (const CueHit& cue : scan.cues(Feature::modifier, {from, at.first})) {
    if (cue.place == Place::after || cue.at.last > at.first) continue;
    if (at.first - cue.at.last > kHedgeReach) continue;
    bool plain_between = true;
    for (std::uint32_t t = cue.at.last; t < at.first; ++t)
      plain_between =
          plain_between && (scan.word(t) == "a" || scan.word(t) == "an" || scan.word(t) == "just" ||
                            scan.word(t) == "the" || scan.tokens[t].is('('));
    if (plain_between && (best == nullptr || cue.at.last > best->at.last)) best = &cue;
  }
  return best;
}

// "or more" may come after the unit: "$80K a year or more".
const CueHit* hedge_after(const Scan& scan, const FigureContext& context) {
  const std::uint32_t reach = std::min(context.right.first + 5, context.right.last);
  for (const CueHit& cue : scan.cues(Feature::modifier, {context.right.first, reach}))
    if (cue.place == Place::after) return &cue;
  return nullptr;
}

// Years of experience in [range): low and high; high is empty for "5+ years".
struct Experience {
  double low = 0;
  std::optional<double> high;
};

// "3 years of experience", not "3-year apprenticeship".
bool counts_experience(const Scan& scan, std::uint32_t next) {
  static const std::array kWords{
      word_key("of"),         word_key("in"),        word_key("on"),    word_key("as"),
      word_key("after"),      word_key("into"),      word_key("with"),  word_key("at"),
      word_key("or"),         word_key("and"),       word_key("exp"),   word_key("post"),
      word_key("experience"), word_key("since"),     word_key("later"), word_key("to"),
      word_key("out"),        word_key("qualified"), word_key("can"),   word_key("earn"),
      word_key("behind"),     word_key("who"),       word_key("the"),   word_key("experienced"),
      word_key("under")};
  const Token& token = scan.tokens[next];
  return !token.is_word() || std::find(kWords.begin(), kWords.end(), token.key) != kWords.end();
}

// "year 5", "year five": 0 when no small number follows.
double number_of_year(const Scan& scan, std::uint32_t next) {
  const Token& token = scan.tokens[next];
  if (token.is_number() && token.end - token.begin <= 2) {
    double value = 0;
    for (const char c : scan.word(next)) value = value * 10 + (c - '0');
    return value;
  }
  const std::optional<Number> words =
      token.is_word() ? read_number_words(scan.tokens, next, next + 1) : std::nullopt;
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
    const bool after = i >= range.first + 2 && scan.tokens[i - 2].key == kAfter;  // "after 10 years it is …"
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
      const std::optional<Number> words = read_number_words(scan.tokens, t, t + 1);
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

Bounds bounds_of(const Scan& scan, const FigureContext& context, const PlainBounds& plain) {
  Bounds bounds;
  bounds.min = plain.low;
  bounds.max = plain.high;
  Modifier modifier = Modifier::none;
  if (const CueHit* cue = hedge_before(scan, context)) modifier = static_cast<Modifier>(cue->value);
  if (modifier == Modifier::none || modifier == Modifier::about) {
    if (const CueHit* cue = hedge_after(scan, context))
      modifier = static_cast<Modifier>(cue->value);
    else if (plain.plus || plain.top_over)
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
    if (token.is_word() && word_key("year") != token.key) return Level::none;
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
