#include "extract/sentences.h"

#include <array>
#include <string>

#include "base/ascii.h"
#include "extract/word_set.h"

namespace careerfacts {
namespace {

// Tokens; what has no full stop for longer is no prose, and is cut so that a look over a sentence stays
// short.
constexpr std::uint32_t kLongestSentence = 400;

// Before all that may follow, but for words that start a sentence where the abbreviation may end one ("Acme
// Inc. The company").
bool is_abbreviation(std::string_view word) {
  static constexpr WordSet kAbbreviations{
      "Ave", "Capt", "Co", "Col",  "Corp", "Dr",  "Gen", "Gov",  "Inc", "Jr",  "Lt",  "Ltd", "Mr", "Mrs",
      "Ms",  "Mt",   "Ph", "Prof", "Rep",  "Rev", "Rs",  "Sen",  "Sgt", "Sr",  "St",  "Vol", "al", "approx",
      "avg", "ca",   "cf", "dept", "eg",   "est", "ie",  "incl", "max", "min", "ret", "viz", "vs"};
  return kAbbreviations.contains(word);
}

// What ends a name: the sentence may end with it.
bool is_end_of_name(std::string_view word) {
  return word == "Co" || word == "Corp" || word == "Inc" || word == "Jr" || word == "Ltd" || word == "Sr";
}

// Abbreviations with a capital at the begin of a sentence: "Approx. 5,000 jobs".
bool is_abbreviation_at_begin(std::string_view word) {
  static constexpr WordSet kAbbreviations{"Approx", "Avg", "Est", "Max", "Min"};
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
      "A",     "According", "After", "All",   "Also", "Although", "An",      "And",  "As",    "At",   "Both",
      "But",   "By",        "Each",  "For",   "From", "He",       "However", "If",   "In",    "It",   "Its",
      "Many",  "Most",      "On",    "Other", "Our",  "She",      "Since",   "So",   "Some",  "That", "The",
      "Their", "Then",      "There", "These", "They", "This",     "We",      "When", "While", "You",  "Your"};
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

// What may follow a time of day: "5 p.m. Monday", "9 a.m. Eastern".
bool goes_on_after_time(std::string_view word) {
  static constexpr WordSet kWords{"Central",  "Eastern", "Friday",   "Monday",  "Mountain", "Pacific",
                                  "Saturday", "Sunday",  "Thursday", "Tuesday", "Wednesday"};
  return kWords.contains(word);
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, TokenRange range)
      : text_(text), tokens_(tokens), range_(range) {}

  void run(std::vector<TokenRange>& sentences) {
    for (std::uint32_t i = range_.first; i < range_.last; ++i) {
      if (i - begin_ >= kLongestSentence) {
        sentences.push_back({begin_, i});
        begin_ = i;
      }
      const Token& token = tokens_[i];
      if (!may_end(token)) continue;
      const bool stop = token.is('.');
      const std::uint32_t next = behind_signs(i + 1);
      if (next < range_.last && !ends(i, next, stop)) continue;
      sentences.push_back({begin_, next});
      begin_ = next;
      i = next - 1;
    }
    if (begin_ < range_.last) sentences.push_back({begin_, range_.last});
  }

 private:
  std::string_view word(std::uint32_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  // Past the quotation marks, brackets and footnote marks ("[1]") that touch a stop.
  std::uint32_t behind_signs(std::uint32_t next) const {
    const auto touches = [&](std::uint32_t i) { return i < range_.last && !tokens_[i].space_before; };
    while (touches(next) && !tokens_[next].is_word() && !tokens_[next].is_number()) {
      const bool note = tokens_[next].is('[') && touches(next + 1) && tokens_[next + 1].is_number() &&
                        touches(next + 2) && tokens_[next + 2].is(']');
      next += note ? 3 : 1;
    }
    return next;
  }

  // Whether the sign at i ends a sentence, when `next` follows. REQUIRES: next < range_.last.
  bool ends(std::uint32_t i, std::uint32_t next, bool stop) const {
    if (!tokens_[next].space_before) return stop && next == i + 1 && is_missing_space(i, next);
    const bool begins = tokens_[next].is_word() ? begins_like_sentence(next) : true;
    if (!begins) return false;
    return !stop || !is_inside(i, next);
  }

  // A capital, or the small letter of a name such as "iOS".
  bool begins_like_sentence(std::uint32_t i) const {
    if (tokens_[i].upper_first) return true;
    const std::string_view here = word(i);
    if (here.size() < 2) return false;
    if (static_cast<unsigned char>(here[0]) == 0xC3)  // À to Þ
      return static_cast<unsigned char>(here[1]) <= 0x9E;
    return tokens_[i].first != 0 && is_upper(here[1]);
  }

  // Whether the full stop at i belongs to the word before it.
  bool is_inside(std::uint32_t i, std::uint32_t next) const {
    if (i == begin_ || tokens_[i].space_before) return false;
    const Token& before = tokens_[i - 1];
    if (!before.is_word()) return false;
    const std::string_view last = word(i - 1);
    if (last.size() == 1) return is_initial(i, next);
    if (is_abbreviation(last)) return !(is_end_of_name(last) && starts_a_sentence(word(next)));
    if (i - 1 == begin_ && is_abbreviation_at_begin(last)) return !starts_a_sentence(word(next));
    return tokens_[next].is_number() && is_abbreviation_of_number(last);
  }

  // Of a letter alone before the stop at i: whether it is an initial ("J. Smith", "U.S. Bureau").
  bool is_initial(std::uint32_t i, std::uint32_t next) const {
    const bool touches = !tokens_[i - 1].space_before && i >= begin_ + 2;
    if (touches && tokens_[i - 2].is_number()) return false;  // "$105K."
    if (starts_a_sentence(word(next))) return false;
    const bool time = touches && word(i - 1) == "m" && i >= begin_ + 3 && tokens_[i - 2].is('.') &&
                      (word(i - 3) == "a" || word(i - 3) == "p");
    return !(time && tokens_[next].is_word() && !tokens_[next].all_upper && !goes_on_after_time(word(next)));
  }

  // "She is a nurse.He is one": small letters before the stop at i, a word with a capital behind it, and no
  // address ("example.Com/x") around them.
  bool is_missing_space(std::uint32_t i, std::uint32_t next) const {
    if (i <= begin_ + 1 || next + 1 >= range_.last) return false;
    const Token &left = tokens_[i - 1], &right = tokens_[next];
    if (left.upper_first || tokens_[i].space_before || !tokens_[next + 1].space_before) return false;
    if (!left.is_number() && !(left.is_word() && left.end - left.begin >= 3 && left.space_before))
      return false;
    return right.is_word() && right.upper_first && right.end - right.begin >= 2 && !right.all_upper &&
           !is_upper(text_[right.begin + 1]);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  TokenRange range_;
  std::uint32_t begin_ = range_.first;  // of the sentence that is read
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<Token>& tokens, TokenRange range,
                     std::vector<TokenRange>& sentences) {
  Splitter(text, tokens, range).run(sentences);
}

}  // namespace careerfacts
