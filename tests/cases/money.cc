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
  tokenize(text, 0, text.size(), tokens, &rulebook.compiled().currencies.glued());
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

TEST_CASE("signs and codes of many currencies, before and behind", "[money]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"USD115", "USD115 = 115 USD"},
      {"USD115,000 a year", "USD115,000 = 115000 USD"},
      {"USD115k", "USD115k = 115000 USD"},
      {"Rs50,000", "Rs50,000 = 50000 INR"},
      {"kr450,000", "kr450,000 = 450000 SEK"},
      {"R25,000", "R25,000 = 25000 ZAR"},
      {"R15 000 a month", "R15 000 = 15000 ZAR"},
      {"75k USD", "75k USD = 75000 USD"},
      {"75,000usd", ""},
      {"75 USD million", "75 USD million = 75000000 USD"},
      {"$75M", "$75M = 75000000 USD"},
      {"₹4,00,000", "₹4,00,000 = 400000 INR"},
      {"₹.8,56,643", "₹.8,56,643 = 856643 INR"},
      {"CHF 95'000", "CHF 95'000 = 95000 CHF"},
      {"kr 450 000", "kr 450 000 = 450000 SEK"},
      {"450 000 kr", "450 000 kr = 450000 SEK"},
      {"R$ 5.000", "R$ 5.000 = 5000 BRL"},
      {"8 000 zł", "8 000 zł = 8000 PLN"},
      {"45 000 Kč", "45 000 Kč = 45000 CZK"},
      {"₪15,000", "₪15,000 = 15000 ILS"},
      {"₱25,000", "₱25,000 = 25000 PHP"},
      {"฿40,000", "฿40,000 = 40000 THB"},
      {"₫20.000.000", "₫20.000.000 = 20000000 VND"},
      {"₦350,000", "₦350,000 = 350000 NGN"},
      {"AED15,000", "AED15,000 = 15000 AED"},
      {"SAR 12,000", "SAR 12,000 = 12000 SAR"},
      {"HK$40,000", "HK$40,000 = 40000 HKD"},
      {"Mex$ 10 million", "Mex$ 10 million = 10000000 MXN"},
      {"CAD $80,000", "CAD $80,000 = 80000 CAD"},
      {"$80,000 CAD", "$80,000 CAD = 80000 CAD"},
      {"$80,000 Canadian dollars", "$80,000 Canadian dollars = 80000 CAD"},
      {"$80,000 (CAD)", "$80,000 = 80000 USD"},
      {"30万元", "30万元 = 300000 CNY"},
      {"usd 20", "usd 20 = 20 USD"},
      {"rmb 10 usd 20", "rmb 10 = 10 CNY; usd 20 = 20 USD"},
      {"10 rmb 20 usd", "10 rmb = 10 CNY; 20 usd = 20 USD"},
  }));
  INFO(text);
  CHECK(read(text) == wanted);
}

TEST_CASE("words of currency", "[money]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"60,000 US dollars", "60,000 US dollars = 60000 USD"},
      {"60,000 U.S. dollars", "60,000 U.S. dollars = 60000 USD"},
      {"40,000 Hong Kong dollars", "40,000 Hong Kong dollars = 40000 HKD"},
      {"30,000 pounds sterling", "30,000 pounds sterling = 30000 GBP"},
      {"1,218,983 Indian Rupees", "1,218,983 Indian Rupees = 1218983 INR"},
      {"5 million yen", "5 million yen = 5000000 JPY"},
      {"2000 euros a month", "2000 euros = 2000 EUR"},
      {"2000 euros monthly", "2000 euros = 2000 EUR"},
      {"a 500-dollar bonus", "500-dollar = 500 USD"},
      {"25,000 pesos", "25,000 pesos = 25000 ?"},
      {"25,000 Mexican pesos", "25,000 Mexican pesos = 25000 MXN"},
      {"50 cents", "50 cents = 0.5 USD"},
      {"45.5 pence a mile", "45.5 pence = 0.455 GBP"},
      {"10 to 15 cents", "10 to 15 cents = 0.1..0.15 USD"},
      {"30 paise", "30 paise = 0.3 INR"},
      {"13 dollars and 45 cents", "13 dollars and 45 cents = 13.45 USD"},
      {"18 pounds 50 pence", "18 pounds 50 pence = 18.5 GBP"},
      {"in 2022 dollars", ""},
      {"in constant 2022 USD", ""},
      {"12 per cent of them", ""},
  }));
  INFO(text);
  CHECK(read(text) == wanted);
}

