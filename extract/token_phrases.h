// Phrases of few words, each with a number that its owner knows it by; found where they begin and where they
// end. For the grammars of figures, which ask at a few places of a text; lists that every place is asked for
// are in a Lexicon. Built once, then read by any number of threads.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/key_bits.h"
#include "extract/token.h"

namespace careerfacts {

class TokenPhrases {
 public:
  struct Match {
    std::uint32_t entry = 0;
    std::uint32_t first = 0;  // tokens [first, last)
    std::uint32_t last = 0;
  };

  static constexpr std::uint32_t kLongest = 7;  // tokens of a phrase
  // REQUIRES: `phrase` has one to kLongest tokens.
  void add(std::string_view phrase, std::uint32_t entry);

  // Whether a phrase may begin or end with this token; seldom true when none does.
  bool may_begin(const Token& token) const { return begins_.may_hold(token.key); }
  bool may_end(const Token& token) const { return ends_.may_hold(token.key); }
  const KeyBits& begins() const { return begins_; }

  // The longest phrase that begins at the token `at` and ends at or before `last`, and that `accept(Match)`
  // takes.
  template <class Accept>
  std::optional<Match> at(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t last,
                          const Accept& accept) const {
    if (at >= last || !may_begin(tokens[at])) return std::nullopt;
    for (std::uint32_t lengths = within(lengths_from_[bucket(tokens[at].key)], last - at); lengths != 0;)
      if (const std::optional<Match> match = exactly(tokens, at, at + take_longest(lengths), accept))
        return match;
    return std::nullopt;
  }

  // The longest one that ends before the token `end` and begins at or behind `first`.
  template <class Accept>
  std::optional<Match> before(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t end,
                              const Accept& accept) const {
    if (end <= first || !may_end(tokens[end - 1])) return std::nullopt;
    for (std::uint32_t lengths = within(lengths_to_[bucket(tokens[end - 1].key)], end - first); lengths != 0;)
      if (const std::optional<Match> match = exactly(tokens, end - take_longest(lengths), end, accept))
        return match;
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kBuckets = 256;
  static std::size_t bucket(std::uint64_t key) { return static_cast<std::size_t>(key >> 29) % kBuckets; }
  // Sets of lengths: bit n stands for n tokens. Those of `tokens` or less; the longest, cut off.
  static std::uint32_t within(std::uint32_t lengths, std::uint32_t tokens) {
    return tokens < kLongest ? lengths & ((2U << tokens) - 1) : lengths;
  }
  static std::uint32_t take_longest(std::uint32_t& lengths) {
    const auto longest = static_cast<std::uint32_t>(std::bit_width(lengths)) - 1;
    lengths ^= 1U << longest;
    return longest;
  }
  static std::uint64_t key_of(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last) {
    std::uint64_t key = 0;
    for (std::uint32_t i = first; i < last; ++i) key = (key ^ tokens[i].key) * 0x9E3779B97F4A7C15;
    return key;
  }

  template <class Accept>
  std::optional<Match> exactly(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                               const Accept& accept) const {
    const std::uint64_t key = key_of(tokens, first, last);
    for (std::size_t i = slot(key); slots_[i].used; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].key != key) continue;
      if (const Match match{slots_[i].entry, first, last}; accept(match)) return match;
    }
    return std::nullopt;
  }

  struct Slot {
    std::uint64_t key = 0;  // of the keys of all tokens of a phrase; phrases with one key follow each other
    std::uint32_t entry = 0;
    bool used = false;
  };
  std::size_t slot(std::uint64_t key) const {
    return static_cast<std::size_t>(key >> 20) & (slots_.size() - 1);
  }
  void put(std::uint64_t key, std::uint32_t entry);

  std::vector<Slot> slots_ = std::vector<Slot>(16);  // open addressing, a power of two
  std::size_t n_phrases_ = 0;
  // By token: the lengths of phrases that begin, or end, with such a one.
  std::array<std::uint8_t, kBuckets> lengths_from_{};
  std::array<std::uint8_t, kBuckets> lengths_to_{};
  KeyBits begins_;
  KeyBits ends_;
};

}  // namespace careerfacts
