// Numbers in every notation: how much, grouped or not, and where they end.
#include "extract/number.h"

#include "extract/compiled_rules.h"
#include "extract/rulebook.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

struct Found {
  std::optional<Number> number;
  std::string rest;  // what stands behind it
};

const NumberWords& number_words() {
  static const Rulebook rulebook = Rulebook::builtin();
  return rulebook.compiled().number_words;
}

Found read(std::string_view text, NumberReading reading = {}) {
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens);
  const auto last = static_cast<std::uint32_t>(tokens.size());
  Found found{read_number(text, tokens, 0, last, number_words(), reading), ""};
  if (found.number && found.number->last < last) found.rest = text.substr(tokens[found.number->last].begin);
  return found;
}

struct Case {
  std::string_view text;
  double value;
  std::string_view rest;
};

TEST_CASE("numbers beside a currency", "[number]") {
  const auto [text, value, rest] = GENERATE(values<Case>({
      {"112,992", 112992, ""},
      {"4,00,000", 400000, ""},
      {"1,234,567.89", 1234567.89, ""},
      {"52, 500", 52500, ""},
      {"80 000", 80000, ""},
      {"80'000", 80000, ""},
      {"1 250 000 EUR", 1250000, "EUR"},
      {"72.6k", 72600, ""},
      {"6.5 lakhs", 650000, ""},
      {"1.2 Cr", 12000000, ""},
      {"4.7 billion", 4.7e9, ""},
      {"1.2 trillion", 1.2e12, ""},
      {"30万", 300000, ""},
      {"3m", 3e6, ""},
      {"3 m", 3, "m"},
      {"2024 500", 2024, "500"},
      {"52, 50", 52, ", 50"},
      {"12,5", 12.5, ""},
      {"0.5", 0.5, ""},
  }));
  const Found found = read(text, {true, false});
  REQUIRE(found.number);
  CHECK(found.number->scaled() == value);
  CHECK(found.rest == rest);
}

TEST_CASE("numbers of currencies with decimal commas", "[number]") {
  CHECK(read("55.300,50", {true, true}).number->scaled() == 55300.5);
  CHECK(read("58.500", {true, true}).number->scaled() == 58500);
  CHECK(read("58.500", {true, false}).number->scaled() == 58.5);
  CHECK(read("58.50", {true, true}).number->scaled() == 58.5);
  CHECK(read("1.250.000", {true, true}).number->scaled() == 1250000);
}

TEST_CASE("numbers alone are not joined over spaces", "[number]") {
  CHECK(read("80 000").number->scaled() == 80);
  CHECK(read("52, 500").number->scaled() == 52);
  CHECK(read("80'000").number->scaled() == 80);
}

TEST_CASE("digits that are no number", "[number]") {
  for (const char* text : {"1.2.3", "12.05.2024", "10,0,000", "1,23,4", "1.2,3.4", "1,2,3", "1,234,5",
                           "0,000", "0000,000,000,000,000,000,000"}) {
    INFO(text);
    CHECK_FALSE(read(text).number);
    CHECK_FALSE(read(text, {true, false}).number);
  }
  CHECK_FALSE(read(std::string(25, '9')).number);
}

TEST_CASE("decimals are the double nearest to what is written", "[number]") {
  CHECK(read("0.1").number->value == 0.1);
  CHECK(read("22.7").number->value == 22.7);
  CHECK(read("1234.56").number->value == 1234.56);
}

TEST_CASE("LPA means lakh a year, but not behind what is written out", "[number]") {
  CHECK(read("12 LPA", {true, false}).number->scaled() == 1200000);
  CHECK(read("12 LPA", {true, false}).number->per_annum);
  CHECK(read("8,56,643 LPA", {true, false}).number->scaled() == 856643);
  CHECK(read("40+ LPA", {true, false}).number->plus);
}

TEST_CASE("numbers in words", "[number]") {
  const auto words = [](std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, 0, text.size(), tokens);
    const auto number =
        read_number_words(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()), number_words());
    return number ? number->scaled() : -1;
  };
  CHECK(words("ten") == 10);
  CHECK(words("Sixty") == 60);
  CHECK(words("twenty-five") == 25);
  CHECK(words("twenty five") == 25);
  CHECK(words("two hundred") == 200);
  CHECK(words("zero") == 0);
  CHECK(words("one hundred and ten") == 110);
  CHECK(words("twelve hundred") == 1200);
  CHECK(words("ninety-five thousand") == 95000);
  CHECK(words("two and a half million") == 2500000);
  CHECK(words("half a million") == 500000);
  CHECK(words("three-quarters of a") == 0.75);
  CHECK(words("a crore") == 10000000);
  CHECK(words("three thousand two hundred") == 3200);
  CHECK(words("nurse") == -1);
  CHECK(words("a") == -1);
  CHECK(words("half") == -1);
  CHECK(words("thousand") == -1);
}

}  // namespace
}  // namespace careerfacts
