#include "extract/number.h"

#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

namespace careerfacts {
namespace {

constexpr std::size_t kMostDigits = 24;  // bytes of a number, separators included

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What the separators of a digit string mean.
struct Digits {
  double value = 0;
  bool grouped = false;
  bool decimals = false;
};

// Groups of three after the first, or of two with a last one of three (4,00,000).
bool are_groups(const std::vector<std::string_view>& groups) {
  if (groups.size() < 2 || groups[0].empty() || groups[0].size() > 3 || groups.back().size() != 3)
    return false;
  bool threes = true, twos = groups[0].size() <= 2;
  for (std::size_t i = 1; i + 1 < groups.size(); ++i) {
    threes = threes && groups[i].size() == 3;
    twos = twos && groups[i].size() == 2;
  }
  return threes || twos;
}

std::vector<std::string_view> split_at(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i)
    if (i == text.size() || text[i] == by) {
      parts.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
  return parts;
}

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
  const std::vector<std::string_view> by_comma = split_at(s, ',');
  const std::vector<std::string_view> by_dot = split_at(s, '.');
  if (by_comma.size() == 1 && by_dot.size() == 1) return Digits{plain(s), false, false};
  if (by_dot.size() == 1) {
    if (are_groups(by_comma)) return Digits{plain(s), true, false};
    if (by_comma.size() == 2 && by_comma[1].size() <= 2)  // 12,5 and 1200,50
      return Digits{with_fraction(by_comma[0], by_comma[1]), false, true};
    return std::nullopt;
  }
  if (by_comma.size() == 1) {
    if (by_dot.size() == 2) {
      if (comma_decimals && are_groups(by_dot)) return Digits{plain(s), true, false};
      return Digits{with_fraction(by_dot[0], by_dot[1]), false, true};
    }
    if (are_groups(by_dot)) return Digits{plain(s), true, false};
    return std::nullopt;
  }
  // Both: the last one parts the decimals.
  const char decimal = s.rfind(',') > s.rfind('.') ? ',' : '.';
  const std::size_t at = s.rfind(decimal);
  const std::string_view whole = s.substr(0, at), fraction = s.substr(at + 1);
  if (whole.find(decimal) != std::string_view::npos) return std::nullopt;
  if (!are_groups(split_at(whole, decimal == ',' ? '.' : ','))) return std::nullopt;
  return Digits{with_fraction(whole, fraction), true, true};
}

bool is_three_digits(const Token& token) { return token.is_number() && token.end - token.begin == 3; }

// "52, 500", "80 000", "80'000": groups that are tokens of their own. Gives the token after the last of them.
std::uint32_t join_groups(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                          std::uint32_t last, std::string& digits) {
  digits.assign(text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin));
  std::uint32_t next = at + 1;
  if (digits.size() > 3) return next;
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

struct MagnitudeWord {
  Magnitude magnitude;
  bool adjacent;  // only with no space before it
  bool per_annum = false;
};

const MagnitudeWord* find_magnitude(std::string_view word) {
  static const std::unordered_map<std::string_view, MagnitudeWord> kWords{
      {"k", {Magnitude::thousand, true}},
      {"K", {Magnitude::thousand, false}},
      {"thousand", {Magnitude::thousand, false}},
      {"grand", {Magnitude::thousand, false}},
      {"m", {Magnitude::million, true}},
      {"M", {Magnitude::million, true}},
      {"mn", {Magnitude::million, false}},
      {"million", {Magnitude::million, false}},
      {"b", {Magnitude::billion, true}},
      {"B", {Magnitude::billion, true}},
      {"bn", {Magnitude::billion, false}},
      {"billion", {Magnitude::billion, false}},
      {"L", {Magnitude::lakh, true}},
      {"lakh", {Magnitude::lakh, false}},
      {"lakhs", {Magnitude::lakh, false}},
      {"lac", {Magnitude::lakh, false}},
      {"lacs", {Magnitude::lakh, false}},
      {"Lakh", {Magnitude::lakh, false}},
      {"Lakhs", {Magnitude::lakh, false}},
      {"Lacs", {Magnitude::lakh, false}},
      {"LPA", {Magnitude::lakh, false, true}},
      {"lpa", {Magnitude::lakh, false, true}},
      {"Lpa", {Magnitude::lakh, false, true}},
      {"cr", {Magnitude::crore, false}},
      {"Cr", {Magnitude::crore, false}},
      {"crore", {Magnitude::crore, false}},
      {"crores", {Magnitude::crore, false}},
      {"Crore", {Magnitude::crore, false}},
      {"Crores", {Magnitude::crore, false}},
      {"Million", {Magnitude::million, false}},
      {"Billion", {Magnitude::billion, false}},
      {"k+", {Magnitude::thousand, true}},
      {"K+", {Magnitude::thousand, true}},
      {"LPA+", {Magnitude::lakh, false, true}},
      {"Cr+", {Magnitude::crore, false}},
      {"M+", {Magnitude::million, true}},
      {"L+", {Magnitude::lakh, true}},
      {"B+", {Magnitude::billion, true}},
      {"trillion", {Magnitude::billion, false}},
  };
  const auto found = kWords.find(word);
  return found == kWords.end() ? nullptr : &found->second;
}

}  // namespace

