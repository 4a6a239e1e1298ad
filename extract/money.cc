#include "extract/money.h"

#include <algorithm>
#include <optional>

#include "extract/key_set.h"
#include "extract/money_bound.h"
#include "extract/word_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kMostWords = 14;  // of an amount in words: "between one hundred and five thousand …"
constexpr std::uint32_t kMostHedges = 4;

class MoneyReader {
 public:
  MoneyReader(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
              std::uint32_t last, const CompiledRules& rules, bool scaled)
      : text_(text),
        tokens_(tokens),
        first_(first),
        last_(last),
        rules_(rules),
        scaled_(scaled),
        bounds_(text, tokens, first, last, rules) {}

  // The expression whose first number begins at `at`; it begins at `floor` or later.
  std::optional<MoneyExpression> read(std::uint32_t at, std::uint32_t floor) const {
    const std::optional<Bound> low = bounds_.read(at, floor);
    if (!low) return std::nullopt;
    std::optional<Bound> high;
    bool top_over = false;
    if (const std::optional<std::uint32_t> right = after_joiner(*low, top_over))
      high = bounds_.read_behind_joiner(*right);
    if (high && low->named && !high->named) bounds_.take_magnitude_apart(*high, low->currency);
    if (high && !joins(*low, *high)) high.reset();
    return high ? range(*low, *high, top_over) : single(*low);
  }

  bool stands_bare(std::uint32_t at, std::uint32_t floor) const { return bounds_.stands_bare(at, floor); }

  // The expression in words that holds the token `at`, one of its last: "dollars", "lakh".
  std::optional<MoneyExpression> read_words(std::uint32_t at, std::uint32_t floor) const {
    std::uint32_t begin = at;
    while (begin > floor && at - begin < kMostWords && may_be_of_words(begin - 1)) --begin;
    for (std::uint32_t i = begin; i < at; ++i) {
      if (!tokens_[i].is_word()) continue;
      const std::optional<MoneyExpression> expression = read(i, floor);
      if (!expression || expression->last <= at || expression->only_number) continue;
      if (expression->no_currency && !bounds_.ends_phrase(expression->last)) continue;
      if (!is_defined(*expression)) return expression;
    }
    return std::nullopt;
  }