TEST_CASE("words that are also something else need an amount that is plainly money", "[money]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"3,000,000 won a month", "3,000,000 won = 3000000 KRW"},
      {"2 million won.", "2 million won = 2000000 KRW"},
      {"5,000 real (before tax)", "5,000 real = 5000 BRL"},
      {"18,000 rand monthly", "18,000 rand = 18000 ZAR"},
      {"PHP 25,000", "PHP 25,000 = 25000 PHP"},
      {"she won 3 awards", ""},
      {"1,200 won awards", ""},
      {"12 won.", ""},
      {"the 1,500 real jobs", ""},
      {"all 5 of them", ""},
      {"TRY 5 of these", ""},
      {"PHP 8", ""},
      {"25,000 PHP developers", ""},
      {"the top 10 lists", ""},
      {"R2 of 0.9", ""},
      {"R 25,000", ""},
      {"AMD 5000 chips", ""},
  }));
  INFO(text);
  CHECK(read(text) == wanted);
}

TEST_CASE("amounts in words", "[money]") {
  const auto [text, wanted] = GENERATE(values<Case>({
      {"half a million dollars", "half a million dollars = 500000 USD"},
      {"a quarter million US dollars", "a quarter million US dollars = 250000 USD"},
      {"three quarters of a billion euros", "three quarters of a billion euros = 750000000 EUR"},
      {"a million dollars", "a million dollars = 1000000 USD"},
      {"about sixty thousand dollars", "sixty thousand dollars = 60000 USD"},
      {"ninety-five thousand dollars a year", "ninety-five thousand dollars = 95000 USD"},
      {"two hundred and fifty thousand pounds", "two hundred and fifty thousand pounds = 250000 GBP"},
      {"one and a half million dollars", "one and a half million dollars = 1500000 USD"},
      {"two million five hundred thousand yen", "two million five hundred thousand yen = 2500000 JPY"},
      {"two dollars an hour", "two dollars = 2 USD"},
      {"thirteen dollars forty-five cents", "thirteen dollars forty-five cents = 13.45 USD"},
      {"sixty to seventy-five thousand dollars", "sixty to seventy-five thousand dollars = 60000..75000 USD"},
      {"between sixty and seventy thousand dollars", "sixty and seventy thousand dollars = 60000..70000 USD"},
      {"60 to seventy thousand dollars", "60 to seventy thousand dollars = 60000..70000 USD"},
      {"six lakh", "six lakh = 600000 INR"},
      {"seventy-five grand", "seventy-five grand = 75000 ?"},
      {"over $50K to as much as a million", "$50K to as much as a million = 50000..1000000 USD"},
      {"hundreds of thousands of dollars", ""},
      {"a few thousand dollars", ""},
      {"several hundred dollars", ""},
      {"sixty thousand jobs", ""},
      {"a dollar", ""},
      {"one million people", ""},
      {"a grand opening", ""},
      {"One lakh is 1,00,000", ""},
  }));
  INFO(text);
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
      {"A$120k-150k", "A$120k-150k = 120000..150000 AUD"},
      {"€45.000-€50.000", "€45.000-€50.000 = 45000..50000 EUR"},
      {"120 000 - 150 000 €", "120 000 - 150 000 € = 120000..150000 EUR"},
      {"$60,000 to $70,000 CAD", "$60,000 to $70,000 CAD = 60000..70000 CAD"},
      {"12 to 15 lakh rupees", "12 to 15 lakh rupees = 1200000..1500000 INR"},
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
