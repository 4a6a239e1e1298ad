// A few words as they are written, made when the program is built. Most words of a text are told apart from
// all of them by their first letter and their length.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace careerfacts {

template <std::size_t n>
class WordSet {
 public:
  template <class... Words>
  constexpr explicit(false) WordSet(const Words&... words) : words_{std::string_view(words)...} {
    for (const std::string_view word : words_) lengths_[place(word)] |= 1U << std::min(word.size(), kLongest);
  }

  constexpr bool contains(std::string_view word) const {
    if (word.empty() || (lengths_[place(word)] >> std::min(word.size(), kLongest) & 1) == 0) return false;
    for (const std::string_view own : words_)
      if (own == word) return true;
    return false;
  }

 private:
  static constexpr std::size_t kLongest = 31;
  static constexpr std::size_t place(std::string_view word) {
    return static_cast<unsigned char>(word[0]) % 64;
  }

  std::array<std::string_view, n> words_;
  std::array<std::uint32_t, 64> lengths_{};  // by first letter; bit k: a word of k letters
};
template <class... Words>
WordSet(const Words&...) -> WordSet<sizeof...(Words)>;

}  // namespace careerfacts
