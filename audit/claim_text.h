// The sentence of a claim, cut into tokens, with the audit's phrases and the place of the figure: for claims
// against official figures. sentence_words.h is for claims against each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "audit/vocabulary.h"
#include "extract/token.h"

namespace careerfacts {

// Holds a view of the sentence.
struct ClaimText {
  // `source`: the name of who says so; its words ("Bureau of Labor Statistics") speak of nothing else.
  ClaimText(std::string_view sentence, std::string_view quote, std::string_view source,
            const Vocabulary& vocabulary);

  std::string_view sentence;
  std::vector<Token> tokens;
  std::vector<Phrase> phrases;
  std::uint32_t figure_first = 0;  // tokens of the quote; none where it is not found
  std::uint32_t figure_last = 0;

  bool has(Meaning meaning) const { return nearest(meaning).has_value(); }
  // In the figure's part of the sentence: from the figure before it to the next break behind it.
  bool has_near(Meaning meaning) const;
  // The phrase with that meaning that is nearest to the figure.
  std::optional<Phrase> nearest(Meaning meaning) const;
  // Tokens between the phrase and the figure; a break behind the figure counts as many.
  std::uint32_t distance(const Phrase& phrase) const;
  // Is there another figure in percent or money between the phrase and the figure?
  bool is_parted(const Phrase& phrase) const;
  // The same for amounts of money alone: "the lowest 10 percent earned less than $52,780" is one statement.
  bool is_parted_by_money(const Phrase& phrase) const;
  // A year in four digits close to the figure: "the 2020 median of $41,535", "$112,590 in May 2024"; 0: none.
  struct Year {
    int year = 0;
    bool is_may = false;  // "May 2024"
  };
  Year year() const;
  // Every year in four digits, each once, from the first to the last.
  std::vector<int> years() const;
};

}  // namespace careerfacts
