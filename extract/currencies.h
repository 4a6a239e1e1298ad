// The currencies of gazetteers/currencies.tsv: their signs, codes and words, found behind and before a
// number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/token.h"
#include "extract/token_phrases.h"

namespace careerfacts {

// A way to write a currency. Views point into the rulebook.
struct CurrencySurface {
  enum class Kind : std::uint8_t {
    sign,  // "$", "US$", "USD", "Rs.": in exact case, before or behind the number
    word,  // "dollars", "usd": in any case, behind the number
    minor  // "cents": a hundredth
  };
  std::string_view code;  // ISO 4217; empty where the word is that of several currencies ("pesos")
  std::string_view text;
  Kind kind = Kind::sign;
  bool cue = false;   // also something else ("won", "PHP"): beside a number that looks like money only
  bool bare = false;  // that of the article's own country ("$", "dollars")
  bool comma_decimals = false;  // its amounts are written "55.300,50" and "80.000" too
  bool leads = false;           // may stand before the number; set by Currencies
};

struct CurrencyMatch {
  const CurrencySurface* surface = nullptr;
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
};

class Currencies {
 public:
  // For reading the gazetteer. A surface that stands under another code already is refused: false.
  bool add(const CurrencySurface& surface);

  // The longest surface of any kind that begins at the token `at`.
  std::optional<CurrencyMatch> at(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                                  std::uint32_t last) const {
    if (at >= last || !may_begin(tokens[at])) return std::nullopt;
    return find_at(text, tokens, at, last);
  }
  // The longest one that can stand before a number and ends before the token `end`.
  std::optional<CurrencyMatch> before(std::string_view text, const std::vector<Token>& tokens,
                                      std::uint32_t first, std::uint32_t end) const;
  // Whether one may begin or end with this token; seldom true when none does.
  bool may_begin(const Token& token) const { return phrases_.may_begin(token); }
  bool may_end(const Token& token) const { return phrases_.may_end(token); }

  // Is it written with a "$"? "$85,000 AUD" is one amount, of AUD.
  bool is_dollar(std::string_view code) const;

  // Codes and signs of letters that may stand right before the digits: "USD115", "Rs50,000". For tokenize().
  const GluedSigns& glued() const { return glued_; }

 private:
  std::optional<CurrencyMatch> find_at(std::string_view text, const std::vector<Token>& tokens,
                                       std::uint32_t at, std::uint32_t last) const;
  bool fits(std::string_view text, const std::vector<Token>& tokens, const TokenPhrases::Match& match) const;

  std::vector<CurrencySurface> surfaces_;
  TokenPhrases phrases_;
  std::vector<std::string_view> dollars_;
  GluedSigns glued_;
};

}  // namespace careerfacts
