// Numbers as articles write them: 112,992 · 4,00,000 · 55.300,50 · 80'000 · 72.6k · 6.5 lakhs · sixty
// · two hundred and five thousand · half a million.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/number_words.h"
#include "extract/token.h"

namespace careerfacts {

struct Number {
  double value = 0;           // as written, before its magnitude
  double magnitude = 1;       // what it is multiplied by: 1000 for "k"
  bool per_annum = false;     // LPA: lakh rupees a year
  std::string_view currency;  // that the magnitude implies: rupees for lakh and crore
  bool grouped = false;       // has thousands separators
  bool decimals = false;
  bool plus = false;        // a plus between the digits and the magnitude
  std::uint32_t first = 0;  // tokens [first, last), magnitude included
  std::uint32_t last = 0;

  bool has_magnitude() const { return magnitude != 1; }
  double scaled() const { return value * magnitude; }
};

struct NumberReading {
  bool money = false;           // a currency stands beside it: groups parted by spaces are read
  bool comma_decimals = false;  // the currency is one of those that write 55.300,50
};

// The number whose first token is `at`, or nothing (dates, versions and other things of digits).
std::optional<Number> read_number(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                                  std::uint32_t last, const NumberWords& words, const NumberReading& reading);

// A number in words that begins at `at`, as far as it goes: "ten", "twenty-five", "two hundred and five
// thousand", "two and a half million", "a crore", "half a million", "three quarters of a".
std::optional<Number> read_number_words(std::string_view text, const std::vector<Token>& tokens,
                                        std::uint32_t at, std::uint32_t last, const NumberWords& words);

}  // namespace careerfacts
