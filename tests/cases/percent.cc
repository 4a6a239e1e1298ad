// Percentages and what they are read as: "quote = min..max".
#include "extract/percent.h"

#include <array>
#include <charconv>

#include "extract/rulebook.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::string plain(double value) {
  std::array<char, 32> buffer;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return std::string(buffer.data(), end);
}

std::string read(std::string_view text) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens);
  std::string result;
  for (const PercentExpression& e :
       find_percents(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()), rulebook.compiled())) {
    const std::size_t begin = tokens[e.first].begin, end = tokens[e.last - 1].end;
    result += (result.empty() ? "" : "; ") + std::string(text.substr(begin, end - begin)) + " = ";
    result += std::string(e.negative ? "-" : e.positive ? "+" : "") + plain(e.low);
    if (e.is_range) result += ".." + plain(e.high);
    if (e.plus) result += "+";
  }
  return result;
}

struct Case {
  std::string_view text, read;
};

TEST_CASE("single percentages", "[percent]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"grew 8% a year", "8% = 8"},
      {"22.5 % of them", "22.5 % = 22.5"},
      {"12 percent", "12 percent = 12"},
      {"12 per cent", "12 per cent = 12"},
      {"12 pct", "12 pct = 12"},
      {"5 percentage points", "5 percentage points = 5"},
      {"ten percent", "ten percent = 10"},
      {"twenty-five percent", "twenty-five percent = 25"},
      {"one hundred percent", "one hundred percent = 100"},
      {"one hundred and ten percent", "one hundred and ten percent = 110"},
      {"two and a half percent", "two and a half percent = 2.5"},
      {"half a percent", "half a percent = 0.5"},
      {"three-quarters of a percentage point", "three-quarters of a percentage point = 0.75"},
      {"minus five percent", "five percent = -5"},
      {"5 percent points", "5 percent points = 5"},
      {"1,200%", "1,200% = 1200"},
      {"60%+ of roles", "60%+ = 60+"},
      {"60+% of roles", "60+% = 60+"},
      {"fell -5%", "5% = -5"},
      {"(-5%)", "5% = -5"},
      {"rose +5%", "5% = +5"},
      {"31%\xC2\xB9", "31% = 31"},
      {"0%", "0% = 0"},
  }));
  CHECK(read(text) == wanted);
}

TEST_CASE("ranges of percentages", "[percent]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"20-30%", "20-30% = 20..30"},
      {"20%-30%", "20%-30% = 20..30"},
      {"15% to 25%", "15% to 25% = 15..25"},
      {"15 to 25 percent", "15 to 25 percent = 15..25"},
      {"between 5 and 7 percent", "5 and 7 percent = 5..7"},
      {"between 5% and 7%", "5% and 7% = 5..7"},
      {"ten to fifteen percent", "ten to fifteen percent = 10..15"},
      {"sixty-five to seventy percent", "sixty-five to seventy percent = 65..70"},
      {"2.5\xE2\x80\x94"
       "3.5%",
       "2.5\xE2\x80\x94"
       "3.5% = 2.5..3.5"},
  }));
  CHECK(read(text) == wanted);
}

TEST_CASE("two percentages that are no range", "[percent]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"rose from 10% to 15%", "10% = 10; 15% = 15"},
      {"5% and 7%", "5% = 5; 7% = 7"},
      {"20 and 30 percent, respectively", "20 = 20; 30 percent = 30"},
      {"$178,000 and 20-30%", "20-30% = 20..30"},
      {"in 2023-8% more", "8% = 8"},
      {"60%, 70% and 80%", "60% = 60; 70% = 70; 80% = 80"},
  }));
  CHECK(read(text) == wanted);
}

TEST_CASE("what is no percentage", "[percent]") {
  const std::string text =
      GENERATE(as<std::string>(), "", "%", "percent", "a percent of them", "half of the percentage",
               "and percent", "v2%", "5 people", "percentage of workers", "$5", "2024");
  CHECK(read(text).empty());
}

}  // namespace
}  // namespace careerfacts
