#include "publish/number.h"

#include <charconv>
#include <cmath>

#include "base/check.h"

namespace careerfacts {

void append_number(std::string& out, double value) {
  CHECK(std::isfinite(value));
  char digits[1100];  // the smallest double, 4.9e-324, needs 326 of them; the largest 309
  const auto result =
      std::to_chars(digits, digits + sizeof digits, value == 0 ? 0.0 : value, std::chars_format::fixed);
  CHECK(result.ec == std::errc());
  out.append(digits, result.ptr);
}

void append_number(std::string& out, std::size_t value) {
  char digits[24];
  const auto result = std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, result.ptr);
}

}  // namespace careerfacts
