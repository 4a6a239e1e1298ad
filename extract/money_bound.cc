#include "extract/money_bound.h"

namespace careerfacts {
namespace {

using Writing = CurrencySurface::Kind;

constexpr std::uint32_t kMostGroups = 9;     // of digits, parted by spaces
constexpr std::uint32_t kLongestPrefix = 4;  // tokens of a currency before a number: "U . S . $"

// Does the number by itself look like money?
bool looks_like_money(const Number& number) { return number.grouped || number.has_magnitude(); }

}  // namespace

std::optional<Bound> BoundReader::read(std::uint32_t at, std::uint32_t floor) const {
  if (!exists(at)) return std::nullopt;
  const std::size_t begin = tokens_[at].begin;
  if (begin > 0 && text_[begin - 1] == '_') return std::nullopt;  // "hopeful_1L"
  Bound bound;
  bound.first = at;
  std::optional<CurrencyMatch> before;
  if (tokens_[at].is_number()) before = currency_before(at, floor);
  std::optional<Number> number = read_figure(at, before);
  if (number && before && before->surface->cue && !looks_like_money(*number)) {
    before.reset();
    number = read_figure(at, before);
  }
  if (!number) return std::nullopt;
  bound.number = *number;
  bound.last = number->last;
  bound.plus = number->plus || word(bound.last - 1).ends_with('+');
  if (before)
    take_before(bound, *before);
  else
    take_after(bound);
  take_minor(bound);
  if (exists(bound.last) && tokens_[bound.last].is('+') && !tokens_[bound.last].space_before) {
    bound.plus = true;
    ++bound.last;
  }
  read_unit(bound);
  return bound;
}

bool BoundReader::stands_bare(std::uint32_t at, std::uint32_t floor) const {
  if (at > floor && (tokens_[at - 1].is('.') || rules_.currencies.may_end(tokens_[at - 1]))) return false;
  if (!is_bare_before(at + 1)) return false;
  return !exists(at + 1) || !tokens_[at + 1].is('-') || is_bare_before(at + 3);  // "2024-34"
}

// Whether what stands at `i` leaves the number before it bare, or is a dash between it and another.
bool BoundReader::is_bare_before(std::uint32_t i) const {
  if (!exists(i)) return true;
  const Token& next = tokens_[i];
  const AmountWords& words = rules_.amount_words;
  if (next.is_number() || rules_.currencies.may_begin(next) || rules_.number_words.may_be(next) ||
      words.may_begin(AmountWord::pair_joiner, next) || words.may_begin(AmountWord::per, next))
    return false;
  if (next.is('-')) return is_number(i + 1);
  if (next.is('+') || (next.is_word() && text_[next.end - 1] == '+')) return false;  // "12+", "50K+"
  return !words.may_begin(AmountWord::joiner, next);
}

std::optional<Bound> BoundReader::read_behind_joiner(std::uint32_t at) const {
  if (is_number(at)) return read(at, at);
  if (!exists(at)) return std::nullopt;
  for (std::uint32_t i = at + 1; i <= at + kLongestPrefix && exists(i); ++i) {
    if (!tokens_[i].is_number()) continue;
    const std::optional<CurrencyMatch> before = currency_before(i, at);
    return before && before->first == at ? read(i, at) : std::nullopt;
  }
  return read(at, at);  // "to over a crore"
}

std::optional<Number> BoundReader::read_figure(std::uint32_t at,
                                               const std::optional<CurrencyMatch>& before) const {
  if (!tokens_[at].is_number()) {
    const NumberWord* word = rules_.number_words.at(text_, tokens_, at, last_);
    if (word == nullptr || word->cls == NumberWord::Class::hundred) return std::nullopt;  // "several hundred"
    return read_number_words(text_, tokens_, at, last_, rules_.number_words);
  }
  std::optional<CurrencyMatch> beside = before;
  if (!beside) {
    // A sign after the number ("80 000 €") also tells that its groups may be parted by spaces.
    std::uint32_t after = at + 1;
    while (after < at + kMostGroups && is_number(after)) ++after;
    beside = currency_after(after);
    // "120 000 - 150 000 €"
    if (const AmountWords::Match to = is(AmountWord::joiner, after); !beside && after > at + 1 && to) {
      after = to.last;
      while (after < to.last + kMostGroups && is_number(after)) ++after;
      beside = currency_after(after);
    }
  }
  const bool comma = beside && beside->surface->comma_decimals;
  return read_number(text_, tokens_, at, last_, rules_.number_words, {beside.has_value(), comma});
}

// The currency that stands before the number at `at`.
std::optional<CurrencyMatch> BoundReader::currency_before(std::uint32_t at, std::uint32_t floor) const {
  if (at <= floor) return std::nullopt;
  std::optional<CurrencyMatch> found = rules_.currencies.before(text_, tokens_, floor, at);
  if (!found && tokens_[at - 1].is('.') && !tokens_[at - 1].space_before)  // "INR. 500", "₹.8,56,643"
    found = rules_.currencies.before(text_, tokens_, floor, at - 1);
  if (!found) return std::nullopt;
  if (tokens_[found->first].is('$') && found->last == found->first + 1)
    if (const std::optional<CurrencyMatch> code = code_before_dollar(found->first, floor)) return code;
  const Token& first = tokens_[found->first];
  if (first.is_word() && first.end - first.begin == 1 && found->last == found->first + 1 &&
      tokens_[at].space_before)
    return std::nullopt;  // R 5
  return found;
}

// "CAD $80,000", "MXN$ 15"
std::optional<CurrencyMatch> BoundReader::code_before_dollar(std::uint32_t dollar,
                                                             std::uint32_t floor) const {
  if (dollar <= floor || !tokens_[dollar - 1].all_upper) return std::nullopt;
  std::optional<CurrencyMatch> code = rules_.currencies.before(text_, tokens_, floor, dollar);
  if (!code || code->surface->kind != Writing::sign) return std::nullopt;
  code->last = dollar + 1;
  return code;
}

std::optional<CurrencyMatch> BoundReader::currency_after(std::uint32_t at) const {
  if (!exists(at)) return std::nullopt;
  std::optional<CurrencyMatch> found = rules_.currencies.at(text_, tokens_, at, last_);
  if (!found && tokens_[at].is('-') && !tokens_[at].space_before && exists(at + 1) &&
      !tokens_[at + 1].space_before) {  // "a 500-euro bonus"
    found = rules_.currencies.at(text_, tokens_, at + 1, last_);
    if (found && found->surface->kind == Writing::sign) return std::nullopt;
  }
  if (!found) return std::nullopt;
  const Token& first = tokens_[found->first];
  if (found->surface->kind == Writing::sign) {
    // "5 $10": the sign is that of the next number. A code in the middle goes to the number before it.
    const Token& last = tokens_[found->last - 1];
    const bool glued = is_number(found->last) && !tokens_[found->last].space_before;
    if (glued && (!last.is_word() || first.space_before)) return std::nullopt;
    if (first.is_word() && first.end - first.begin == 1) return std::nullopt;  // "1,000 R"
  } else if (first.is_word() && !first.space_before && found->first == at) {
    return std::nullopt;  // "5dollars"
  }
  return found;
}

void BoundReader::take_before(Bound& bound, const CurrencyMatch& before) const {
  bound.first = before.first;
  bound.named = true;
  bound.currency = before.surface->code;
  bound.bare_dollar = before.surface->bare;
  take_code_behind(bound);
  take_magnitude_apart(bound, bound.currency);
}

void BoundReader::take_magnitude_apart(Bound& bound, std::string_view currency) const {
  if (currency.empty() || bound.number.has_magnitude() || !exists(bound.last)) return;
  Token token = tokens_[bound.last];
  if (!token.is_word() || !token.space_before || !rules_.number_words.may_be(token)) return;
  token.space_before = false;
  const NumberWord* word = rules_.number_words.magnitude(text_, {token}, 0, 1);
  if (word == nullptr || !word->touching || word->currency != currency) return;
  bound.number.magnitude = word->value;
  bound.number.currency = word->currency;
  ++bound.last;
}

// "$60,000 USD" and "$60,000 dollars" name it twice; "$85,000 AUD" tells whose dollars they are.
void BoundReader::take_code_behind(Bound& bound) const {
  if (!exists(bound.last) || !tokens_[bound.last].is_word()) return;
  const std::optional<CurrencyMatch> behind = currency_after(bound.last);
  if (!behind || behind->surface->kind == Writing::minor || behind->surface->cue) return;
  if (is_number(behind->last) && behind->surface->kind == Writing::sign) return;  // "$60,000 EUR 50,000"
  const bool tells =
      bound.bare_dollar && !behind->surface->bare && rules_.currencies.is_dollar(behind->surface->code);
  if (!tells && behind->surface->code != bound.currency) return;
  if (tells || !behind->surface->bare) bound.bare_dollar = false;
  bound.currency = behind->surface->code;
  bound.last = behind->last;
}

void BoundReader::take_after(Bound& bound) const {
  const std::optional<CurrencyMatch> behind = currency_after(bound.last);
  if (!behind || is_year(bound.number, *behind)) return;
  if (behind->surface->cue && !(looks_like_money(bound.number) && ends_phrase(behind->last))) return;
  bound.named = true;
  bound.currency = behind->surface->code;
  bound.bare_dollar = behind->surface->bare;
  bound.last = behind->last;
  if (behind->surface->kind == Writing::minor) {
    bound.number.value /= 100;
    bound.minor = true;
  } else if (!bound.number.has_magnitude()) {  // "75 USD million"
    const NumberWord* magnitude = rules_.number_words.magnitude(text_, tokens_, bound.last, last_);
    if (magnitude == nullptr || magnitude->exact) return;
    bound.number.magnitude = magnitude->value;
    ++bound.last;
  }
}

// "13 dollars and 45 cents", "$3 50 cents"
void BoundReader::take_minor(Bound& bound) const {
  static const std::uint64_t kAnd = word_key("and");
  if (!bound.named || bound.minor || bound.number.has_magnitude() || bound.number.decimals) return;
  std::uint32_t at = bound.last;
  if (exists(at) && tokens_[at].key == kAnd) ++at;
  if (!exists(at)) return;
  const std::optional<Number> number = read_figure(at, std::nullopt);
  if (!number || number->has_magnitude() || number->decimals || number->value >= 100) return;
  const std::optional<CurrencyMatch> behind = currency_after(number->last);
  if (!behind || behind->surface->kind != Writing::minor) return;
  bound.number.value = (bound.number.value * 100 + number->value) / 100;
  bound.number.decimals = true;
  bound.last = behind->last;
}

// "in 2022 dollars"; but "2000 dollars a month" and "2000 €" are amounts.
bool BoundReader::is_year(const Number& number, const CurrencyMatch& behind) const {
  const Token& token = tokens_[number.first];
  if (!token.is_number() || token.end - token.begin != 4 || number.last != number.first + 1) return false;
  if (number.value < 1900 || number.value >= 2100) return false;
  if (behind.surface->kind == Writing::sign && !behind.surface->cue)
    return bool(rules_.amount_words.before(AmountWord::year_mark, tokens_, first_, number.first));
  if (is(AmountWord::unit_adverb, behind.last)) return false;
  const AmountWords::Match per = is(AmountWord::per, behind.last);
  return !(per && is(AmountWord::unit, per.last));
}

bool BoundReader::ends_phrase(std::uint32_t i) const {
  if (!exists(i)) return true;
  if (tokens_[i].is_number()) return false;
  if (const AmountWords::Match per = is(AmountWord::per, i)) return bool(is(AmountWord::unit, per.last));
  if (is(AmountWord::joiner, i) || is(AmountWord::unit_adverb, i)) return true;
  return !tokens_[i].is_word() && text_[tokens_[i].begin] != '"' && text_[tokens_[i].begin] != '\'';
}

void BoundReader::read_unit(Bound& bound) const {
  bound.after_unit = bound.last;
  const AmountWords::Match per = is(AmountWord::per, bound.last);
  if (!per) return;
  const AmountWords::Match unit = is(AmountWord::unit, per.last);
  if (!unit) return;
  bound.unit = unit.period();
  bound.after_unit = unit.last;
}

}  // namespace careerfacts
