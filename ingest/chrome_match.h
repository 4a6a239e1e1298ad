// Finds the rule or the site word that a text matches, and answers questions about the shape of a text.
//
// Nearly all texts match nothing, which PhraseStarts tells from their first letters. Pure.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ingest/chrome.h"

namespace careerfacts {

// The beginning of a text as phrases are written: lower case, numbers as #, marks at the ends gone. Takes no
// memory of its own.
class FoldedPhrase {
 public:
  static constexpr std::size_t kLongest = 56;  // bytes, and more than any phrase has

  explicit FoldedPhrase(std::string_view text);
  std::string_view view() const { return {key_.data(), size_}; }
  std::string_view with_space() const { return {key_.data(), size_ + 1}; }  // "related: " begins "related"

 private:
  std::array<char, kLongest + 1> key_;
  std::size_t size_ = 0;
};

// What the phrases of a list begin with.
class PhraseStarts {
 public:
  void add(std::string_view phrase);  // as FoldedPhrase gives it
  // False only where no phrase of the list can be the beginning of the folded text.
  bool may_begin(std::string_view text) const;

 private:
  static constexpr std::size_t kClasses = 27;           // the letters, and all else
  static constexpr std::size_t kLooked = 7;             // characters
  using Next = std::array<std::uint32_t, kLooked - 2>;  // classes (bits) of those from the third on
  std::array<std::array<Next, kClasses>, kClasses> by_letters_{};  // the first and the second
  std::array<bool, 256> other_starts_{};                           // phrases that begin with no letter
};

// The rule that marks a block with this text, if any; of several the longest.
const ChromeRule* find_chrome_rule(std::string_view text);

const SiteWord* find_site_word(std::string_view text);

bool ends_sentence(std::string_view text);

// "$4", "5%": an amount or a percentage.
bool holds_figure(std::string_view text);

// Calls f with each line of a text; false when f is false for one.
template <class F>
bool all_lines(std::string_view text, F&& f) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!f(text.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace careerfacts
