#include "audit/printed_range.h"

#include <charconv>
#include <string>
#include <vector>

#include "base/ascii.h"

namespace careerfacts {
namespace {

struct Printed {
  double value = 0;
  double scale = 1;  // of "K", "million" …
};

// Digits from `at` on, with groups of three; moves `at` behind them.
double read_digits(std::string_view text, std::size_t& at) {
  std::string digits;
  while (at < text.size()) {
    if (is_digit(text[at])) {
      digits += text[at++];
      continue;
    }
    if ((text[at] != ',' && text[at] != '.') || at + 1 >= text.size() || !is_digit(text[at + 1])) break;
    std::size_t end = at + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at - 1 != 3) digits += '.';  // else it parts groups
    ++at;
  }
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

double read_scale(std::string_view rest) {
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  if (rest.starts_with("million") || rest.starts_with("Million")) return 1e6;
  if (rest.starts_with("thousand")) return 1e3;
  const bool letter = rest.size() > 1 && ((rest[1] | 0x20) >= 'a' && (rest[1] | 0x20) <= 'z');
  if (rest.empty() || letter) return 1;
  if (rest.front() == 'k' || rest.front() == 'K') return 1e3;
  return rest.front() == 'm' || rest.front() == 'M' ? 1e6 : 1;
}

}  // namespace

std::optional<std::pair<double, double>> printed_range(std::string_view quote) {
  std::vector<Printed> numbers;
  for (std::size_t at = 0; at < quote.size();) {
    if (!is_digit(quote[at])) {
      ++at;
      continue;
    }
    const double value = read_digits(quote, at);
    numbers.push_back({value, read_scale(quote.substr(at))});
  }
  if (numbers.size() != 2) return std::nullopt;
  Printed& first = numbers[0];
  Printed& second = numbers[1];
  if (first.scale == 1 && first.value < 1000) first.scale = second.scale;
  if (second.scale == 1 && second.value < 1000) second.scale = first.scale;
  return std::make_pair(first.value * first.scale, second.value * second.scale);
}

}  // namespace careerfacts
