#include "base/decimals.h"

#include <array>
#include <charconv>

#include "base/check.h"

namespace careerfacts {

std::string with_decimals(double value, int digits) {
  std::array<char, 400> text;  // the largest double has 309 digits before the point
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits);
  CHECK(error == std::errc{});
  return {text.data(), end};
}

}  // namespace careerfacts
