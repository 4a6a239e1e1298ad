// The small parts that the audit's checks stand on.
#include "audit/csv_rows.h"
#include "audit/occupation_title.h"
#include "audit/reference.h"
#include "audit/row_words.h"
#include "audit/tolerance.h"
#include "base/error.h"
#include "extract/mention.h"
#include "tests/support/catch.h"

namespace careerfacts::test {
namespace {

using Names = std::vector<std::string>;

Bounds exactly(double value, Modifier modifier = Modifier::none) { return {value, value, modifier}; }

TEST_CASE("an integer percent fits a row within a half, either neighbour of a half", "[audit]") {
  CHECK(fits_percent(exactly(36), 35.8, false));
  CHECK(fits_percent(exactly(36), 35.5, false));
  CHECK(fits_percent(exactly(35), 35.5, false));
  CHECK_FALSE(fits_percent(exactly(35), 35.8, false));
  CHECK(fits_percent(exactly(35.8), 35.8, false));
  CHECK_FALSE(fits_percent(exactly(35.7), 35.8, false));
  CHECK(fits_percent(exactly(5), -4.9, true));
  CHECK_FALSE(fits_percent(exactly(5), 4.9, true));
  CHECK(fits_percent(exactly(37, Modifier::about), 36.0, false));
  CHECK_FALSE(fits_percent(exactly(38, Modifier::about), 36.0, false));
  CHECK(fits_percent({35, std::nullopt, Modifier::over}, 36.0, false));
  CHECK_FALSE(fits_percent({30, std::nullopt, Modifier::over}, 36.0, false));
  CHECK(fits_percent({30, 40, Modifier::none}, 36.0, false));
}

TEST_CASE("pay fits a row at the precision of what is stated", "[audit]") {
  CHECK(fits_pay(exactly(112590), 112590));
  CHECK(fits_pay(exactly(112600), 112590));
  CHECK(fits_pay(exactly(112000), 112590));
  CHECK_FALSE(fits_pay(exactly(112580), 112591));
  CHECK_FALSE(fits_pay(exactly(110000), 112590));
  CHECK(fits_pay(exactly(110000, Modifier::about), 112590));
  CHECK(fits_pay(exactly(54.13), 54.13));
  CHECK_FALSE(fits_pay(exactly(54.13), 54.31));
  CHECK(fits_pay({100000, std::nullopt, Modifier::over}, 100100));
  CHECK_FALSE(fits_pay({100000, std::nullopt, Modifier::over}, 130000));
}

TEST_CASE("an official title is known by its parts where each names people", "[audit]") {
  CHECK(occupation_names("Accountants and auditors") ==
        Names{"accountants and auditors", "accountants", "auditors"});
  CHECK(occupation_names("Architects, except landscape and naval") == Names{"architects"});
  CHECK(occupation_names("Engineers, all other") == Names{"engineers, all other"});
  CHECK(occupation_names("Electrical and electronics engineers") ==
        Names{"electrical and electronics engineers"});
  CHECK(occupation_names("Nurse anesthetists, nurse midwives, and nurse practitioners") ==
        Names{"nurse anesthetists, nurse midwives, and nurse practitioners", "nurse anesthetists",
              "nurse midwives", "nurse practitioners"});
}

TEST_CASE("the built-in tables hold what the Bureau published", "[audit]") {
  const Reference reference = Reference::built_in();
  CHECK(reference.editions().size() == 7);
  const auto growth = reference.rows_of("15-2051", Metric::employment_change);
  REQUIRE(growth.size() == 4);
  CHECK(growth[0].edition == "2021-31");
  CHECK(growth[0].value == 35.8);
  CHECK(growth[0].released == "2022-09");
  CHECK(words_of(growth[0]) == "Data scientists (15-2051), 2021-31: 35.8%");
  const auto wages = reference.rows_of("15-2051", Metric::median_annual);
  REQUIRE(wages.size() == 5);
  CHECK(wages.back().edition == "May 2025");
  CHECK(value_words(wages[3]) == "$112,590");
  const auto capped = reference.rows_of("11-1011", Metric::p90_annual);
  REQUIRE_FALSE(capped.empty());
  CHECK(capped.front().or_more);
  CHECK(value_words(capped.front()) == "$208,000 or more");
  CHECK(reference.codes_in("15-2051", "2020-30") == std::vector<std::string_view>{"15-2098"});
  CHECK(reference.codes_in("15-2051", "2021-31") == std::vector<std::string_view>{"15-2051"});
  CHECK(reference.profiles_with("15-1252", Metric::employment_change).size() >= 4);
}

std::string refused(const std::string& csv) {
  Reference reference;
  try {
    reference.add_csv("own.csv", csv);
  } catch (const Error& error) {
    return error.place() + ": " + error.what();
  }
  return "";
}

const std::string kHeader = "publisher,edition,occupation,metric,value,soc_code,end_year\n";

TEST_CASE("a user's figures stand beside the built-in ones", "[audit]") {
  Reference reference;
  reference.add_csv(
      "own.csv",
      "\xEF\xBB\xBF" + kHeader +
          "\"Example, Office\",2030,Data scientists,median_annual_wage,150000,15-2051,2030\r\n\r\n");
  const auto rows = reference.rows_of("15-2051", Metric::median_annual);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].publisher == "Example, Office");
  CHECK(rows[0].value == 150000);
  CHECK(rows[0].currency == "USD");
}

TEST_CASE("a wrong file of figures is refused with line and column", "[audit]") {
  const auto begins = [](const std::string& text, const std::string& begin) {
    INFO(text);
    CHECK(text.starts_with(begin));
  };
  begins(refused(""), "own.csv:1:1: ");
  begins(refused("publisher,nonsense\n"), "own.csv:1:11: ");
  begins(refused("publisher,publisher\n"), "own.csv:1:11: ");
  begins(refused("publisher,edition\n"), "own.csv:1:1: ");
  begins(refused(kHeader + "a,b,c,median_annual_wage,12x,15-2051,2030\n"), "own.csv:2:26: ");
  begins(refused(kHeader + "a,b,c,salary,12,15-2051,2030\n"), "own.csv:2:7: ");
  begins(refused(kHeader + "a,b,c,median_annual_wage,12,152051,2030\n"), "own.csv:2:29: ");
  begins(refused(kHeader + "a,b,c,median_annual_wage,12,15-2051,30\n"), "own.csv:2:37: ");
  begins(refused(kHeader + "a,b,c,median_annual_wage,nan,15-2051,2030\n"), "own.csv:2:26: ");
  begins(refused(kHeader + "a,b\n"), "own.csv:2:1: ");
  begins(refused(kHeader + "\"a,b\n"), "own.csv:2:1: ");
  begins(refused(kHeader + ",b,c,median_annual_wage,12,15-2051,2030\n"), "own.csv:2:1: ");
}

}  // namespace
}  // namespace careerfacts::test