double multiplier(Magnitude magnitude) {
  static constexpr std::array<double, 6> kMultipliers{1, 1e3, 1e5, 1e7, 1e6, 1e9};
  return kMultipliers[static_cast<std::size_t>(magnitude)];
}

std::optional<Number> read_number(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                                  std::uint32_t last, const NumberReading& reading) {
  std::string joined;
  std::uint32_t next = at + 1;
  std::string_view digits_text = text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
  bool grouped = false;
  if (reading.money) {
    next = join_groups(text, tokens, at, last, joined);
    grouped = next > at + 1;
    digits_text = joined;
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
  if (next < last && tokens[next].is_word()) {
    const Token& word = tokens[next];
    const MagnitudeWord* magnitude = find_magnitude(text.substr(word.begin, word.end - word.begin));
    if (magnitude != nullptr && !(magnitude->adjacent && word.space_before)) {
      number.magnitude = magnitude->magnitude;
      number.per_annum = magnitude->per_annum;
      // "₹8,56,643 LPA" is written out already.
      if (number.per_annum && number.value >= 1000) number.magnitude = Magnitude::none;
      number.last = next + 1;
      number.plus = plus;
    }
  }
  return number;
}

std::optional<Number> read_number_words(const std::vector<Token>& tokens, std::uint32_t at,
                                        std::uint32_t last) {
  static const std::unordered_map<std::uint64_t, int> kWords = [] {
    static constexpr std::array<std::string_view, 20> kSmall{
        "zero",     "one",     "two",     "three",     "four",     "five",    "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static constexpr std::array<std::string_view, 8> kTens{"twenty", "thirty",  "forty",  "fifty",
                                                           "sixty",  "seventy", "eighty", "ninety"};
    std::unordered_map<std::uint64_t, int> words;
    for (std::size_t i = 0; i < kSmall.size(); ++i) words[word_key(kSmall[i])] = static_cast<int>(i);
    for (std::size_t i = 0; i < kTens.size(); ++i) words[word_key(kTens[i])] = static_cast<int>(20 + 10 * i);
    words[word_key("hundred")] = 100;
    return words;
  }();
  const auto value_at = [&](std::uint32_t i) {
    if (i >= last || !tokens[i].is_word()) return -1;
    const auto found = kWords.find(tokens[i].key);
    return found == kWords.end() ? -1 : found->second;
  };
  Number number;
  number.first = at;
  int value = value_at(at);
  if (value < 0) return std::nullopt;
  std::uint32_t next = at + 1;
  if (value < 10 && value > 0 && value_at(next) == 100) {
    value *= 100;
    ++next;
  } else if (value >= 20 && value < 100) {
    const std::uint32_t after = next < last && tokens[next].is('-') ? next + 1 : next;
    const int small = value_at(after);
    if (small > 0 && small < 10) {
      value += small;
      next = after + 1;
    }
  }
  number.value = value;
  number.last = next;
  return number;
}

}  // namespace careerfacts
