#include "extract/years.h"

#include "extract/key_set.h"

namespace careerfacts {
namespace {

constexpr int kFirstYear = 1950, kLastYear = 2060;  // other numbers of four digits are amounts
constexpr std::uint32_t kLongestDate = 4;           // tokens before a year: "March 3, 2024"
constexpr std::uint32_t kLongestSpan = 6;           // tokens between the two years of a span

int two_digits(std::string_view text) {
  const bool digits =
      text.size() == 2 && text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9';
  return digits ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

}  // namespace

int YearReader::year_at(std::uint32_t token) const {
  std::string_view text = scan_.word(token);
  if (scan_.tokens[token].is_word() && (text.starts_with("FY") || text.starts_with("fy"))) {
    text.remove_prefix(2);
    if (const int fiscal = two_digits(text); fiscal >= 0) return 2000 + fiscal;  // "FY24"
  } else if (!scan_.tokens[token].is_number()) {
    return 0;
  }
  if (text.size() != 4) return 0;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value >= kFirstYear && value <= kLastYear ? value : 0;
}

bool YearReader::is_month(std::uint32_t token) const {
  static const KeySet kMonths{"january", "february", "march",     "april",   "may",      "june",
                              "july",    "august",   "september", "october", "november", "december",
                              "jan",     "feb",      "mar",       "apr",     "jun",      "jul",
                              "aug",     "sep",      "sept",      "oct",     "nov",      "dec"};
  return scan_.tokens[token].upper_first && kMonths.contains(scan_.tokens[token]);
}

// What may stand between the word that introduces a year and the year: "as of July 1, 2025".
bool YearReader::is_word_of_date(std::uint32_t token) const {
  const Token& t = scan_.tokens[token];
  if (t.is_number()) return t.end - t.begin <= 2;
  if (t.is(',') || t.is('.') || is_month(token)) return true;
  static const KeySet kParts{"early",  "late",   "mid",  "spring",   "summer",   "autumn",
                             "winter", "fiscal", "year", "calendar", "financial"};
  const std::string_view word = scan_.word(token);
  const bool quarter =
      word.size() == 2 && (word[0] == 'Q' || word[0] == 'q') && word[1] >= '1' && word[1] <= '4';
  return quarter || kParts.contains(t);
}

// Where the date that ends with `year` begins: "March 3, 2024", "the end of 2030".
std::uint32_t YearReader::begin_of_date(std::uint32_t year, std::uint32_t first) const {
  static const KeySet kOfYear{"end",    "start",  "beginning", "close",  "course",
                              "middle", "spring", "summer",    "autumn", "turn"};
  static const std::uint64_t kOf = word_key("of"), kThe = word_key("the");
  std::uint32_t date = year;
  while (date > first && year - date < kLongestDate && is_word_of_date(date - 1)) --date;
  if (date >= first + 2 && scan_.tokens[date - 1].key == kOf && kOfYear.contains(scan_.tokens[date - 2])) {
    date -= 2;
    static const std::uint64_t kVery = word_key("very");
    if (date > first && scan_.tokens[date - 1].key == kVery) --date;
    if (date > first && scan_.tokens[date - 1].key == kThe) --date;
  }
  return date;
}

// "published in 2023", "data from 2023", "she joined in 2015": the year of something else. The word stands at
// `token`.
bool YearReader::dates_another(std::uint32_t token) const {
  static const KeySet kWords{"published",   "released", "issued",    "conducted", "done",   "fielded",
                             "polled",      "surveyed", "updated",   "founded",   "joined", "launched",
                             "established", "born",     "graduated", "written",   "signed", "enacted",
                             "opened",      "report",   "survey",    "study",     "data",   "poll",
                             "census",      "guide",    "index",     "analysis",  "paper",  "review"};
  return kWords.contains(scan_.tokens[token]);
}

// The year a span from `year` ends with: "2020 to 2030", "2021-31", "2020 and 2030".
int YearReader::end_of_span(std::uint32_t year, std::uint32_t limit) const {
  static const KeySet kJoins{"to", "and", "through", "until", "till"};
  static const KeySet kNamed{"guide", "report", "survey", "edition", "index", "study", "award", "review"};
  if (year + 4 < limit && scan_.tokens[year + 1].is('-') && scan_.tokens[year + 3].is('-') &&
      kJoins.contains(scan_.tokens[year + 2]))  // "2022-to-2032"
    return year_at(year + 4) > year_at(year) ? year_at(year + 4) : 0;
  if (year + 2 >= limit || !scan_.tokens[year + 2].is_number()) return 0;
  if (year + 3 < limit && kNamed.contains(scan_.tokens[year + 3])) return 0;  // "the 2024-25 guide"
  if (!scan_.tokens[year + 1].is('-') && !kJoins.contains(scan_.tokens[year + 1])) return 0;
  const int begin = year_at(year);
  int end = year_at(year + 2);
  if (end == 0 && scan_.tokens[year + 1].is('-'))
    if (const int short_end = two_digits(scan_.word(year + 2)); short_end >= 0)
      end = begin - begin % 100 + short_end;
  return end > begin ? end : 0;
}

// "than in 2021", "compared with 2021", "on 2021", "above its 2021 level": the change began then. The date is
// [date, year].
bool YearReader::is_compared(std::uint32_t date, std::uint32_t year, std::uint32_t first) const {
  static const KeySet kWith{"than", "versus", "vs", "against", "over", "on"};
  static const KeySet kCompared{"compared", "relative", "than", "comparison", "over", "from"};
  static const KeySet kLevels{"level", "peak"};
  if (year + 1 < scan_.tokens.size() && kLevels.contains(scan_.tokens[year + 1])) return true;
  static const std::uint64_t kVs = word_key("vs");
  if ((date == year || scan_.tokens[date - 1].key == kVs) && kWith.contains(scan_.tokens[date - 1]))
    return true;
  return date >= first + 2 && kCompared.contains(scan_.tokens[date - 2]);
}

// "the fastest since 2001", "for the first time since 2009": no change began then.
bool YearReader::is_record(std::uint32_t since, std::uint32_t first) const {
  static const KeySet kRecords{"time", "worst", "most", "least"};
  static const std::uint64_t kSince = word_key("since");
  if (since <= first || scan_.tokens[since].key != kSince) return false;
  const std::string_view word = scan_.word(since - 1);
  return kRecords.contains(scan_.tokens[since - 1]) || (word.size() > 4 && word.ends_with("est"));
}

// "from 24% in": the figure before the token `in` is where something began.
bool YearReader::follows_from(std::uint32_t in) const {
  static const KeySet kParts{"percent", "per", "cent", "about", "k", "just"};
  static const std::uint64_t kFrom = word_key("from");
  constexpr std::uint32_t kLongestFigure = 8;
  for (std::uint32_t i = in; i > 0 && in - i < kLongestFigure; --i) {
    const Token& token = scan_.tokens[i - 1];
    if (token.key == kFrom) return i < in;
    if (token.is('.') || (token.is_word() && !kParts.contains(token))) return false;
  }
  return false;
}

// The year of "to $72,000 in 2023".
std::optional<int> YearReader::end_after_to(std::uint32_t token, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 12;
  static const std::uint64_t kTo = word_key("to"), kIn = word_key("in");
  if (token >= limit || scan_.tokens[token].key != kTo) return std::nullopt;
  for (std::uint32_t i = token + 1; i < limit && i < token + kLongest; ++i)
    if (const int year = year_at(i); year != 0 && scan_.tokens[i - 1].key == kIn) return year;
  return std::nullopt;
}

// "over 2023", "compared with 2023" from `token` on; 0: none.
int YearReader::year_behind(std::uint32_t token, std::uint32_t limit) const {
  static const KeySet kWith{"over", "on", "versus", "against", "compared", "vs", "from", "with", "to"};
  for (std::uint32_t i = token; i < limit && i < token + 3; ++i) {
    if (const int year = year_at(i); year != 0) return i > token ? year : 0;
    if (!kWith.contains(scan_.tokens[i])) return 0;
  }
  return 0;
}

int YearReader::compared(std::uint32_t token, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 6;
  static const KeySet kBetween{"in",   "at",    "it",  "they",  "he",   "she",   "we",    "was",
                               "were", "did",   "had", "been",  "the",  "its",   "their", "back",
                               "end",  "start", "of",  "early", "late", "during"};
  for (std::uint32_t i = token; i < limit && i < token + kLongest; ++i) {
    if (const int year = year_at(i)) return year;
    if (!kBetween.contains(scan_.tokens[i]) && !is_month(i)) return 0;
  }
  return 0;
}

Years YearReader::in(TokenRange range, std::uint32_t limit) const {
  static const KeySet kUntil{"through", "by", "until",  "in",     "to",
                             "till",    "of", "before", "during", "throughout"};
  static const std::uint64_t kOver = word_key("over"), kOf = word_key("of"), kAs = word_key("as"),
                             kIn = word_key("in");
  static const KeySet kSince{"since", "from", "between"};
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const int year = year_at(i);
    if (year == 0) continue;
    if (const int end = end_of_span(i, limit); end != 0) return {year, end};
    const std::uint32_t date = begin_of_date(i, range.first);
    if (date == range.first) continue;
    // "from April to August 2025", "April - September 2025": both months are of that year.
    if (date < i && is_month(date) && date >= range.first + 2 && is_month(date - 2) &&
        (scan_.tokens[date - 1].is('-') || scan_.word(date - 1) == "to" || scan_.word(date - 1) == "through"))
      return {year, year};
    const std::uint64_t before = scan_.tokens[date - 1].key;
    if (date >= range.first + 2 && dates_another(date - 2)) continue;
    if (is_compared(date, i, range.first)) return {year, std::nullopt};
    if (kUntil.contains(before) || (before == kOver && date < i)) {  // "over the course of 2022"
      // "of" introduces a date, not a year of something: "as of 2024", but not "the report of 2024".
      if (before == kOf && (date < range.first + 2 || scan_.tokens[date - 2].key != kAs)) continue;
      // "from $60,000 in 2021 to $72,000 in 2023"
      if (before == kIn && follows_from(date - 1)) return {year, end_after_to(i + 1, range.last)};
      if (const int since = year_behind(i + 1, range.last); since != 0 && since < year) return {since, year};
      return {std::nullopt, year};
    }
    if (kSince.contains(before) && !is_record(date - 1, range.first)) {
      Years found{year, std::nullopt};
      for (std::uint32_t j = i + 1; j < limit && j < i + kLongestSpan; ++j)
        if (const int end = year_at(j); end > year) found.end = end;
      return found;
    }
  }
  return {};
}

bool YearReader::same_years(TokenRange range) const {
  static const KeySet kSpans{"decade", "period", "year", "span", "time", "timeframe"};
  static const std::uint64_t kSame = word_key("same");
  for (std::uint32_t i = range.first; i + 1 < range.last; ++i)
    if (scan_.tokens[i].key == kSame &&
        (kSpans.contains(scan_.tokens[i + 1]) ||
         (i + 2 < range.last && kSpans.contains(scan_.tokens[i + 2]))))  // "the same ten years"
      return true;
  return false;
}

}  // namespace careerfacts
