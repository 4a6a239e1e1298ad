// What cannot be meant as it is printed, and what looks like it and can.
#include "audit/check_sense.h"

#include "audit/pay_bounds.h"
#include "audit/printed_range.h"
#include "tests/support/catch.h"
#include "tests/support/claims.h"

namespace careerfacts::test {
namespace {

// The reasons, in order; "-" where there is nothing to say.
std::vector<std::string> reasons(const std::string& text) {
  std::vector<std::string> list;
  for (const std::optional<Finding>& finding : check_sense(claims_of({{"a.txt", text + "\n"}}))) {
    list.push_back(finding ? finding->reason : "-");
    if (finding) CHECK(finding->verdict == Verdict::implausible);
    if (finding) CHECK(finding->check == Check::sense);
  }
  return list;
}

using Reasons = std::vector<std::string>;

TEST_CASE("pay that cannot be of its period", "[audit]") {
  CHECK(reasons("Electricians earn $95,000 an hour.") == Reasons{"hardly anyone is paid so much an hour"});
  CHECK(reasons("Electricians earn $18 a year.") == Reasons{"nobody works for so little a year"});
  CHECK(reasons("Nurses earn an average salary of €45 per year.") ==
        Reasons{"nobody works for so little a year"});
  CHECK(reasons("Electricians earn $28 an hour.") == Reasons{"-"});
  CHECK(reasons("Electricians earn $95,000 a year.") == Reasons{"-"});
  CHECK(reasons("Developers in India earn ₹45,000 a month.") == Reasons{"-"});
  // The founder's gesture.
  CHECK(reasons("The chief executive officer takes a salary of $1 a year.") == Reasons{"-"});
  CHECK_FALSE(pay_bounds("XXX", Period::year));
  CHECK_FALSE(pay_bounds("USD", Period::none));
  CHECK(pay_bounds("USD", Period::hour)->most == 5000);
}

TEST_CASE("a range that begins with its larger end", "[audit]") {
  CHECK(reasons("Salaries of paralegals range from $90,000 to $60,000 a year.") ==
        Reasons{"the range begins with its larger end"});
  CHECK(reasons("Salaries of paralegals range from $60,000 to $90,000 a year.") == Reasons{"-"});
  for (const std::string& one :
       reasons("The average salary of paralegals fell from $90,000 to $60,000 a year."))
    CHECK(one == "-");
  CHECK(printed_range("$95-$105K") == std::make_pair(95'000.0, 105'000.0));
  CHECK(printed_range("$1.2 to 1.5 million") == std::make_pair(1.2e6, 1.5e6));
  CHECK(printed_range("$120,000 to $90,000") == std::make_pair(120'000.0, 90'000.0));
  CHECK(printed_range("25–15%") == std::make_pair(25.0, 15.0));
  CHECK_FALSE(printed_range("$90,000"));
  CHECK_FALSE(printed_range("ninety to 100"));
}

TEST_CASE("shares of a whole", "[audit]") {
  CHECK(reasons("More than 120% of employers require a degree.") ==
        Reasons{"a share of a whole cannot be over 100%"});
  CHECK(reasons("They earn 120% of the average salary of teachers.") == Reasons{"-"});
  CHECK(reasons("100% of employers require a degree.") == Reasons{"-"});
  CHECK(reasons("Of the nurses, 65% of employees work in hospitals, 30% of employees in clinics, and the "
                "remaining 25% of "
                "employees in schools.") ==
        Reasons(3, "the shares of one whole in this sentence sum to 120%"));
  for (const std::string& one :
       reasons("About 65% of employees work in hospitals, 20% of employees in clinics, and the "
               "remaining 15% of employees in schools."))
    CHECK(one == "-");
  // Answers of a survey may overlap, and the second share is of a part.
  for (const std::string& one : reasons("About 65% of employees use Python and 60% of employees use SQL."))
    CHECK(one == "-");
  for (const std::string& one :
       reasons("About 65% of employees like it; of the remaining employees, 70% of employees do not."))
    CHECK(one == "-");
}

TEST_CASE("a figure of ten years told as one of each year", "[audit]") {
  CHECK(reasons("Employment of data scientists will grow 22% a year through 2031.") ==
        Reasons{"22% a year for 10 years would multiply the jobs by 7.3; such figures are projected for the "
                "whole time, "
                "not for each year"});
  CHECK(
      reasons("Jobs for data scientists are projected to grow 36% annually over the next decade.").front() !=
      "-");
  CHECK(reasons("Employment of data scientists will grow 36% through 2031.") == Reasons{"-"});
  CHECK(reasons("Employment of data scientists will grow 3% a year through 2031.") == Reasons{"-"});
  CHECK(reasons("The market for data science will grow 26% a year through 2031.") == Reasons{"-"});
}

TEST_CASE("percentage points told as percent, only where the words leave no other reading", "[audit]") {
  const std::string dramatic =
      "Their share of graduates has grown dramatically over the last ten years: such students made up over "
      "20% of all "
      "students in 2019, up 8.6% from 2010.";
  const Reasons found = reasons(dramatic);
  REQUIRE(found.size() == 2);
  CHECK(found[0] == "-");
  CHECK(found[1].starts_with("percentage points told as percent"));
  CHECK(found[1].find("18.4%") != std::string::npos);
  CHECK(found[1].find("11.4%") != std::string::npos);
  // Nothing says that this is much.
  CHECK(reasons("Such students made up over 20% of all students in 2019, up 8.6% from 2010.") ==
        Reasons{"-", "-"});
}

}  // namespace
}  // namespace careerfacts::test