 private:
  std::string_view word(std::uint32_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  bool exists(std::uint32_t i) const { return i >= first_ && i < last_; }
  AmountWords::Match is(AmountWord cls, std::uint32_t i) const { return bounds_.is(cls, i); }
  bool stands_before(AmountWord cls, std::uint32_t at, std::uint32_t reach) const {
    return rules_.amount_words.stands_before(cls, tokens_, first_, at, reach);
  }

  // "One lakh is 1,00,000" tells what a word means.
  bool is_defined(const MoneyExpression& expression) const {
    const AmountWords::Match defines = is(AmountWord::defines, expression.last);
    return defines && exists(defines.last) && tokens_[defines.last].is_number();
  }

  bool may_be_of_words(std::uint32_t i) const {
    static const std::uint64_t kOf = word_key("of");
    const Token& token = tokens_[i];
    if (token.is_number()) return false;
    return rules_.number_words.at(text_, tokens_, i, last_) != nullptr || is(AmountWord::joiner, i) ||
           is(AmountWord::pair_joiner, i) || is(AmountWord::hedge, i) || token.key == kOf;
  }

  // The first token of the right side when a joiner stands after the left one.
  std::optional<std::uint32_t> after_joiner(const Bound& low, bool& top_over) const {
    for (const std::uint32_t from : {low.last, low.after_unit}) {
      if (!exists(from)) continue;
      AmountWords::Match joiner = is(AmountWord::joiner, from);
      if (!joiner) {
        joiner = is(AmountWord::pair_joiner, from);
        if (!joiner || !stands_before(AmountWord::range_opener, low.first, 4)) continue;
      }
      std::uint32_t i = joiner.last;
      for (std::uint32_t n = 0; n < kMostHedges; ++n) {
        const AmountWords::Match hedge = is(AmountWord::hedge, i);
        if (!hedge) break;
        top_over = top_over || hedge.value != 0;
        i = hedge.last;
      }
      if (exists(i)) return i;
    }
    return std::nullopt;
  }

  // "grew from $1.2M to $1.5M" tells two amounts.
  bool changes_before(std::uint32_t at) const {
    static const std::uint64_t kFrom = word_key("from");
    return at > first_ && tokens_[at - 1].key == kFrom && stands_before(AmountWord::change, at, 8);
  }

  // "has gone, it adds, from $1,050 to $900"
  bool falls_from(const Bound& low, const Bound& high) const {
    static const std::uint64_t kFrom = word_key("from");
    static const KeySet kRanges{"range", "ranging", "ranged", "vary", "varies", "varying", "anywhere"};
    if (low.first < first_ + 2 || kRanges.contains(tokens_[low.first - 2])) return false;
    return tokens_[low.first - 1].key == kFrom && low.named && high.named && !low.number.has_magnitude() &&
           low.number.value > high.number.value && !high.number.has_magnitude();
  }

  // "from $61,000 at step 1 to $98,500": a number that counts steps is no bound.
  bool counts_steps(const Bound& low) const {
    static const KeySet kSteps{"step", "grade", "level", "band", "point", "tier",
                               "year", "stage", "phase", "zone", "rank",  "class"};
    return !low.named && !low.number.has_magnitude() && low.first > first_ &&
           kSteps.contains(tokens_[low.first - 1]);
  }

  // "went up by $1.50 an hour to $19.25"
  bool raised_by(std::uint32_t at) const {
    static const std::uint64_t kBy = word_key("by");
    return at > first_ && tokens_[at - 1].key == kBy && stands_before(AmountWord::change, at, 8);
  }

  bool is_dollar(std::string_view currency) const { return rules_.currencies.is_dollar(currency); }

  // Do the two sides make one range?
  bool joins(const Bound& low, const Bound& high) const {
    static const std::uint64_t kTo = word_key("to");
    if (is(AmountWord::percent, high.last) || counts_steps(low)) return false;
    if (low.named && high.named && low.currency != high.currency &&
        !(low.bare_dollar && is_dollar(high.currency)) && !(high.bare_dollar && is_dollar(low.currency)))
      return false;
    const bool money = low.named || high.named || low.number.has_magnitude() || high.number.has_magnitude();
    if (!money) return plausible_plain(low, high);
    if (raised_by(low.first)) return false;
    // "$1,050 to", "$1,050 a day to"
    const bool to = (exists(low.last) && tokens_[low.last].key == kTo) ||
                    (exists(low.after_unit) && tokens_[low.after_unit].key == kTo);
    if (to && (changes_before(low.first) || falls_from(low, high))) return false;
    // A right side without its own sign must look like money beside the left one.
    if (!high.named && !high.number.has_magnitude() && !high.number.grouped) {
      const double left = low.number.value;
      const bool small_pair = low.number.has_magnitude() || left < 1000;
      if (!small_pair && high.number.value < left) return false;
      if (is(AmountWord::counted, high.last)) return false;
    }
    return true;
  }

  bool plausible_plain(const Bound& low, const Bound& high) const {
    return (low.number.value >= 1000 || scaled_) && high.number.value >= low.number.value;
  }

  MoneyExpression single(const Bound& bound) const {
    MoneyExpression expression;
    expression.first = bound.first;
    expression.last = bound.last;
    expression.low = expression.high = bound.number.scaled();
    expression.plus = bound.plus;
    expression.bare_dollar = bound.bare_dollar;
    expression.currency = bound.currency;
    finish(expression, bound.named, bound.number);
    return expression;
  }

  static void finish(MoneyExpression& expression, bool named, const Number& number) {
    expression.per_annum = expression.per_annum || number.per_annum;
    expression.has_magnitude = expression.has_magnitude || number.has_magnitude();
    if (!named && expression.currency.empty()) expression.currency = number.currency;
    const bool money = named || !expression.currency.empty();
    expression.no_currency = !money && expression.has_magnitude;
    expression.only_number = !money && !expression.has_magnitude;
  }

  static MoneyExpression range(const Bound& low, const Bound& high, bool top_over) {
    Number left = low.number, right = high.number;
    if (high.minor && !low.named) left.value /= 100;  // "10 to 15 cents"
    if (!low.minor && !high.minor) share_magnitude(left, right);
    MoneyExpression expression;
    expression.first = low.first;
    expression.last = high.last;
    expression.is_range = true;
    expression.low = left.scaled();
    expression.high = right.scaled();
    expression.plus = high.plus;
    expression.top_over = top_over;
    expression.unit = low.unit;
    expression.currency = low.named ? low.currency : high.currency;
    expression.bare_dollar =
        (low.named || high.named) && (low.bare_dollar || !low.named) && (high.bare_dollar || !high.named);
    if (low.bare_dollar && high.named && !high.bare_dollar) expression.currency = high.currency;
    finish(expression, low.named || high.named, left);
    finish(expression, low.named || high.named, right);
    if (expression.low > expression.high) std::swap(expression.low, expression.high);
    return expression;
  }

  static void share_magnitude(Number& left, Number& right) {
    constexpr double kThousand = 1e3, kLakh = 1e5, kMillion = 1e6, kCrore = 1e7;
    if (!left.has_magnitude() && right.has_magnitude()) {
      const bool written_out = left.value >= 1000 || left.value == 0;
      if (!written_out) left.magnitude = right.magnitude;
      // "₹60-1.2 Cr": sixty lakh to one crore and twenty lakh.
      if (right.magnitude == kCrore && left.value > right.value) left.magnitude = kLakh;
      if (right.magnitude == kMillion && left.value > right.value && !written_out) left.magnitude = kThousand;
    } else if (!right.has_magnitude() && left.has_magnitude()) {
      if (right.value < 1000 && right.value > 0) right.magnitude = left.magnitude;
    } else if (!left.has_magnitude() && left.value > 0 && left.value < 1000 && right.value >= 1000 &&
               !left.decimals && left.value * 1000 <= right.value) {
      left.magnitude = kThousand;  // "€45-50,000"
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;
  std::uint32_t last_;
  const CompiledRules& rules_;
  bool scaled_;  // the header says that small numbers are thousands
  BoundReader bounds_;
};

// "8.9" in a column of lakhs; "890,000" there is written out.
void scale(MoneyExpression& expression, const MoneyReading& reading) {
  constexpr double kWrittenOut = 1000;
  if (expression.has_magnitude || expression.high >= kWrittenOut) return;
  expression.low *= reading.scale;
  expression.high *= reading.scale;
  expression.per_annum = expression.per_annum || reading.per_annum;
  if (expression.currency.empty()) expression.currency = reading.currency;
}

}  // namespace

bool has_small_unit(std::string_view currency) {
  static constexpr WordSet kSmall{"INR", "JPY", "IDR", "VND", "KRW"};
  return kSmall.contains(currency);
}

bool anchors_money(const Token& token, const CompiledRules& rules) {
  return token.is_number() || (token.is_word() && rules.money_words.may_begin(token));
}

void find_money(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                std::uint32_t last, const CompiledRules& rules, std::span<const std::uint32_t> anchors,
                const MoneyReading& reading, std::vector<MoneyExpression>& found) {
  const MoneyReader reader(text, tokens, first, last, rules, reading.scale != 1);
  std::uint32_t floor = first;
  for (const std::uint32_t i : anchors) {
    if (i < floor) continue;
    if (tokens[i].is_number() && !reading.plain_numbers && reader.stands_bare(i, floor)) continue;
    std::optional<MoneyExpression> expression =
        tokens[i].is_number() ? reader.read(i, floor) : reader.read_words(i, floor);
    if (!expression || (expression->only_number && !reading.plain_numbers)) continue;
    const Token& digits = tokens[expression->last - 1];
    if (expression->high == 0 && digits.end - digits.begin > 1) continue;  // "$000"
    if (reading.scale != 1) scale(*expression, reading);
    found.push_back(*expression);
    floor = expression->last;
  }
}

std::vector<MoneyExpression> find_money(std::string_view text, const std::vector<Token>& tokens,
                                        std::uint32_t first, std::uint32_t last, const CompiledRules& rules,
                                        const MoneyReading& reading) {
  std::vector<std::uint32_t> anchors;
  for (std::uint32_t i = first; i < last; ++i)
    if (anchors_money(tokens[i], rules)) anchors.push_back(i);
  std::vector<MoneyExpression> found;
  find_money(text, tokens, first, last, rules, anchors, reading, found);
  return found;
}

}  // namespace careerfacts
