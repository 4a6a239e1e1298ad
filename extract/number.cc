#include "extract/number.h"

#include <array>
#include <span>
#include <string>

#include "base/ascii.h"

namespace careerfacts {
namespace {

constexpr std::size_t kMostDigits = 24;  // bytes of a number, separators included

// What the separators of a digit string mean.
struct Digits {
  double value = 0;
  bool grouped = false;
  bool decimals = false;
};

// Groups of three after the first, or of two with a last one of three (4,00,000); the "0,000" of a torn
// "10 0,000" is none.
bool are_groups(std::span<const std::string_view> groups) {
  if (groups.size() < 2 || groups[0].empty() || groups[0].size() > 3 || groups.back().size() != 3 ||
      groups[0].front() == '0')
    return false;
  bool threes = true, twos = groups[0].size() <= 2;
  for (std::size_t i = 1; i + 1 < groups.size(); ++i) {
    threes = threes && groups[i].size() == 3;
    twos = twos && groups[i].size() == 2;
  }
  return threes || twos;
}

// What a separator parts a number into. REQUIRES: it has kMostDigits bytes or less.
class Parts {
 public:
  Parts(std::string_view text, char by) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i)
      if (i == text.size() || text[i] == by) {
        parts_[n_++] = text.substr(begin, i - begin);
        begin = i + 1;
      }
  }

  std::span<const std::string_view> all() const { return {parts_.data(), n_}; }
  std::size_t size() const { return n_; }
  std::string_view operator[](std::size_t i) const { return parts_[i]; }

 private:
  std::array<std::string_view, kMostDigits + 1> parts_;
  std::size_t n_ = 0;
};

double plain(std::string_view digits) {
  double value = 0;
  for (const char c : digits)
    if (is_digit(c)) value = value * 10 + (c - '0');
  return value;
}

double with_fraction(std::string_view whole, std::string_view fraction) {
  // One division of two exact integers gives the double nearest to the decimal as written.
  double numerator = plain(whole), scale = 1;
  for (const char c : fraction) {
    numerator = numerator * 10 + (c - '0');
    scale *= 10;
  }
  return numerator / scale;
}

std::optional<Digits> read_digits(std::string_view s, bool comma_decimals) {
  if (s.size() > kMostDigits) return std::nullopt;
  bool commas = false, dots = false;
  for (const char c : s) {
    commas |= c == ',';
    dots |= c == '.';
  }
  if (!commas && !dots) return Digits{plain(s), false, false};
  if (!dots) {
    const Parts by_comma(s, ',');
    if (are_groups(by_comma.all())) return Digits{plain(s), true, false};
    if (by_comma.size() == 2 && by_comma[1].size() <= 2)  // 12,5 and 1200,50
      return Digits{with_fraction(by_comma[0], by_comma[1]), false, true};
    return std::nullopt;
  }
  if (!commas) {
    const Parts by_dot(s, '.');
    if (by_dot.size() == 2) {
      if (comma_decimals && are_groups(by_dot.all())) return Digits{plain(s), true, false};
      return Digits{with_fraction(by_dot[0], by_dot[1]), false, true};
    }
    if (are_groups(by_dot.all())) return Digits{plain(s), true, false};
    return std::nullopt;
  }
  // Both: the last one parts the decimals.
  const char decimal = s.rfind(',') > s.rfind('.') ? ',' : '.';
  const std::size_t at = s.rfind(decimal);
  const std::string_view whole = s.substr(0, at), fraction = s.substr(at + 1);
  if (whole.find(decimal) != std::string_view::npos) return std::nullopt;
  if (!are_groups(Parts(whole, decimal == ',' ? '.' : ',').all())) return std::nullopt;
  return Digits{with_fraction(whole, fraction), true, true};
}

bool is_three_digits(const Token& token) { return token.is_number() && token.end - token.begin == 3; }

// "52, 500", "80 000", "80'000": groups that are tokens of their own. Gives the token after the last of them.
std::uint32_t join_groups(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                          std::uint32_t last, std::string& digits) {
  std::uint32_t next = at + 1;
  if (tokens[at].end - tokens[at].begin > 3) return next;
  digits.assign(text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin));
  while (next < last && digits.size() <= kMostDigits) {
    if (tokens[next].space_before && is_three_digits(tokens[next]) && text[tokens[next].begin - 1] == ' ' &&
        tokens[next].begin - tokens[next - 1].end == 1) {
      digits += text.substr(tokens[next].begin, 3);
      ++next;
    } else if (next + 1 < last && !tokens[next].space_before && is_three_digits(tokens[next + 1]) &&
               ((tokens[next].is(',') && tokens[next + 1].space_before) ||
                (tokens[next].is('\'') && !tokens[next + 1].space_before))) {
      digits += text.substr(tokens[next + 1].begin, 3);
      next += 2;
    } else {
      break;
    }
  }
  return next;
}

}  // namespace

std::optional<Number> read_number(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                                  std::uint32_t last, const NumberWords& words,
                                  const NumberReading& reading) {
  std::string joined;
  std::uint32_t next = at + 1;
  std::string_view digits_text = text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
  bool grouped = false;
  if (reading.money) {
    next = join_groups(text, tokens, at, last, joined);
    grouped = next > at + 1;
    if (grouped) digits_text = joined;
  }
  const std::optional<Digits> digits = read_digits(digits_text, reading.comma_decimals);
  if (!digits) return std::nullopt;
  Number number;
  number.value = digits->value;
  number.grouped = grouped || digits->grouped;
  number.decimals = digits->decimals;
  number.first = at;
  number.last = next;
  // "₹40-80+ LPA": the plus belongs to the bound, the magnitude behind it too.
  const bool plus =
      next + 1 < last && tokens[next].is('+') && !tokens[next].space_before && tokens[next + 1].is_word();
  if (plus) ++next;
  if (const NumberWord* magnitude = words.magnitude(text, tokens, next, last)) {
    number.magnitude = magnitude->value;
    number.per_annum = magnitude->cls == NumberWord::Class::magnitude_a_year;
    number.currency = magnitude->currency;
    // "₹8,56,643 LPA" is written out already.
    if (number.per_annum && number.value >= 1000) number.magnitude = 1;
    number.last = next + 1;
    number.plus = plus;
  }
  return number;
}

}  // namespace careerfacts
