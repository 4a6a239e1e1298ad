#include "extract/money.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/number.h"

namespace careerfacts {
namespace {

bool writes_comma_decimals(std::string_view currency) {
  static constexpr std::array<std::string_view, 12> kCodes{"EUR", "CHF", "DKK", "NOK", "SEK", "PLN",
                                                           "CZK", "BRL", "TRY", "IDR", "VND", "RON"};
  return std::find(kCodes.begin(), kCodes.end(), currency) != kCodes.end();
}

constexpr std::uint32_t kMostGroups = 9;  // of digits, parted by spaces

// One side of a range, or a single amount.
struct Bound {
  Number number;
  std::string_view currency;
  bool bare_dollar = false;
  bool plus = false;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Period unit = Period::none;  // "/hr" behind it; not part of the quote at the end of an expression
  std::uint32_t after_unit = 0;
};

class MoneyReader {
 public:
  MoneyReader(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
              std::uint32_t last, const CompiledRules& rules)
      : text_(text), tokens_(tokens), first_(first), last_(last), rules_(rules) {}

  std::optional<MoneyExpression> read(std::uint32_t at) {
    std::optional<Bound> low = read_bound(at, true);
    if (!low) return std::nullopt;
    std::optional<Bound> high;
    bool top_over = false;
    if (const std::optional<std::uint32_t> right = after_joiner(*low, top_over))
      high = read_bound(*right, false);
    if (high && !joins(*low, *high)) high.reset();
    return high ? range(*low, *high, top_over) : single(*low);
  }

