#include "audit/claim_text.h"

#include <algorithm>

namespace careerfacts {
namespace {

constexpr std::uint32_t kBehindABreak = 12;  // so many tokens does a break behind the figure count

constexpr std::uint32_t kYearBefore = 12;  // tokens between a year and a figure that it dates
constexpr std::uint32_t kYearBehind = 4;

bool is_break(const Token& token) {
  static const std::uint64_t kAnd = word_key("and");
  static const std::uint64_t kWhile = word_key("while");
  static const std::uint64_t kBut = word_key("but");
  return token.is(',') || token.is(';') || token.is(':') || token.key == kAnd || token.key == kWhile ||
         token.key == kBut;
}

bool is_figure_sign(const Token& token) {
  static const std::uint64_t kPercent = word_key("percent");
  return token.is('%') || token.is('$') || token.key == kPercent;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

ClaimText::ClaimText(std::string_view text, std::string_view quote, std::string_view source,
                     const Vocabulary& vocabulary)
    : sentence(text) {
  tokenize(sentence, 0, sentence.size(), tokens);
  phrases = vocabulary.find(tokens);
  if (const std::size_t name = source.empty() ? std::string_view::npos : sentence.find(source);
      name != std::string_view::npos)
    std::erase_if(phrases, [&](const Phrase& phrase) {
      return tokens[phrase.first].begin < name + source.size() && tokens[phrase.last - 1].end > name;
    });
  std::size_t at = sentence.find(quote);
  std::size_t end = at + quote.size();
  if (at == std::string_view::npos) {
    // Marks and character references were taken out: its first digits will do.
    const std::size_t first = quote.find_first_of("0123456789");
    if (first == std::string_view::npos) return;
    const std::size_t last = std::min(quote.find_first_not_of("0123456789,.", first), quote.size());
    at = sentence.find(quote.substr(first, last - first));
    if (at == std::string_view::npos) return;
    end = at + (last - first);
  }
  const auto begin = std::find_if(tokens.begin(), tokens.end(), [&](const Token& t) { return t.end > at; });
  const auto stop = std::find_if(begin, tokens.end(), [&](const Token& t) { return t.begin >= end; });
  figure_first = static_cast<std::uint32_t>(begin - tokens.begin());
  figure_last = static_cast<std::uint32_t>(stop - tokens.begin());
}

std::uint32_t ClaimText::distance(const Phrase& phrase) const {
  if (phrase.last <= figure_first) return figure_first - phrase.last;
  if (phrase.first < figure_last) return 0;
  std::uint32_t steps = phrase.first - figure_last;
  for (std::uint32_t i = figure_last; i < phrase.first; ++i)
    if (is_break(tokens[i])) steps += kBehindABreak;
  return steps;
}

bool ClaimText::is_parted(const Phrase& phrase) const {
  const std::uint32_t from = std::min(phrase.last, figure_last);
  const std::uint32_t to = phrase.last <= figure_first ? figure_first : phrase.first;
  // "a 23% rise in job postings and a projected 31% growth": what the figure before it spoke of is not meant.
  if (phrase.last <= figure_first &&
      std::any_of(tokens.begin(), tokens.begin() + phrase.first, is_figure_sign) &&
      std::any_of(tokens.begin() + phrase.last, tokens.begin() + std::max(phrase.last, figure_first - 1),
                  is_break))
    return true;
  for (std::uint32_t i = from; i < to; ++i)
    if ((i < figure_first || i >= figure_last) && is_figure_sign(tokens[i])) return true;
  return false;
}

bool ClaimText::is_parted_by_money(const Phrase& phrase) const {
  const std::uint32_t from = std::min(phrase.last, figure_last);
  const std::uint32_t to = phrase.last <= figure_first ? figure_first : phrase.first;
  for (std::uint32_t i = from; i < to; ++i)
    if ((i < figure_first || i >= figure_last) && tokens[i].is('$')) return true;
  return false;
}

bool ClaimText::has_near(Meaning meaning) const {
  return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
    return phrase.meaning == meaning && !is_parted(phrase) && distance(phrase) < kBehindABreak;
  });
}

std::optional<Phrase> ClaimText::nearest(Meaning meaning) const {
  std::optional<Phrase> best;
  for (const Phrase& phrase : phrases)
    if (phrase.meaning == meaning && (!best || distance(phrase) < distance(*best))) best = phrase;
  return best;
}

std::vector<int> ClaimText::years() const {
  std::vector<int> found;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string_view digits = sentence.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    if (!tokens[i].is_number() || !is_year(digits) || (i > 0 && tokens[i - 1].is('$'))) continue;
    found.push_back(std::stoi(std::string(digits)));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

ClaimText::Year ClaimText::year() const {
  static const std::uint64_t kMay = word_key("may");
  Year best;
  std::uint32_t best_distance = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string_view digits = sentence.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    if (!tokens[i].is_number() || (i >= figure_first && i < figure_last) || !is_year(digits)) continue;
    if (i > 0 && tokens[i - 1].is('$')) continue;
    const std::uint32_t far = i < figure_first ? figure_first - i : i - figure_last;
    if (far > (i < figure_first ? kYearBefore : kYearBehind) || (best.year != 0 && far >= best_distance))
      continue;
    best = {std::stoi(std::string(digits)), i > 0 && tokens[i - 1].key == kMay};
    best_distance = far;
  }
  return best;
}

}  // namespace careerfacts
