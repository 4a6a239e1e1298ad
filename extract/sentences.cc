#include "extract/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/word_set.h"

namespace careerfacts {
namespace {

// Tokens; what has no full stop for longer is no prose, and is cut so that a look over a sentence stays
// short.
constexpr std::uint32_t kLongestSentence = 400;

bool is_abbreviation(std::string_view word) {
  static constexpr WordSet kAbbreviations{
      "Ave", "Capt", "Co", "Col",  "Corp", "Dr",  "Gen", "Gov",  "Inc", "Jr",  "Lt",  "Ltd", "Mr", "Mrs",
      "Ms",  "Mt",   "Ph", "Prof", "Rep",  "Rev", "Rs",  "Sen",  "Sgt", "Sr",  "St",  "Vol", "al", "approx",
      "avg", "ca",   "cf", "dept", "eg",   "est", "ie",  "incl", "max", "min", "ret", "viz", "vs"};
  return kAbbreviations.contains(word);
}

// Abbreviations before a number ("No. 5", "Sept. 12"), and ends of sentences before all else ("No. It is
// not").
bool is_abbreviation_of_number(std::string_view word) {
  static constexpr WordSet kAbbreviations{"Apr", "Aug", "Dec", "Feb", "Fig", "Jan",  "Jul", "Jun", "Mar",
                                          "No",  "Nos", "Nov", "Oct", "Sep", "Sept", "no",  "pp"};
  return kAbbreviations.contains(word);
}

// Words that start a sentence and no name: after "in the U.S." they tell that the stop ended one.
bool starts_a_sentence(std::string_view word) {
  static constexpr WordSet kStarters{
      "A",   "According", "After", "All",  "Also",    "Although", "An",   "And",  "As",  "At",
      "But", "By",        "For",   "From", "However", "If",       "In",   "It",   "Its", "Most",
      "On",  "Some",      "That",  "The",  "There",   "These",    "They", "This", "We",  "You"};
  return kStarters.contains(word);
}

// One question, without branches, for the many tokens that end nothing.
bool may_end(const Token& token) {
  static constexpr auto kStops = [] {
    std::array<bool, 256> stops{};
    for (const unsigned char stop : {'.', '!', '?'}) stops[stop] = true;
    return stops;
  }();
  return kStops[static_cast<unsigned char>(token.first)] & (token.kind == TokenKind::sign);
}

}  // namespace

void split_sentences(std::string_view text, const std::vector<Token>& tokens, TokenRange range,
                     std::vector<TokenRange>& sentences) {
  const auto word = [&](std::uint32_t i) {
    return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  };
  std::uint32_t begin = range.first;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (i - begin >= kLongestSentence) {
      sentences.push_back({begin, i});
      begin = i;
    }
    if (!may_end(tokens[i])) continue;
    const bool stop = tokens[i].is('.');
    std::uint32_t next = i + 1;
    while (next < range.last && !tokens[next].space_before && !tokens[next].is_word() &&
           !tokens[next].is_number())
      ++next;
    if (next < range.last && !tokens[next].space_before) continue;
    if (stop && next < range.last) {
      const bool begins = tokens[next].upper_first || tokens[next].is_number() || !tokens[next].is_word();
      if (!begins) continue;
      if (i > range.first && tokens[i - 1].is_word() && !tokens[i].space_before) {
        const bool after_number =
            !tokens[i - 1].space_before && i >= range.first + 2 && tokens[i - 2].is_number();
        const bool initial = tokens[i - 1].end - tokens[i - 1].begin == 1 && !after_number;  // not "$105K."
        if (initial ? !starts_a_sentence(word(next)) : is_abbreviation(word(i - 1))) continue;
        if (tokens[next].is_number() && is_abbreviation_of_number(word(i - 1))) continue;
      }
    }
    sentences.push_back({begin, next});
    begin = next;
    i = next - 1;
  }
  if (begin < range.last) sentences.push_back({begin, range.last});
}

}  // namespace careerfacts
