#include "extract/percent.h"

#include <algorithm>
#include <optional>

#include "extract/number.h"

namespace careerfacts {
namespace {

class PercentReader {
 public:
  PercentReader(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                std::uint32_t last)
      : text_(text), tokens_(tokens), first_(first), last_(last) {}

  // Reads backwards from the sign at `at`, whose tokens are [at, end).
  void read(std::uint32_t at, std::uint32_t end, std::vector<PercentExpression>& found) {
    const std::uint32_t floor = found.empty() ? first_ : std::max(first_, found.back().last);
    std::uint32_t right_end = at;
    bool plus = false;
    if (right_end > floor && tokens_[right_end - 1].is('+')) {
      plus = true;
      --right_end;
    }
    const std::optional<Number> right = number_ending(right_end, floor);
    if (!right) return;
    PercentExpression expression;
    expression.first = right->first;
    expression.last = end;
    expression.low = expression.high = right->value;
    expression.plus = plus;
    if (exists(end) && tokens_[end].is('+') && !tokens_[end].space_before && !tokens_number(end + 1)) {
      expression.plus = true;
      ++expression.last;
    }
    join_left(expression, *right, floor, found);
    if (expression.first > first_) {
      const Token& before = tokens_[expression.first - 1];
      const bool touches = before.end == tokens_[expression.first].begin;
      const bool opens = expression.first == first_ + 1 || before.space_before ||
                         tokens_[expression.first - 2].is('(') || tokens_[expression.first - 2].is('+');
      expression.negative = touches && opens && before.is('-');
      expression.positive = touches && before.is('+');
    }
    found.push_back(expression);
  }

 private:
  std::string_view word(std::uint32_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  bool exists(std::uint32_t i) const { return i >= first_ && i < last_; }
  bool tokens_number(std::uint32_t i) const { return exists(i) && tokens_[i].is_number(); }

  // The number whose last token is the one before `end`.
  std::optional<Number> number_ending(std::uint32_t end, std::uint32_t floor) const {
    if (end <= floor) return std::nullopt;
    const std::uint32_t at = end - 1;
    if (tokens_[at].is_number()) {
      if (at > floor && tokens_[at - 1].is_word() && !tokens_[at].space_before)
        return std::nullopt;  // "H1 5" is fine, "v2%" not
      std::optional<Number> number = read_number(text_, tokens_, at, end, {});
      if (number) number->last = end;
      return number;
    }
    for (std::uint32_t begin = at >= floor + 2 ? at - 2 : floor; begin <= at; ++begin) {
      const std::optional<Number> number = read_number_words(tokens_, begin, end);
      if (number && number->last == end) return number;
    }
    return std::nullopt;
  }

  bool after_between(std::uint32_t at) const {
    for (std::uint32_t i = at; i > first_ && at - i < 4; --i)
      if (to_lower(word(i - 1)) == "between") return true;
    return false;
  }

  bool respectively_follows(std::uint32_t at) const {
    for (std::uint32_t i = at; i < last_ && i < at + 12; ++i)
      if (word(i) == "respectively") return true;
    return false;
  }

  // "20-30%", "15% to 25%": the number on the other side of a joiner becomes the lower bound.
  void join_left(PercentExpression& expression, const Number& right, std::uint32_t floor,
                 std::vector<PercentExpression>& found) {
    if (right.first <= floor && (found.empty() || right.first == floor)) {
      join_signed(expression, right, found);
      return;
    }
    const std::uint32_t joiner = right.first - 1;
    const bool dash = tokens_[joiner].is('-') || word(joiner) == "—";
    const bool to = word(joiner) == "to";
    const bool and_joins = word(joiner) == "and" || word(joiner) == "or";
    if (!dash && !to && !and_joins) return;
    if (joiner <= floor) {
      join_signed(expression, right, found);
      return;
    }
    const std::optional<Number> left = number_ending(joiner, floor);
    if (!left || left->value > right.value * 1.0 + 1e-9) return;
    const bool money = left->first > first_ && tokens_[left->first - 1].is('$');
    const bool year = !left->decimals && left->value >= 1900 && left->value <= 2100;
    if (money || year || left->magnitude != Magnitude::none) return;
    if (and_joins && word(joiner) == "and" && respectively_follows(expression.last)) {
      PercentExpression alone;
      alone.first = left->first;
      alone.last = left->last;
      alone.low = alone.high = left->value;
      found.push_back(alone);
      return;
    }
    if (and_joins && !after_between(left->first)) return;
    expression.first = left->first;
    expression.low = left->value;
    expression.is_range = true;
  }

  // "15% to 25%": the left side was found already, with its own sign.
  void join_signed(PercentExpression& expression, const Number& right,
                   std::vector<PercentExpression>& found) {
    if (found.empty() || right.first < 1) return;
    PercentExpression& left = found.back();
    if (left.is_range || right.first != left.last + 1 || left.low > right.value) return;
    const std::uint32_t joiner = left.last;
    const bool dash = tokens_[joiner].is('-') || word(joiner) == "—";
    const bool to = word(joiner) == "to" && !from_before(left.first);
    const bool and_joins = word(joiner) == "and" && after_between(left.first);
    if (!dash && !to && !and_joins) return;
    expression.first = left.first;
    expression.low = left.low;
    expression.is_range = true;
    found.pop_back();
  }

  // "rose from 10% to 15%" tells two figures.
  bool from_before(std::uint32_t at) const { return at > first_ && word(at - 1) == "from"; }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;
  std::uint32_t last_;
};

}  // namespace

std::vector<PercentExpression> find_percents(std::string_view text, const std::vector<Token>& tokens,
                                             std::uint32_t first, std::uint32_t last) {
  static const std::uint64_t kPercent = word_key("percent"), kPer = word_key("per"), kCent = word_key("cent"),
                             kPct = word_key("pct"), kPercentage = word_key("percentage"),
                             kPoint = word_key("point"), kPercentPlus = word_key("percent+");
  std::vector<PercentExpression> found;
  PercentReader reader(text, tokens, first, last);
  for (std::uint32_t i = first + 1; i < last; ++i) {
    std::uint32_t end = 0;
    const Token& token = tokens[i];
    if (token.is('%')) {
      end = i + 1;
      if (end < last && tokens[end].key == kPoint) ++end;
    } else if (token.is_word()) {
      if (token.key == kPercent || token.key == kPct)
        end = i + 1;
      else if (i + 1 < last && token.key == kPer && tokens[i + 1].key == kCent)
        end = i + 2;
      else if (i + 1 < last && token.key == kPercentage && tokens[i + 1].key == kPoint)
        end = i + 2;
      else if (token.key == kPercentPlus)
        end = i + 1;
    }
    if (end == 0) continue;
    reader.read(i, end, found);
  }
  return found;
}

}  // namespace careerfacts