 private:
  std::string_view word(std::uint32_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  bool exists(std::uint32_t i) const { return i >= first_ && i < last_; }

  std::string_view currency_of(std::uint32_t i) const {
    const Token& token = tokens_[i];
    const auto found = rules_.currency_by_word.find(token.key);
    if (found == rules_.currency_by_word.end()) return {};
    // Codes and "Rs" are words only in their own case: "all", "try" and "kr" are also other words.
    if (token.is_word() && found->second.size() == 3 && token.end - token.begin <= 3 && !token.upper_first &&
        word(i) != "kr" && word(i) != "usd" && word(i) != "eur" && word(i) != "gbp")
      return {};
    return found->second;
  }

  // The currency that stands before the number at `at`; moves `begin` to its first token.
  std::string_view currency_before(std::uint32_t at, std::uint32_t& begin, bool& bare_dollar) const {
    std::uint32_t i = at;
    if (i == first_) return {};
    --i;
    if (tokens_[i].is('.') && i > first_ && !tokens_[i].space_before) {  // "Rs. 500", "₹.8,56,643"
      if (currency_of(i - 1).empty()) return {};
      --i;
    }
    if (tokens_[i].is('$')) {
      begin = i;
      bare_dollar = true;
      if (i > first_ && tokens_[i - 1].is_word()) {
        const Token& prefix = tokens_[i - 1];
        const auto country = rules_.dollar_by_prefix.find(prefix.key);
        if (country != rules_.dollar_by_prefix.end() && !tokens_[i].space_before && prefix.upper_first) {
          begin = i - 1;
          bare_dollar = false;
          return country->second;
        }
        if (const std::string_view code = currency_of(i - 1); !code.empty() && prefix.all_upper) {
          begin = i - 1;
          bare_dollar = false;
          return code;
        }
      }
      return "USD";
    }
    const std::string_view code = currency_of(i);
    if (code.empty() || (tokens_[i].is_word() && !tokens_[i].upper_first && word(i) != "kr")) return {};
    // A word of money stands before its number only as a code: "USD 75,000", not "dollars 5".
    if (tokens_[i].is_word() && word(i).size() > 3) return {};
    if (tokens_[i].is_word() && word(i).size() == 1 && tokens_[at].space_before) return {};  // R 5
    begin = i;
    return code;
  }

  std::string_view currency_after(std::uint32_t i) const {
    if (!exists(i)) return {};
    if (tokens_[i].is('$')) {
      const bool begins_another = exists(i + 1) && tokens_[i + 1].is_number() && !tokens_[i + 1].space_before;
      return begins_another ? std::string_view{} : "USD";
    }
    if (tokens_[i].is_word()) {
      if (!tokens_[i].space_before && !tokens_[i].all_upper) return {};
      return currency_of(i);
    }
    if (tokens_[i].is_number()) return {};
    const std::string_view code = currency_of(i);
    if (code.empty()) return {};
    const bool begins_another = exists(i + 1) && tokens_[i + 1].is_number();
    return begins_another ? std::string_view{} : code;
  }

  std::optional<Bound> read_bound(std::uint32_t at, bool is_first) {
    std::uint32_t number_at = at;
    if (!is_first) number_at = skip_currency(at);
    Bound bound;
    bound.first = number_at;
    if (!exists(number_at)) return std::nullopt;
    std::uint32_t begin = number_at;
    bound.currency = currency_before(number_at, begin, bound.bare_dollar);
    if (begin < at && !is_first) begin = number_at;
    bound.first = begin;
    std::optional<Number> number;
    if (tokens_[number_at].is_number()) {
      // A sign after the number ("80 000 €") also tells that its groups may be parted by spaces.
      std::uint32_t after = number_at + 1;
      while (exists(after) && after < number_at + kMostGroups && tokens_[after].is_number()) ++after;
      const std::string_view around = bound.currency.empty() ? currency_after(after) : bound.currency;
      number =
          read_number(text_, tokens_, number_at, last_, {!around.empty(), writes_comma_decimals(around)});
    } else if (!is_first) {
      number = read_one(number_at);  // "to over a crore"
    }
    if (!number) return std::nullopt;
    bound.number = *number;
    bound.last = number->last;
    if (number->plus || word(bound.last - 1).ends_with('+')) bound.plus = true;
    if (bound.currency.empty()) {
      bound.currency = is_year(number_at) ? std::string_view{} : currency_after(bound.last);
      if (!bound.currency.empty()) ++bound.last;
    } else if (exists(bound.last) && tokens_[bound.last].is_word() && tokens_[bound.last].all_upper &&
               currency_of(bound.last) == bound.currency) {
      ++bound.last;  // "$60,000 USD"
    }
    if (exists(bound.last) && tokens_[bound.last].is('+') && !tokens_[bound.last].space_before) {
      bound.plus = true;
      ++bound.last;
    }
    read_unit(bound);
    return bound;
  }

  // "in 2022 dollars"
  bool is_year(std::uint32_t i) const {
    return tokens_[i].end - tokens_[i].begin == 4 && (word(i).starts_with("19") || word(i).starts_with("20"));
  }

  // "a crore", "a million"
  std::optional<Number> read_one(std::uint32_t at) const {
    if (!exists(at + 1) || (word(at) != "a" && word(at) != "one" && word(at) != "1")) return std::nullopt;
    Number number;
    number.value = 1;
    number.first = at;
    number.last = at + 2;
    const std::string_view magnitude = word(at + 1);
    if (magnitude == "crore")
      number.magnitude = Magnitude::crore;
    else if (magnitude == "million")
      number.magnitude = Magnitude::million;
    else if (magnitude == "lakh")
      number.magnitude = Magnitude::lakh;
    else
      return std::nullopt;
    return number;
  }

  std::uint32_t skip_currency(std::uint32_t at) const {
    std::uint32_t i = at;
    while (exists(i) && i < at + 3 && !tokens_[i].is_number()) {
      const bool prefix =
          tokens_[i].is_word() && exists(i + 1) && tokens_[i + 1].is('$') && !tokens_[i + 1].space_before;
      if (!tokens_[i].is('$') && !tokens_[i].is('.') && currency_of(i).empty() && !prefix) break;
      ++i;
    }
    return i;
  }

  void read_unit(Bound& bound) const {
    std::uint32_t i = bound.last;
    bound.after_unit = i;
    if (!exists(i + 1)) return;
    if (!tokens_[i].is('/') && word(i) != "per" && word(i) != "an" && word(i) != "a") return;
    static const std::array<std::pair<std::string_view, Period>, 14> kUnits{{{"hr", Period::hour},
                                                                             {"hour", Period::hour},
                                                                             {"h", Period::hour},
                                                                             {"hrs", Period::hour},
                                                                             {"day", Period::day},
                                                                             {"week", Period::week},
                                                                             {"wk", Period::week},
                                                                             {"month", Period::month},
                                                                             {"mo", Period::month},
                                                                             {"year", Period::year},
                                                                             {"yr", Period::year},
                                                                             {"annum", Period::year},
                                                                             {"Hour", Period::hour},
                                                                             {"Year", Period::year}}};
    for (const auto& [unit, period] : kUnits)
      if (word(i + 1) == unit) {
        bound.unit = period;
        bound.after_unit = i + 2;
        return;
      }
  }

  // The first token of the right side when a joiner stands after the left one.
  std::optional<std::uint32_t> after_joiner(const Bound& low, bool& top_over) const {
    for (const std::uint32_t from : {low.last, low.after_unit}) {
      std::uint32_t i = from;
      if (!exists(i)) continue;
      const bool dash = tokens_[i].is('-') || word(i) == "—" || tokens_[i].is('~');
      if (word(i) == "up" && exists(i + 1) && word(i + 1) == "to") ++i;  // "$64,000 up to $89,000"
      const bool to = word(i) == "to" || word(i) == "TO";
      const bool and_joins = word(i) == "and" && (after_between(low.first) || range_verb_before(low.first));
      if (!dash && !to && !and_joins) continue;
      ++i;
      static constexpr std::array<std::string_view, 13> kHedges{
          "well",   "just",   "over",          "more",    "than",  "around", "about",
          "nearly", "almost", "approximately", "roughly", "above", "upwards"};
      while (exists(i) && i < from + 5 &&
             std::find(kHedges.begin(), kHedges.end(), word(i)) != kHedges.end()) {
        top_over =
            top_over || word(i) == "over" || word(i) == "more" || word(i) == "above" || word(i) == "upwards";
        ++i;
      }
      if (exists(i) && word(i) == "of") ++i;
      if (exists(i)) return i;
    }
    return std::nullopt;
  }

  bool word_before(std::uint32_t at, std::string_view wanted, std::uint32_t reach) const {
    for (std::uint32_t i = at; i > first_ && at - i < reach; --i)
      if (tokens_[i - 1].is_word() && to_lower(word(i - 1)) == wanted) return true;
    return false;
  }
  bool after_between(std::uint32_t at) const { return word_before(at, "between", 4); }
  bool range_verb_before(std::uint32_t at) const {
    return word_before(at, "ranging", 4) || word_before(at, "range", 4);
  }

  // "grew from $1.2M to $1.5M" tells two amounts.
  bool changes_before(std::uint32_t at) const {
    if (!word_before(at, "from", 2)) return false;
    static constexpr std::array<std::string_view, 22> kVerbs{
        "grew",       "grow",   "grown",   "rose",    "risen", "increased", "increase",  "increases",
        "increasing", "jumped", "climbed", "dropped", "fell",  "fallen",    "decreased", "declined",
        "went",       "raised", "raising", "jump",    "moved", "rise"};
    for (std::uint32_t i = at; i > first_ && at - i < 8; --i)
      if (tokens_[i - 1].is_word() &&
          std::find(kVerbs.begin(), kVerbs.end(), to_lower(word(i - 1))) != kVerbs.end())
        return true;
    return false;
  }

  static bool is_dollar(std::string_view currency) {
    return std::find(kDollars.begin(), kDollars.end(), currency) != kDollars.end();
  }

  // Do the two sides make one range?
  bool joins(const Bound& low, const Bound& high) const {
    if (exists(high.last) && (tokens_[high.last].is('%') || word(high.last) == "percent")) return false;
    if (!low.currency.empty() && !high.currency.empty() && low.currency != high.currency &&
        !((low.bare_dollar && is_dollar(high.currency)) || (high.bare_dollar && is_dollar(low.currency))))
      return false;
    const bool money = !low.currency.empty() || !high.currency.empty() ||
                       low.number.magnitude != Magnitude::none || high.number.magnitude != Magnitude::none;
    if (!money) return plausible_plain(low, high);
    if (word(low.last) == "to" && changes_before(low.first)) return false;
    // A right side without its own sign must look like money beside the left one.
    if (high.currency.empty() && high.number.magnitude == Magnitude::none && !high.number.grouped) {
      const double left = low.number.value;
      const bool small_pair = low.number.magnitude != Magnitude::none || left < 1000;
      if (!small_pair && high.number.value < left) return false;
      if (exists(high.last) &&
          (word(high.last) == "year" || word(high.last) == "years" || word(high.last) == "employees"))
        return false;
    }
    return true;
  }

  static bool plausible_plain(const Bound& low, const Bound& high) {
    return low.number.value >= 1000 && high.number.value >= low.number.value;
  }

  MoneyExpression single(const Bound& bound) const {
    MoneyExpression expression;
    expression.first = bound.first;
    expression.last = bound.last;
    expression.low = expression.high = bound.number.scaled();
    expression.plus = bound.plus;
    expression.bare_dollar = bound.bare_dollar;
    expression.currency = bound.currency;
    finish(expression, bound.number);
    return expression;
  }

  void finish(MoneyExpression& expression, const Number& number) const {
    expression.per_annum = expression.per_annum || number.per_annum;
    expression.has_magnitude = expression.has_magnitude || number.magnitude != Magnitude::none;
    const bool indian =
        number.magnitude == Magnitude::lakh || number.magnitude == Magnitude::crore || number.per_annum;
    if (expression.currency.empty() && indian) expression.currency = "INR";
    expression.no_currency = expression.currency.empty() && expression.has_magnitude;
    expression.only_number = expression.currency.empty() && !expression.has_magnitude;
  }

  MoneyExpression range(const Bound& low, const Bound& high, bool top_over) const {
    Number left = low.number, right = high.number;
    share_magnitude(left, right);
    MoneyExpression expression;
    expression.first = low.first;
    expression.last = high.last;
    expression.is_range = true;
    expression.low = left.scaled();
    expression.high = right.scaled();
    expression.plus = high.plus;
    expression.top_over = top_over;
    expression.unit = low.unit;
    expression.currency = low.currency.empty() ? high.currency : low.currency;
    expression.bare_dollar = low.bare_dollar && (high.currency.empty() || high.bare_dollar);
    if (low.bare_dollar && !high.currency.empty() && !high.bare_dollar) expression.currency = high.currency;
    finish(expression, left);
    finish(expression, right);
    if (expression.low > expression.high) std::swap(expression.low, expression.high);
    return expression;
  }

  static void share_magnitude(Number& left, Number& right) {
    if (left.magnitude == Magnitude::none && right.magnitude != Magnitude::none) {
      const bool written_out = left.value >= 1000 || left.value == 0;
      if (!written_out) left.magnitude = right.magnitude;
      // "₹60-1.2 Cr": sixty lakh to one crore and twenty lakh.
      if (right.magnitude == Magnitude::crore && left.value > right.value) left.magnitude = Magnitude::lakh;
      if (right.magnitude == Magnitude::million && left.value > right.value && !written_out)
        left.magnitude = Magnitude::thousand;
    } else if (right.magnitude == Magnitude::none && left.magnitude != Magnitude::none) {
      if (right.value < 1000 && right.value > 0) right.magnitude = left.magnitude;
    } else if (left.magnitude == Magnitude::none && left.value > 0 && left.value < 1000 &&
               right.value >= 1000 && !left.decimals && left.value * 1000 <= right.value) {
      left.magnitude = Magnitude::thousand;  // "€45-50,000"
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;
  std::uint32_t last_;
  const CompiledRules& rules_;
};

}  // namespace

std::vector<MoneyExpression> find_money(std::string_view text, const std::vector<Token>& tokens,
                                        std::uint32_t first, std::uint32_t last, const CompiledRules& rules,
                                        const MoneyReading& reading) {
  std::vector<MoneyExpression> found;
  MoneyReader reader(text, tokens, first, last, rules);
  for (std::uint32_t i = first; i < last;) {
    if (!tokens[i].is_number()) {
      ++i;
      continue;
    }
    const std::optional<MoneyExpression> expression = reader.read(i);
    if (expression && (!expression->only_number || reading.plain_numbers)) {
      found.push_back(*expression);
      i = std::max(expression->last, i + 1);
    } else {
      ++i;
    }
  }
  return found;
}

}  // namespace careerfacts
