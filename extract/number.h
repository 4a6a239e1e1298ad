// Numbers as articles write them: 112,992 · 4,00,000 · 55.300,50 · 80'000 · 72.6k · 6.5 lakhs · sixty.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/token.h"

namespace careerfacts {

enum class Magnitude : std::uint8_t { none, thousand, lakh, crore, million, billion };
double multiplier(Magnitude magnitude);

struct Number {
  double value = 0;  // as written, before its magnitude
  Magnitude magnitude = Magnitude::none;
  bool per_annum = false;  // LPA: lakh rupees a year
  bool grouped = false;    // has thousands separators
  bool decimals = false;
  bool plus = false;        // a plus between the digits and the magnitude
  std::uint32_t first = 0;  // tokens [first, last), magnitude included
  std::uint32_t last = 0;

  double scaled() const { return value * multiplier(magnitude); }
};

struct NumberReading {
  bool money = false;           // a currency stands beside it: groups parted by spaces are read
  bool comma_decimals = false;  // the currency is one of those that write 55.300,50
};

// The number whose first token is `at`, or nothing (dates, versions and other things of digits).
std::optional<Number> read_number(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                                  std::uint32_t last, const NumberReading& reading);

// "ten", "sixty", "twenty-five", "a hundred": a number in words, up to 999.
std::optional<Number> read_number_words(const std::vector<Token>& tokens, std::uint32_t at,
                                        std::uint32_t last);

}  // namespace careerfacts
