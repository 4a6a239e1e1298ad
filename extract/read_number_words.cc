// Numbers in words. The grammar, over the classes of number_words.tsv:
//
//   number  := group { magnitude group } [ magnitude ]     the magnitudes falling
//            | part [ "of" ] [ article ] [ magnitude ]     "half a million", "three quarters of a million"
//            | article magnitude                           "a crore"
//   group   := small | (small | article) hundred [ "and" ] [ small ] | small "and" article part
//   small   := 1 … 19 | tens [ "-" ] [ 1 … 9 ]
#include <optional>

#include "extract/number.h"

namespace careerfacts {
namespace {

using Class = NumberWord::Class;

class WordsReader {
 public:
  WordsReader(std::string_view text, const std::vector<Token>& tokens, std::uint32_t last,
              const NumberWords& words)
      : text_(text), tokens_(tokens), last_(last), words_(words) {}

  std::optional<Number> read(std::uint32_t at) {
    next_ = at;
    const NumberWord* first = word(at);
    if (first == nullptr || first->cls >= Class::magnitude) return std::nullopt;
    Number number;
    number.first = at;
    if (!read_part(number) && !read_article(number) && !read_groups(number)) return std::nullopt;
    number.last = next_;
    return number;
  }

 private:
  const NumberWord* word(std::uint32_t i) const { return words_.at(text_, tokens_, i, last_); }
  bool is(std::uint32_t i, Class cls) const {
    const NumberWord* found = word(i);
    return found != nullptr && found->cls == cls;
  }
  bool is_key(std::uint32_t i, std::uint64_t key) const { return i < last_ && tokens_[i].key == key; }
  // A hyphen inside a number, or nothing.
  std::uint32_t past_hyphen(std::uint32_t i) const { return i < last_ && tokens_[i].is('-') ? i + 1 : i; }

  bool read_magnitude(Number& number) {
    const NumberWord* magnitude = words_.magnitude(text_, tokens_, past_hyphen(next_), last_);
    if (magnitude == nullptr || magnitude->cls != Class::magnitude || magnitude->touching) return false;
    next_ = past_hyphen(next_) + 1;
    number.magnitude = magnitude->value;
    number.currency = magnitude->currency;
    return true;
  }

  // "half a million", "a quarter million", "three-quarters of a percent"; a part of nothing is no number.
  bool read_part(Number& number) {
    static const std::uint64_t kOf = word_key("of");
    std::uint32_t i = next_;
    double times = 1;
    const NumberWord* first = word(i);
    if (first->cls == Class::article || (first->cls == Class::number && first->value < 10)) {
      times = first->value;
      i = past_hyphen(i + 1);
    }
    if (!is(i, Class::part)) return false;
    number.value = times * word(i)->value;
    const std::uint32_t begin = next_;
    next_ = ++i;
    if (is_key(i, kOf)) ++i;
    if (is(i, Class::article)) ++i;
    if (i > next_) next_ = i;
    const bool of_one = is(next_ - 1, Class::article);
    if (read_magnitude(number) || of_one) return true;
    next_ = begin;
    number.value = 0;
    return false;
  }

  bool read_article(Number& number) {
    if (!is(next_, Class::article) || is(next_ + 1, Class::hundred)) return false;
    ++next_;
    number.value = 1;
    if (read_magnitude(number)) return true;
    --next_;
    return false;
  }

  bool read_groups(Number& number) {
    std::optional<double> group = read_group();
    if (!group) return false;
    double total = 0;
    number.value = *group;
    while (read_magnitude(number)) {
      const std::uint32_t end = next_;
      group = read_group();
      if (!group || *group >= number.magnitude) {
        next_ = end;
        break;
      }
      total += number.scaled();
      number.value = *group;
      number.magnitude = 1;
    }
    if (total > 0) {
      number.value = total + number.scaled();
      number.magnitude = 1;
    }
    return true;
  }

  std::optional<double> read_group() {
    static const std::uint64_t kAnd = word_key("and");
    const std::uint32_t begin = next_;
    double value = 1;
    if (is(begin, Class::article)) {
      ++next_;
    } else if (const std::optional<double> small = read_small()) {
      value = *small;
    } else if (!is(begin, Class::hundred)) {
      return std::nullopt;
    }
    if (is(next_, Class::hundred) && value > 0) {
      value *= 100;
      ++next_;
      const std::uint32_t end = next_;
      if (is_key(next_, kAnd)) ++next_;
      const std::optional<double> rest = read_small();
      if (rest && *rest > 0)
        value += *rest;
      else
        next_ = end;
    } else if (is(begin, Class::article)) {
      next_ = begin;
      return std::nullopt;
    } else if (is_key(next_, kAnd) && is(next_ + 1, Class::article) && is(next_ + 2, Class::part)) {
      value += word(next_ + 2)->value;  // "two and a half"
      next_ += 3;
    }
    return value;
  }

  std::optional<double> read_small() {
    const NumberWord* first = word(next_);
    if (first == nullptr || first->cls != Class::number) return std::nullopt;
    ++next_;
    if (first->value < 20) return first->value;
    const std::uint32_t after = past_hyphen(next_);
    const NumberWord* unit = word(after);
    if (unit == nullptr || unit->cls != Class::number || unit->value < 1 || unit->value > 9)
      return first->value;
    next_ = after + 1;
    return first->value + unit->value;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t last_;
  const NumberWords& words_;
  std::uint32_t next_ = 0;
};

}  // namespace

std::optional<Number> read_number_words(std::string_view text, const std::vector<Token>& tokens,
                                        std::uint32_t at, std::uint32_t last, const NumberWords& words) {
  if (at >= last || !words.may_be(tokens[at])) return std::nullopt;
  return WordsReader(text, tokens, last, words).read(at);
}

}  // namespace careerfacts
