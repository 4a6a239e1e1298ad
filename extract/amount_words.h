// The words of gazetteers/amount_words.tsv: what joins two numbers to a range, and what stands around them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/mention.h"
#include "extract/token.h"
#include "extract/token_phrases.h"

namespace careerfacts {

// The classes of the gazetteer, in the order of kAmountWordClasses.
enum class AmountWord : std::uint8_t {
  joiner,        // "-", "to": between the bounds of a range
  pair_joiner,   // "and": the same, behind a range opener
  range_opener,  // "between"
  hedge,         // before the upper bound: "to about"
  per,           // "/", "an": before a unit
  unit,          // "hour"
  unit_adverb,   // "monthly"
  change,        // "grew": "from … to …" are two figures
  percent,
  minus,
  apart,      // "respectively": two figures
  counted,    // "employees": the number before it is no money
  year_mark,  // "in 2022 dollars"
  defines     // "one lakh is 1,00,000"
};
inline constexpr std::size_t kAmountWords = 14;

class AmountWords {
 public:
  // `value`: a Period for units and their adverbs, 1 for "over" hedges and for a percent word with a plus.
  void add(std::string_view phrase, AmountWord cls, std::uint8_t value);

  struct Match {
    std::uint32_t first = 0;  // tokens [first, last); empty where nothing was found
    std::uint32_t last = 0;
    std::uint8_t value = 0;
    explicit operator bool() const { return last > first; }
    Period period() const { return static_cast<Period>(value); }
  };
  // Seldom true when no word of the class begins with the token.
  bool may_begin(AmountWord cls, const Token& token) const { return of(cls).may_begin(token); }
  const KeyBits& begins(AmountWord cls) const { return of(cls).begins(); }
  // The longest word of the class that begins at the token `at`; that ends before the token `end`.
  Match at(AmountWord cls, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t last) const;
  Match before(AmountWord cls, const std::vector<Token>& tokens, std::uint32_t first,
               std::uint32_t end) const;
  // Whether one of the class begins at a token from `first` on that is less than `reach` before `end`.
  bool stands_before(AmountWord cls, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t end,
                     std::uint32_t reach) const;

 private:
  const TokenPhrases& of(AmountWord cls) const { return phrases_[static_cast<std::size_t>(cls)]; }

  std::array<TokenPhrases, kAmountWords> phrases_;  // by class; their entries are the values
};

}  // namespace careerfacts
