#include "extract/source_evidence.h"

#include <algorithm>

#include "extract/word_set.h"

#include "extract/key_set.h"

namespace careerfacts {
namespace {

int digits_value(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
    if (value > 9999) return -1;
  }
  return value;
}

// "the year to February 2025", "since May 2020"
bool is_end_of_span(const Scan& scan, std::uint32_t word) {
  static const KeySet kWords{"to", "until", "till", "through", "by", "since", "between"};
  return kWords.contains(scan.tokens[word]);
}

// "between late 2022 and July 2025"; the month stands at `month`.
bool ends_between(const Scan& scan, std::uint32_t month) {
  return month > 1 && scan.word(month - 1) == "and" && scan.tokens[month - 2].is_number();
}

bool is_month(std::string_view word) {
  static constexpr WordSet kMonths{"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
  return kMonths.contains(word);
}

// "accessed May 2025", "retrieved on 3 May 2025": when it was read, not when it was written.
bool is_of_reading(const Scan& scan, std::uint32_t year) {
  constexpr std::uint32_t kReach = 5;  // tokens
  static constexpr WordSet kWords{"accessed", "retrieved", "viewed", "checked", "visited"};
  for (std::uint32_t i = year; i > 0 && year - i < kReach; --i) {
    if (kWords.contains(to_lower(scan.word(i - 1)))) return true;
    if (!scan.tokens[i - 1].is_word() && !scan.tokens[i - 1].is_number() && !scan.tokens[i - 1].is(','))
      return false;
  }
  return false;
}

}  // namespace

SourceFound source_in_cell(const Scan& scan, const SourceNames& names, std::uint32_t block) {
  const TokenRange tokens = scan.blocks[block].tokens;
  if (tokens.empty()) return {};
  if (const SourceName* name = names.first_in(block, tokens)) {
    // A listed name first, wherever it stands: "Senior roles in tech hubs (Built In)".
    const SourceName* best = name;
    for (; name != nullptr && best->trust == Trust::plain;
         name = names.first_in(block, {name->at.last, tokens.last}))
      if (name->trust < best->trust) best = name;
    if (best->trust != Trust::plain || best->at.first == tokens.first)
      return {SourceGrade::named, std::string(scan.text(best->full)), best->canonical, year_in(scan, tokens),
              scan.span(best->at)};
  }
  for (const CueHit& cue : scan.cues(Feature::citing, tokens))
    if (static_cast<Citing>(cue.value) == Citing::vague)
      return {SourceGrade::vague, {}, {}, year_in(scan, tokens), scan.span(cue.at)};
  return {};
}

bool begins_with_publisher(const Scan& scan, const SourceNames& names, std::uint32_t block, bool clear) {
  const TokenRange tokens = scan.blocks[block].tokens;
  if (tokens.empty()) return false;
  const SourceName* name = names.first_in(block, {tokens.first, tokens.first + 1});
  return name != nullptr && name->publishes_figures && (name->trust == Trust::clear || !clear);
}

bool opens_note(const Scan& scan, TokenRange sentence, std::uint32_t token) {
  static constexpr std::uint32_t kOpening = 5;  // tokens
  static constexpr WordSet kWords{
      "all",  "these",  "the",    "our",    "average",  "mean",     "median", "typical", "annual",
      "base", "hourly", "yearly", "weekly", "monthly",  "national", "salary", "pay",     "wage",
      "note", "state",  "us",     "total",  "starting", "reported", "job"};
  if (token > sentence.first + kOpening) return false;
  for (std::uint32_t i = sentence.first; i < token; ++i) {
    const Token& here = scan.tokens[i];
    if (here.is_word() ? !kWords.contains(to_lower(scan.word(i)))
                       : !here.is('(') && !here.is('*') && !here.is('[') && !here.is(':'))
      return false;
  }
  return true;
}

bool holds_figure(std::span<const std::uint32_t> figures, TokenRange range) {
  const auto at = std::lower_bound(figures.begin(), figures.end(), range.first);
  return at != figures.end() && *at < range.last;
}

std::optional<int> year_in(const Scan& scan, TokenRange range) {
  static constexpr WordSet kSpans{"between", "through", "by", "since", "until", "to", "-"};
  const auto spans = [&](std::uint32_t token) { return kSpans.contains(scan.word(token)); };
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (!scan.tokens[i].is_number()) continue;
    const int value = digits_value(scan.word(i));
    if (value < 1990 || value > 2040) continue;
    const bool according = i > 1 && scan.word(i - 1) == "to" && to_lower(scan.word(i - 2)) == "according";
    if (i > 0 && spans(i - 1) && !according) continue;
    // "from 2023 to 2033", but "data from 2023"
    if (i > 0 && scan.word(i - 1) == "from" && i + 1 < scan.tokens.size() && spans(i + 1)) continue;
    if (i > 1 && scan.word(i - 1) == "and" && scan.tokens[i - 2].is_number()) continue;
    if (is_of_reading(scan, i)) continue;
    return value;
  }
  return std::nullopt;
}

std::optional<int> year_of_edition(const Scan& scan, TokenRange range, bool months) {
  static const KeySet kWorks{"edition", "survey", "report", "update", "guide",  "data",   "figure",
                             "release", "study",  "wave",   "round",  "census", "version"};
  if (const auto edition = months ? edition_in(scan, range) : std::nullopt) return edition;
  for (std::uint32_t i = range.first; i + 1 < range.last; ++i)
    if (kWorks.contains(scan.tokens[i + 1]))
      if (const auto year = year_in(scan, {i, i + 1})) return year;
  return std::nullopt;
}

std::optional<int> edition_in(const Scan& scan, TokenRange range) {
  for (std::uint32_t i = range.first; i + 1 < range.last; ++i)
    if (scan.tokens[i].is_word() && is_month(scan.word(i)) &&
        (i == range.first || !is_end_of_span(scan, i - 1)) && !ends_between(scan, i))
      if (const auto year = year_in(scan, {i + 1, i + 2})) return year;
  return std::nullopt;
}

}  // namespace careerfacts
