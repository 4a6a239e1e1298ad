#include "extract/percent.h"

#include <algorithm>
#include <optional>

#include "extract/key_set.h"
#include "extract/number.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kMostWords = 8;  // of a number in words

class PercentReader {
 public:
  PercentReader(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                std::uint32_t last, const CompiledRules& rules)
      : text_(text), tokens_(tokens), first_(first), last_(last), rules_(rules), words_(rules.amount_words) {}

  // The words of percent that begin at `at`, or nothing.
  AmountWords::Match sign(std::uint32_t at) const {
    return words_.at(AmountWord::percent, tokens_, at, last_);
  }

  // Reads backwards from the sign.
  void read(const AmountWords::Match& sign, std::vector<PercentExpression>& found) {
    if (is_pc(sign) && (tokens_[sign.first].space_before || tokens_[sign.first].upper_first)) return;
    const std::uint32_t floor = found.empty() ? first_ : std::max(first_, found.back().last);
    std::uint32_t right_end = sign.first;
    bool plus = sign.value != 0;
    if (right_end > floor && tokens_[right_end - 1].is('+')) {
      plus = true;
      --right_end;
    }
    const std::optional<Number> right = number_ending(right_end, floor);
    if (!right || is_escape(right->first, sign)) return;
    PercentExpression expression;
    expression.first = right->first;
    expression.last = sign.last;
    expression.low = expression.high = right->scaled();
    expression.plus = plus;
    const std::uint32_t end = sign.last;
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
      expression.negative = (touches && opens && before.is('-')) ||
                            words_.before(AmountWord::minus, tokens_, first_, expression.first);
      expression.positive = touches && before.is('+');
    }
    found.push_back(expression);
  }

 private:
  std::string_view word(std::uint32_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  // "5.5pc", and no "2 PC".
  bool is_pc(const AmountWords::Match& sign) const {
    return sign.last == sign.first + 1 && tokens_[sign.first].end == tokens_[sign.first].begin + 2 &&
           tokens_[sign.first].is_word();
  }
  // "join?d=15%25": an escape in a URL.
  bool is_escape(std::uint32_t number, const AmountWords::Match& sign) const {
    const std::uint32_t behind = sign.last;
    return number > first_ && tokens_[number - 1].is('=') && !tokens_[number].space_before &&
           tokens_[sign.first].is('%') && tokens_number(behind) && !tokens_[behind].space_before;
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
      std::optional<Number> number = read_number(text_, tokens_, at, end, rules_.number_words, {});
      if (number) number->last = end;
      return number;
    }
    if (!may_be_of_words(at)) return std::nullopt;
    std::uint32_t begin = at;
    while (begin > floor && at - begin < kMostWords && may_be_of_words(begin - 1)) --begin;
    for (; begin <= at; ++begin) {
      const std::optional<Number> number = read_number_words(text_, tokens_, begin, end, rules_.number_words);
      if (number && number->last == end) return number;
    }
    return std::nullopt;
  }

  bool may_be_of_words(std::uint32_t i) const {
    static const std::uint64_t kAnd = word_key("and"), kOf = word_key("of");
    if (tokens_[i].is_number()) return false;
    return rules_.number_words.may_be(tokens_[i]) || tokens_[i].is('-') || tokens_[i].key == kAnd ||
           tokens_[i].key == kOf;
  }

  bool opens_range(std::uint32_t at) const {
    return words_.stands_before(AmountWord::range_opener, tokens_, first_, at, 4);
  }

  bool told_apart(std::uint32_t at) const {
    for (std::uint32_t i = at; i < last_ && i < at + 12; ++i)
      if (words_.at(AmountWord::apart, tokens_, i, last_)) return true;
    return false;
  }

  // "20-30%", "15% to 25%": the number on the other side of a joiner becomes the lower bound.
  void join_left(PercentExpression& expression, const Number& right, std::uint32_t floor,
                 std::vector<PercentExpression>& found) {
    if (right.first <= floor) return;
    const AmountWords::Match pair = words_.before(AmountWord::pair_joiner, tokens_, floor, right.first);
    const AmountWords::Match joiner =
        pair ? pair : words_.before(AmountWord::joiner, tokens_, floor, right.first);
    if (!joiner) return;
    if (joiner.first <= floor) {
      join_signed(expression, right, found);
      return;
    }
    const std::optional<Number> left = number_ending(joiner.first, floor);
    if (!left) return;
    const bool respectively = pair && told_apart(expression.last);  // "at 4.6 and 4.4 percent respectively"
    if (!respectively && left->value > right.value + 1e-9) return;
    const bool money = left->first > first_ && tokens_[left->first - 1].is('$');
    const bool year = !left->decimals && left->value >= 1900 && left->value <= 2100;
    if (money || year || left->has_magnitude()) return;
    if (respectively) {
      PercentExpression alone;
      alone.first = left->first;
      alone.last = left->last;
      alone.low = alone.high = left->value;
      found.push_back(alone);
      return;
    }
    if (pair && !opens_range(left->first)) return;
    expression.first = left->first;
    expression.low = left->value;
    expression.is_range = true;
  }

  // "15% to 25%": the left side was found already, with its own sign.
  void join_signed(PercentExpression& expression, const Number& right,
                   std::vector<PercentExpression>& found) {
    if (found.empty() || right.first < 1) return;
    PercentExpression& left = found.back();
    if (left.is_range || left.low > right.value) return;
    AmountWords::Match joiner = words_.at(AmountWord::joiner, tokens_, left.last, last_);
    if (joiner && tokens_[joiner.first].is_word() && from_before(left.first)) return;
    if (!joiner && opens_range(left.first))
      joiner = words_.at(AmountWord::pair_joiner, tokens_, left.last, last_);
    if (!joiner || joiner.last != right.first) return;
    expression.first = left.first;
    expression.low = left.low;
    expression.is_range = true;
    found.pop_back();
  }

  // "rose from 10% to 15%" tells two figures.
  // "varies from 10% to 15%" is one.
  bool from_before(std::uint32_t at) const {
    static const KeySet kSpans{"ranges", "range",   "ranging", "ranged", "varies",
                               "vary",   "varying", "varied",  "runs",   "anywhere",
                               "span",   "spans",   "spanned", "spread", "anything"};
    return at > first_ && word(at - 1) == "from" && (at < first_ + 2 || !kSpans.contains(tokens_[at - 2]));
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;
  std::uint32_t last_;
  const CompiledRules& rules_;
  const AmountWords& words_;
};

}  // namespace

std::vector<PercentExpression> find_percents(std::string_view text, const std::vector<Token>& tokens,
                                             std::uint32_t first, std::uint32_t last,
                                             const CompiledRules& rules,
                                             std::span<const std::uint32_t> signs) {
  std::vector<PercentExpression> found;
  PercentReader reader(text, tokens, first, last, rules);
  for (const std::uint32_t i : signs)
    if (i > first)
      if (const AmountWords::Match sign = reader.sign(i)) reader.read(sign, found);
  return found;
}

std::vector<PercentExpression> find_percents(std::string_view text, const std::vector<Token>& tokens,
                                             std::uint32_t first, std::uint32_t last,
                                             const CompiledRules& rules) {
  std::vector<std::uint32_t> signs;
  for (std::uint32_t i = first; i < last; ++i)
    if (rules.amount_words.may_begin(AmountWord::percent, tokens[i])) signs.push_back(i);
  return find_percents(text, tokens, first, last, rules, signs);
}

}  // namespace careerfacts
