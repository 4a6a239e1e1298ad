// The grammar of amounts of money: currency, number, magnitude, and what joins two of them to a range.
//
//   expression  := bound [ joiner [ hedge ] bound ]
//   bound       := a number with its currency (extract/money_bound.h) [ unit ]
//   joiner      := '-' | "to" … | "and" (after "between")
//   unit        := "/" or "per" and a period, between two bounds only: "$21/hr to $25/hr"
//
// The words are those of gazetteers/currencies.tsv, number_words.tsv and amount_words.tsv.
//
// A magnitude or currency on one bound is shared with the other where the numbers are plain: "$120-150k",
// "$120k-150", "€45-50,000". Whether an amount is pay is not decided here (extract/salary.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/compiled_rules.h"
#include "extract/mention.h"
#include "extract/token.h"

namespace careerfacts {

struct MoneyExpression {
  std::uint32_t first = 0;  // tokens [first, last): the quote
  std::uint32_t last = 0;
  double low = 0;  // equal to high when it is a single figure; in major units
  double high = 0;
  bool is_range = false;
  bool plus = false;          // "+" on the (upper) bound
  bool top_over = false;      // "to over $200,000"
  std::string_view currency;  // ISO 4217; empty when only a magnitude tells that it is money, or for "pesos"
  bool bare_dollar = false;   // "$" or "dollars" without a country
  bool per_annum = false;     // LPA
  bool has_magnitude = false;
  bool no_currency = false;    // a magnitude alone tells that it may be money: "120k-180k"
  bool only_number = false;    // neither currency nor magnitude: pay only where a header says so
  Period unit = Period::none;  // from a unit inside the expression
};

struct MoneyReading {
  bool plain_numbers = false;      // also numbers without any currency (cells under "Salary (USD)")
  double scale = 1;                // of small numbers without a magnitude: 1000 under "Salary ($000)"
  bool per_annum = false;          // under "Salary (LPA)"
  std::string_view currency = {};  // that the scale implies: rupees for lakh
};

// Whether a year's pay in the currency (ISO 4217) has more digits than in dollars: rupees, yen, won.
bool has_small_unit(std::string_view currency);

// Whether an amount may be read from a token: a number, or what ends one in words.
bool anchors_money(const Token& token, const CompiledRules& rules);

// Appends all expressions of tokens [first, last), left to right, not overlapping; `anchors` are those
// of the tokens that anchors_money() takes.
void find_money(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                std::uint32_t last, const CompiledRules& rules, std::span<const std::uint32_t> anchors,
                const MoneyReading& reading, std::vector<MoneyExpression>& found);
// The same where nobody has looked for anchors yet.
std::vector<MoneyExpression> find_money(std::string_view text, const std::vector<Token>& tokens,
                                        std::uint32_t first, std::uint32_t last, const CompiledRules& rules,
                                        const MoneyReading& reading = {});

}  // namespace careerfacts
