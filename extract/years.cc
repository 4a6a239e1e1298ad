#include "extract/years.h"

#include <algorithm>
#include <array>

namespace careerfacts {
namespace {

constexpr int kFirstYear = 1950, kLastYear = 2060;  // other numbers of four digits are amounts
constexpr std::uint32_t kLongestDate = 4;           // tokens before a year: "March 3, 2024"
constexpr std::uint32_t kLongestSpan = 6;           // tokens between the two years of a span

template <std::size_t n>
bool is_one_of(const std::array<std::uint64_t, n>& keys, std::uint64_t key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

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
  static const std::array kMonths{
      word_key("january"),   word_key("february"), word_key("march"),    word_key("april"),
      word_key("may"),       word_key("june"),     word_key("july"),     word_key("august"),
      word_key("september"), word_key("october"),  word_key("november"), word_key("december"),
      word_key("jan"),       word_key("feb"),      word_key("mar"),      word_key("apr"),
      word_key("jun"),       word_key("jul"),      word_key("aug"),      word_key("sep"),
      word_key("sept"),      word_key("oct"),      word_key("nov"),      word_key("dec")};
  return scan_.tokens[token].upper_first && is_one_of(kMonths, scan_.tokens[token].key);
}

// What may stand between the word that introduces a year and the year: "as of July 1, 2025".
bool YearReader::is_word_of_date(std::uint32_t token) const {
  const Token& t = scan_.tokens[token];
  if (t.is_number()) return t.end - t.begin <= 2;
  if (t.is(',') || t.is('.') || is_month(token)) return true;
  static const std::array kParts{word_key("early"),    word_key("late"),     word_key("mid"),
                                 word_key("spring"),   word_key("summer"),   word_key("autumn"),
                                 word_key("winter"),   word_key("fiscal"),   word_key("year"),
                                 word_key("calendar"), word_key("financial")};
  const std::string_view word = scan_.word(token);
  const bool quarter =
      word.size() == 2 && (word[0] == 'Q' || word[0] == 'q') && word[1] >= '1' && word[1] <= '4';
  return quarter || is_one_of(kParts, t.key);
}

// Where the date that ends with `year` begins: "March 3, 2024", "the end of 2030".
std::uint32_t YearReader::begin_of_date(std::uint32_t year, std::uint32_t first) const {
  static const std::array kOfYear{
      word_key("end"),    word_key("start"),  word_key("beginning"), word_key("close"),  word_key("course"),
      word_key("middle"), word_key("spring"), word_key("summer"),    word_key("autumn"), word_key("turn")};
  static const std::uint64_t kOf = word_key("of"), kThe = word_key("the");
  std::uint32_t date = year;
  while (date > first && year - date < kLongestDate && is_word_of_date(date - 1)) --date;
  if (date >= first + 2 && scan_.tokens[date - 1].key == kOf &&
      is_one_of(kOfYear, scan_.tokens[date - 2].key)) {
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
  static const std::array kWords{
      word_key("published"),   word_key("released"), word_key("issued"),    word_key("conducted"),
      word_key("done"),        word_key("fielded"),  word_key("polled"),    word_key("surveyed"),
      word_key("updated"),     word_key("founded"),  word_key("joined"),    word_key("launched"),
      word_key("established"), word_key("born"),     word_key("graduated"), word_key("written"),
      word_key("signed"),      word_key("enacted"),  word_key("opened"),    word_key("report"),
      word_key("survey"),      word_key("study"),    word_key("data"),      word_key("poll"),
      word_key("census"),      word_key("guide"),    word_key("index"),     word_key("analysis"),
      word_key("paper"),       word_key("review")};
  return is_one_of(kWords, scan_.tokens[token].key);
}

// The year a span from `year` ends with: "2020 to 2030", "2021-31", "2020 and 2030".
int YearReader::end_of_span(std::uint32_t year, std::uint32_t limit) const {
  static const std::array kJoins{word_key("to"), word_key("and"), word_key("through"), word_key("until"),
                                 word_key("till")};
  static const std::array kNamed{word_key("guide"),   word_key("report"), word_key("survey"),
                                 word_key("edition"), word_key("index"),  word_key("study"),
                                 word_key("award"),   word_key("review")};
  if (year + 4 < limit && scan_.tokens[year + 1].is('-') && scan_.tokens[year + 3].is('-') &&
      is_one_of(kJoins, scan_.tokens[year + 2].key))  // "2022-to-2032"
    return year_at(year + 4) > year_at(year) ? year_at(year + 4) : 0;
  if (year + 2 >= limit || !scan_.tokens[year + 2].is_number()) return 0;
  if (year + 3 < limit && is_one_of(kNamed, scan_.tokens[year + 3].key)) return 0;  // "the 2024-25 guide"
  if (!scan_.tokens[year + 1].is('-') && !is_one_of(kJoins, scan_.tokens[year + 1].key)) return 0;
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
  static const std::array kWith{word_key("than"),    word_key("versus"), word_key("vs"),
                                word_key("against"), word_key("over"),   word_key("on")};
  static const std::array kCompared{word_key("compared"),   word_key("relative"), word_key("than"),
                                    word_key("comparison"), word_key("over"),     word_key("from")};
  static const std::array kLevels{word_key("level"), word_key("peak")};
  if (year + 1 < scan_.tokens.size() && is_one_of(kLevels, scan_.tokens[year + 1].key)) return true;
  static const std::uint64_t kVs = word_key("vs");
  if ((date == year || scan_.tokens[date - 1].key == kVs) && is_one_of(kWith, scan_.tokens[date - 1].key))
    return true;
  return date >= first + 2 && is_one_of(kCompared, scan_.tokens[date - 2].key);
}

// "the fastest since 2001", "for the first time since 2009": no change began then.
bool YearReader::is_record(std::uint32_t since, std::uint32_t first) const {
  static const std::array kRecords{word_key("time"), word_key("worst"), word_key("most"), word_key("least")};
  if (since <= first || scan_.tokens[since].key != word_key("since")) return false;
  const std::string_view word = scan_.word(since - 1);
  return is_one_of(kRecords, scan_.tokens[since - 1].key) || (word.size() > 4 && word.ends_with("est"));
}

// "from 24% in": the figure before the token `in` is where something began.
bool YearReader::follows_from(std::uint32_t in) const {
  static const std::array kParts{word_key("percent"), word_key("per"), word_key("cent"),
                                 word_key("about"),   word_key("k"),   word_key("just")};
  constexpr std::uint32_t kLongestFigure = 8;
  for (std::uint32_t i = in; i > 0 && in - i < kLongestFigure; --i) {
    const Token& token = scan_.tokens[i - 1];
    if (token.key == word_key("from")) return i < in;
    if (token.is('.') || (token.is_word() && !is_one_of(kParts, token.key))) return false;
  }
  return false;
}

// The year of "to $72,000 in 2023".
std::optional<int> YearReader::end_after_to(std::uint32_t token, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 12;
  if (token >= limit || scan_.tokens[token].key != word_key("to")) return std::nullopt;
  for (std::uint32_t i = token + 1; i < limit && i < token + kLongest; ++i)
    if (const int year = year_at(i); year != 0 && scan_.tokens[i - 1].key == word_key("in")) return year;
  return std::nullopt;
}

// "over 2023", "compared with 2023" from `token` on; 0: none.
int YearReader::year_behind(std::uint32_t token, std::uint32_t limit) const {
  static const std::array kWith{word_key("over"),    word_key("on"),       word_key("versus"),
                                word_key("against"), word_key("compared"), word_key("vs"),
                                word_key("from"),    word_key("with"),     word_key("to")};
  for (std::uint32_t i = token; i < limit && i < token + 3; ++i) {
    if (const int year = year_at(i); year != 0) return i > token ? year : 0;
    if (!is_one_of(kWith, scan_.tokens[i].key)) return 0;
  }
  return 0;
}

int YearReader::compared(std::uint32_t token, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 6;
  static const std::array kBetween{word_key("in"),   word_key("at"),    word_key("it"),    word_key("they"),
                                   word_key("he"),   word_key("she"),   word_key("we"),    word_key("was"),
                                   word_key("were"), word_key("did"),   word_key("had"),   word_key("been"),
                                   word_key("the"),  word_key("its"),   word_key("their"), word_key("back"),
                                   word_key("end"),  word_key("start"), word_key("of"),    word_key("early"),
                                   word_key("late"), word_key("during")};
  for (std::uint32_t i = token; i < limit && i < token + kLongest; ++i) {
    if (const int year = year_at(i)) return year;
    if (!is_one_of(kBetween, scan_.tokens[i].key) && !is_month(i)) return 0;
  }
  return 0;
}

Years YearReader::in(TokenRange range, std::uint32_t limit) const {
  static const std::array kUntil{
      word_key("through"), word_key("by"), word_key("until"),  word_key("in"),     word_key("to"),
      word_key("till"),    word_key("of"), word_key("before"), word_key("during"), word_key("throughout")};
  static const std::uint64_t kOver = word_key("over"), kOf = word_key("of"), kAs = word_key("as"),
                             kIn = word_key("in");
  static const std::array kSince{word_key("since"), word_key("from"), word_key("between")};
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
    if (is_one_of(kUntil, before) || (before == kOver && date < i)) {  // "over the course of 2022"
      // "of" introduces a date, not a year of something: "as of 2024", but not "the report of 2024".
      if (before == kOf && (date < range.first + 2 || scan_.tokens[date - 2].key != kAs)) continue;
      // "from $60,000 in 2021 to $72,000 in 2023"
      if (before == kIn && follows_from(date - 1)) return {year, end_after_to(i + 1, range.last)};
      if (const int since = year_behind(i + 1, range.last); since != 0 && since < year) return {since, year};
      return {std::nullopt, year};
    }
    if (is_one_of(kSince, before) && !is_record(date - 1, range.first)) {
      Years found{year, std::nullopt};
      for (std::uint32_t j = i + 1; j < limit && j < i + kLongestSpan; ++j)
        if (const int end = year_at(j); end > year) found.end = end;
      return found;
    }
  }
  return {};
}

bool YearReader::same_years(TokenRange range) const {
  static const std::array kSpans{word_key("decade"), word_key("period"), word_key("year"),
                                 word_key("span"),   word_key("time"),   word_key("timeframe")};
  static const std::uint64_t kSame = word_key("same");
  for (std::uint32_t i = range.first; i + 1 < range.last; ++i)
    if (scan_.tokens[i].key == kSame && is_one_of(kSpans, scan_.tokens[i + 1].key)) return true;
  return false;
}

}  // namespace careerfacts
