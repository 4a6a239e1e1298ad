// Expressions of money and what they are read as: "quote = min max currency", in order.
#include "extract/money.h"

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
  for (const MoneyExpression& e :
       find_money(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()), rulebook.compiled())) {
    const std::size_t begin = tokens[e.first].begin, end = tokens[e.last - 1].end;
    result +=
        (result.empty() ? "" : "; ") + std::string(text.substr(begin, end - begin)) + " = " + plain(e.low);
    if (e.is_range) result += ".." + plain(e.high);
    if (e.plus) result += "+";
    result += " " + (e.currency.empty() ? "?" : std::string(e.currency));
  }
  return result;
}

struct Case {
  std::string_view text, read;
};

TEST_CASE("single amounts", "[money]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"earn $90,000 a year", "$90,000 = 90000 USD"},
      {"earn $90,000.50.", "$90,000.50 = 90000.5 USD"},
      {"$ 112,992", "$ 112,992 = 112992 USD"},
      {"$52, 500", "$52, 500 = 52500 USD"},
      {"$72.6k", "$72.6k = 72600 USD"},
      {"$99K", "$99K = 99000 USD"},
      {"$1.2M", "$1.2M = 1200000 USD"},
      {"$4.7 billion", "$4.7 billion = 4700000000 USD"},
      {"$250K+", "$250K+ = 250000+ USD"},
      {"$250,000+", "$250,000+ = 250000+ USD"},
      {"US$85,000", "US$85,000 = 85000 USD"},
      {"C$80k", "C$80k = 80000 CAD"},
      {"A$90,000", "A$90,000 = 90000 AUD"},
      {"S$6,500", "S$6,500 = 6500 SGD"},
      {"\xC2\xA3"
       "35,000",
       "\xC2\xA3"
       "35,000 = 35000 GBP"},
      {"58.500 \xE2\x82\xAC", "58.500 \xE2\x82\xAC = 58500 EUR"},
      {"80 000 \xE2\x82\xAC", "80 000 \xE2\x82\xAC = 80000 EUR"},
      {"\xE2\x82\xAC"
       "55.300,50",
       "\xE2\x82\xAC"
       "55.300,50 = 55300.5 EUR"},
      {"CHF 80'000", "CHF 80'000 = 80000 CHF"},
      {"\xE2\x82\xB9"
       "8,56,643",
       "\xE2\x82\xB9"
       "8,56,643 = 856643 INR"},
      {"Rs. 40,000", "Rs. 40,000 = 40000 INR"},
      {"6.5 lakhs", "6.5 lakhs = 650000 INR"},
      {"12 LPA", "12 LPA = 1200000 INR"},
      {"AED 4,500", "AED 4,500 = 4500 AED"},
      {"75,000 USD", "75,000 USD = 75000 USD"},
      {"USD 75,000", "USD 75,000 = 75000 USD"},
      {"$60,000 USD", "$60,000 USD = 60000 USD"},
      {"90,000 dollars", "90,000 dollars = 90000 USD"},
      {"$0", "$0 = 0 USD"},
  }));
  CHECK(read(text) == wanted);
}

TEST_CASE("ranges", "[money]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"$72,600-$170,000", "$72,600-$170,000 = 72600..170000 USD"},
      {"$72,600 - $170,000", "$72,600 - $170,000 = 72600..170000 USD"},
      {"$72,600 to $170,000", "$72,600 to $170,000 = 72600..170000 USD"},
      {"between $72,600 and $170,000", "$72,600 and $170,000 = 72600..170000 USD"},
      {"$72,600\xE2\x80\x94$170,000", "$72,600\xE2\x80\x94$170,000 = 72600..170000 USD"},
      {"$120-150k", "$120-150k = 120000..150000 USD"},
      {"$120k-150", "$120k-150 = 120000..150000 USD"},
      {"$120k-$150k", "$120k-$150k = 120000..150000 USD"},
      {"\xE2\x82\xAC"
       "45-50,000",
       "\xE2\x82\xAC"
       "45-50,000 = 45000..50000 EUR"},
      {"\xE2\x82\xB9"
       "6-12 lakh",
       "\xE2\x82\xB9"
       "6-12 lakh = 600000..1200000 INR"},
      {"\xE2\x82\xB9"
       "60-1.2 Cr+",
       "\xE2\x82\xB9"
       "60-1.2 Cr+ = 6000000..12000000+ INR"},
      {"$21/hr to $25/hr", "$21/hr to $25 = 21..25 USD"},
      {"15 -20 usd", "15 -20 usd = 15..20 USD"},
      {"$170,000 to $72,600", "$170,000 to $72,600 = 72600..170000 USD"},
      {"$64,000 up to $89,000", "$64,000 up to $89,000 = 64000..89000 USD"},
      {"$35.50-$48", "$35.50-$48 = 35.5..48 USD"},
      {"\xC2\xA3"
       "30,000-40,000",
       "\xC2\xA3"
       "30,000-40,000 = 30000..40000 GBP"},
      {"$500k to $1M", "$500k to $1M = 500000..1000000 USD"},
  }));
  CHECK(read(text) == wanted);
}

TEST_CASE("two amounts that are no range", "[money]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"grew from $1.2M to $1.5M", "$1.2M = 1200000 USD; $1.5M = 1500000 USD"},
      {"$50,000 and $60,000", "$50,000 = 50000 USD; $60,000 = 60000 USD"},
      {"$178,000 and 20-30%", "$178,000 = 178000 USD"},
      {"$50,000 to \xC2\xA3"
       "60,000",
       "$50,000 = 50000 USD; \xC2\xA3"
       "60,000 = 60000 GBP"},
      {"$90,000 - 5 years", "$90,000 = 90000 USD"},
      {"$90,000 to 20%", "$90,000 = 90000 USD"},
      {"$85,000 (US$90,000)", "$85,000 = 85000 USD; US$90,000 = 90000 USD"},
  }));
  CHECK(read(text) == wanted);
}

TEST_CASE("what is no money", "[money]") {
  const std::string text =
      GENERATE(as<std::string>(), "401(k)", "call 555-123-4567", "+1 (555) 123-4567", "in 2024", "2023-2033",
               "20-30%", "15 hours", "1,200 jobs", "$", "$ x", "US$", "version 2.0.1", "1/2/2024", "10 0,000",
               "the 50 most", "", "3-5 years");
  CHECK(read(text).empty());
}

TEST_CASE("footnote marks join no amount", "[money]") {
  CHECK(read("$4.7 billion[3] in sales") == "$4.7 billion = 4700000000 USD");
  CHECK(read("$90,000\xC2\xB2 a year") == "$90,000 = 90000 USD");
}

}  // namespace
}  // namespace careerfacts
