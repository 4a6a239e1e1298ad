#include "publish/number.h"

#include <charconv>
#include <cmath>

#include "base/check.h"

namespace careerfacts {

namespace {

constexpr std::size_t kMostDigits = 20;

}  // namespace

void append_number(std::string& out, double value) {
  CHECK(std::isfinite(value));
  if (is_whole(value)) return append_number(out, static_cast<std::size_t>(value));
  char digits[1100];  // the smallest double, 4.9e-324, needs 326 of them; the largest 309
  const auto result = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  CHECK(result.ec == std::errc());
  out.append(digits, result.ptr);
}

void append_number(std::string& out, std::size_t value) {
  char digits[kMostDigits];
  out.append(digits, write_number(digits, value));
}

char* write_number(char* to, std::size_t value) { return std::to_chars(to, to + kMostDigits, value).ptr; }

bool is_whole(double value) {
  constexpr double kAllExact = 9007199254740992;  // 2^53: up to it, every whole number is a double
  return value >= 0 && value < kAllExact && static_cast<double>(static_cast<std::size_t>(value)) == value;
}

}  // namespace careerfacts
