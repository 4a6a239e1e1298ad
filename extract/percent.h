// The grammar of percentages: a number or a range, in digits or words, and its sign or word.
//
//   expression := number [ joiner number ] sign | number sign joiner number sign
//   sign       := '%' | "percent" | "per cent" | "pct" | "percentage point(s)" …
//   joiner     := '-' | "to" … | "and" (after "between"; with "respectively" they are two)
//
// The words are those of gazetteers/amount_words.tsv and number_words.tsv.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/compiled_rules.h"
#include "extract/token.h"

namespace careerfacts {

struct PercentExpression {
  std::uint32_t first = 0;  // tokens [first, last): the quote
  std::uint32_t last = 0;
  double low = 0;  // equal to high when it is a single figure
  double high = 0;
  bool is_range = false;
  bool plus = false;
  bool negative = false;  // a minus stands before it; it is not part of the quote
  bool positive = false;  // a plus stands before it
};

// All expressions of tokens [first, last), left to right, not overlapping. `signs`: those of the tokens that
// AmountWords::may_begin() takes for a word of percent.
std::vector<PercentExpression> find_percents(std::string_view text, const std::vector<Token>& tokens,
                                             std::uint32_t first, std::uint32_t last,
                                             const CompiledRules& rules,
                                             std::span<const std::uint32_t> signs);
// The same where nobody has looked for signs yet.
std::vector<PercentExpression> find_percents(std::string_view text, const std::vector<Token>& tokens,
                                             std::uint32_t first, std::uint32_t last,
                                             const CompiledRules& rules);

}  // namespace careerfacts
