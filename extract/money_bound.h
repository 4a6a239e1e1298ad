// One side of an amount of money, or a single amount: its number with the currency before or behind it.
//
//   bound := [ currency ] number [ magnitude ] [ currency ] [ magnitude ] [ '+' ]
//          | number-words currency
//          | amount [ "and" ] number cents                  "13 dollars and 45 cents"
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/compiled_rules.h"
#include "extract/number.h"
#include "extract/token.h"

namespace careerfacts {

struct Bound {
  Number number;
  std::string_view currency;
  bool named =
      false;  // a sign or word of currency stands beside it; the currency may be unknown yet ("pesos")
  bool bare_dollar = false;
  bool plus = false;
  bool minor = false;       // "50 cents": the number is in major units already
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  Period unit = Period::none;  // "/hr" behind it; not part of the quote at the end of an expression
  std::uint32_t after_unit = 0;
};

// Reads bounds of tokens [first, last).
class BoundReader {
 public:
  BoundReader(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
              std::uint32_t last, const CompiledRules& rules)
      : text_(text), tokens_(tokens), first_(first), last_(last), rules_(rules) {}

  // The bound whose number begins at `at`; a currency before it begins at `floor` or later.
  std::optional<Bound> read(std::uint32_t at, std::uint32_t floor) const;
  // The one that begins at `at` with its currency or its number.
  std::optional<Bound> read_behind_joiner(std::uint32_t at) const;

  // "₹21.4 L": gives the bound a magnitude that otherwise touches its digits, where it is one of its
  // currency.
  void take_magnitude_apart(Bound& bound, std::string_view currency) const;

  // Whether nothing beside the number at `at` makes it an amount or one side of a range. So are most numbers
  // of a text: years and counts.
  bool stands_bare(std::uint32_t at, std::uint32_t floor) const;

  // Whether no noun follows at `i`: "won 3 awards", "the 1,500 real jobs" and "a grand opening" are no money.
  bool ends_phrase(std::uint32_t i) const;

  AmountWords::Match is(AmountWord cls, std::uint32_t i) const {
    if (!exists(i) || !rules_.amount_words.may_begin(cls, tokens_[i])) return {};
    return rules_.amount_words.at(cls, tokens_, i, last_);
  }

 private:
  std::string_view word(std::uint32_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  bool exists(std::uint32_t i) const { return i >= first_ && i < last_; }
  bool is_number(std::uint32_t i) const { return exists(i) && tokens_[i].is_number(); }

  bool is_bare_before(std::uint32_t i) const;
  std::optional<CurrencyMatch> currency_before(std::uint32_t at, std::uint32_t floor) const;
  std::optional<CurrencyMatch> code_before_dollar(std::uint32_t dollar, std::uint32_t floor) const;
  std::optional<CurrencyMatch> currency_after(std::uint32_t at) const;
  std::optional<Number> read_figure(std::uint32_t at, const std::optional<CurrencyMatch>& before) const;
  void take_before(Bound& bound, const CurrencyMatch& before) const;
  void take_after(Bound& bound) const;
  void take_code_behind(Bound& bound) const;
  void take_minor(Bound& bound) const;
  void read_unit(Bound& bound) const;
  bool is_year(const Number& number, const CurrencyMatch& behind) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;
  std::uint32_t last_;
  const CompiledRules& rules_;
};

}  // namespace careerfacts
