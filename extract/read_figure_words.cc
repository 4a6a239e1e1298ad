#include "extract/read_figure_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/error.h"
#include "extract/tsv.h"

namespace careerfacts {
namespace {

[[noreturn]] void refuse(const std::string& file, int line, const std::string& message) {
  throw Error(ErrorKind::rulebook, file + ":" + std::to_string(line), message);
}

// A cell that is `word` or empty.
bool is_set(std::string_view cell, std::string_view word, const std::string& file, int line) {
  if (cell.empty()) return false;
  if (cell != word)
    refuse(file, line, "\"" + std::string(cell) + "\" is neither \"" + std::string(word) + "\" nor empty");
  return true;
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A phrase that the grammars can find.
void check_length(std::string_view phrase, const std::string& file, int line) {
  std::vector<Token> tokens;
  tokenize(phrase, 0, phrase.size(), tokens);
  if (tokens.empty() || tokens.size() > TokenPhrases::kLongest)
    refuse(file, line,
           "\"" + std::string(phrase) + "\" has no token or more than " +
               std::to_string(TokenPhrases::kLongest));
}

constexpr std::string_view kNoCurrency = "XXX";  // ISO 4217: none

constexpr std::array<std::string_view, 6> kNumberClasses{"number", "hundred",   "article",
                                                         "part",   "magnitude", "magnitude_a_year"};
constexpr std::array<std::string_view, kAmountWords> kAmountWordClasses{
    "joiner", "pair_joiner", "range_opener", "hedge", "per",     "unit",      "unit_adverb",
    "change", "percent",     "minus",        "apart", "counted", "year_mark", "defines"};
constexpr std::array<std::string_view, 6> kPeriods{"", "year", "month", "week", "day", "hour"};

// What the value column says of a word of the class.
std::uint8_t value_of(AmountWord cls, std::string_view value, const std::string& file, int line) {
  if (cls == AmountWord::unit || cls == AmountWord::unit_adverb)
    return one_of<std::uint8_t>(kPeriods, value, file, line);
  if (cls == AmountWord::hedge) return is_set(value, "over", file, line);
  if (cls == AmountWord::percent) return is_set(value, "plus", file, line);
  return 0;
}

}  // namespace

void read_currencies(const Gazetteer& from, CompiledRules& rules) {
  const std::string& file = from.file;
  using Writing = CurrencySurface::Kind;
  from.read({"code", "symbols", "words", "cue", "bare", "minor_words", "decimals", "note"},
            [&](const TsvRow& row) {
              const std::string_view code = row.cells[0] == kNoCurrency ? std::string_view{} : row.cells[0];
              const std::vector<std::string_view> bare = split(row.cells[4], '|');
              const bool comma = is_set(row.cells[6], "comma", file, row.line);
              const auto add = [&](std::string_view surface, Writing kind, bool cue) {
                check_length(surface, file, row.line);
                const bool is_bare = std::find(bare.begin(), bare.end(), surface) != bare.end();
                const bool added = rules.currencies.add({code, surface, kind, cue, is_bare, comma});
                if (!added && !from.is_own && !from.own.empty()) return;  // an own row has it
                if (!added)
                  refuse(file, row.line,
                         "\"" + std::string(surface) + "\" stands in another row already; keep one of them");
                if (kind != Writing::sign) rules.money_words.add(surface, 0);
              };
              for (const std::string_view symbol : split(row.cells[1], '|'))
                add(symbol, Writing::sign, false);
              for (const std::string_view word : split(row.cells[2], '|')) add(word, Writing::word, false);
              for (const std::string_view cue : split(row.cells[3], '|'))
                add(cue, has_capital(cue) ? Writing::sign : Writing::word, true);
              for (const std::string_view word : split(row.cells[5], '|')) add(word, Writing::minor, false);
            });
}

void read_number_word_list(const Gazetteer& from, CompiledRules& rules) {
  const std::string& file = from.file;
  from.read({"word", "class", "value", "case", "place", "currency", "note"}, [&](const TsvRow& row) {
    NumberWord word;
    word.text = row.cells[0];
    check_length(word.text, file, row.line);
    word.cls = one_of<NumberWord::Class>(kNumberClasses, row.cells[1], file, row.line);
    const std::string_view value = row.cells[2];
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), word.value);
    if (error != std::errc() || end != value.data() + value.size())
      refuse(file, row.line, "the value \"" + std::string(value) + "\" is no number");
    word.exact = is_set(row.cells[3], "exact", file, row.line);
    word.touching = is_set(row.cells[4], "touching", file, row.line);
    word.money = !row.cells[5].empty();
    if (row.cells[5] != kNoCurrency) word.currency = row.cells[5];
    if (word.money && !word.touching) rules.money_words.add(word.text, 0);
    rules.number_words.add(word);
  });
}

void read_amount_word_list(const Gazetteer& from, CompiledRules& rules) {
  const std::string& file = from.file;
  from.read({"word", "class", "value", "note"}, [&](const TsvRow& row) {
    check_length(row.cells[0], file, row.line);
    for (const std::string_view name : split(row.cells[1], '|')) {
      const auto cls = one_of<AmountWord>(kAmountWordClasses, name, file, row.line);
      rules.amount_words.add(row.cells[0], cls, value_of(cls, row.cells[2], file, row.line));
    }
  });
}

}  // namespace careerfacts
