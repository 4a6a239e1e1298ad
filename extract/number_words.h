// The words of gazetteers/number_words.tsv: numbers, parts and magnitudes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/token.h"
#include "extract/token_phrases.h"

namespace careerfacts {

struct NumberWord {
  enum class Class : std::uint8_t {
    number,           // one, seventeen, forty
    hundred,          // its own class: "two hundred and five"
    article,          // a, an: one of what follows
    part,             // half, quarter
    magnitude,        // thousand, K, million, lakh
    magnitude_a_year  // LPA
  };
  std::string_view text;
  Class cls = Class::number;
  double value = 0;
  bool exact = false;         // in exactly this case
  bool touching = false;      // right behind the digits only: "3m"
  bool money = false;         // counts nothing but money: lakh, grand
  std::string_view currency;  // that it implies where nothing else names one; may be empty
};

class NumberWords {
 public:
  void add(const NumberWord& word);

  bool may_be(const Token& token) const { return phrases_.may_begin(token); }
  // The word that the token `at` is, or null.
  const NumberWord* at(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                       std::uint32_t last) const {
    return at < last && may_be(tokens[at]) ? find_at(text, tokens, at, last) : nullptr;
  }
  // A magnitude at `at`, which may end with a plus: "K", "million", "Cr+". Null where there is none.
  const NumberWord* magnitude(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                              std::uint32_t last) const;

 private:
  const NumberWord* find_at(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                            std::uint32_t last) const;

  std::vector<NumberWord> words_;
  TokenPhrases phrases_;
};

}  // namespace careerfacts
