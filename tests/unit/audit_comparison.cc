// Claims against each other: who agrees, who disagrees, and who cannot be compared at all.
#include "audit/check_comparison.h"

#include <algorithm>
#include <ctime>

#include "audit/figure_range.h"
#include "audit/voices.h"
#include "tests/support/catch.h"
#include "tests/support/claims.h"

namespace careerfacts::test {
namespace {

// What was found of the claims, one word each, in order: "disputed corroborated -".
std::string verdicts_on(const Claims& claims, std::vector<bool> settled = {}) {
  settled.resize(claims.claims.size());
  std::string text;
  for (const std::optional<Finding>& finding : compare(claims, settled))
    text += (text.empty() ? "" : " ") + (finding ? std::string(to_word(finding->verdict)) : "-");
  return text;
}
std::string verdicts(const std::vector<Article>& articles) { return verdicts_on(claims_of(articles)); }

const std::string kPay = "The average salary of a data scientist is $120,000 a year";

TEST_CASE("pay of one role that differs is disputed", "[audit]") {
  const Claims claims = claims_of({{"a.txt", kPay + ", according to Glassdoor.\n", "2024-03-01"},
                                   {"b.txt", "Data scientists earn an average of $95,000 a year.\n"}});
  REQUIRE(claims.claims.size() == 2);
  const auto found = compare(claims, {false, false});
  REQUIRE((found[0] && found[1]));
  CHECK(found[0]->check == Check::comparison);
  CHECK(found[0]->verdict == Verdict::disputed);
  CHECK(found[0]->reason == "average pay of data scientist is told otherwise too: $95,000 (b.txt:1)");
  CHECK(found[1]->reason ==
        "average pay of data scientist is told otherwise too: $120,000 (Glassdoor, a.txt:1, published "
        "2024-03-01)");
  CHECK(found[1]->evidence == std::vector<Evidence>{ClaimEvidence{0}});
}

TEST_CASE("a settled claim is a side and gets no verdict", "[audit]") {
  const Claims claims =
      claims_of({{"a.txt", kPay + ".\n"}, {"b.txt", "Data scientists earn an average of $95,000 a year.\n"}});
  CHECK(verdicts_on(claims, {true, false}) == "- disputed");
}

TEST_CASE("pay is not compared where anything differs that it depends on", "[audit]") {
  const auto with = [](const std::string& other) {
    return verdicts({{"a.txt", kPay + ".\n"}, {"b.txt", other + "\n"}});
  };
  CHECK(with("The average salary of a data scientist is $95,000 a year.") == "disputed disputed");
  CHECK(with("The median salary of a data scientist is $95,000 a year.") == "- -");
  CHECK(with("The average salary of a data analyst is $75,000 a year.") == "- -");
  CHECK(with("The average salary of a data scientist is £60,000 a year.") == "- -");
  CHECK(with("The average salary of a data scientist in Texas is $95,000 a year.") == "- -");
  CHECK(with("The average entry-level salary of a data scientist is $85,000 a year.") == "- -");
  CHECK(with("The average base salary of a data scientist is $95,000 a year.") == "- -");
  CHECK(with("The average pay of a data scientist is $45 an hour.") == "- -");
  CHECK(with("The average salary of a data scientist at Google is $195,000 a year.") == "- -");
  CHECK(with("The average salary of a data scientist with five years of experience is $145,000 a year.") ==
        "- -");
  CHECK(with("A data scientist earns $60,000 to $80,000 a year.") == "- -");
  // Two surveys are never quite the same.
  CHECK(with("The average salary of a data scientist is $112,000 a year.") == "- -");
}

TEST_CASE("pay of different years is not compared", "[audit]") {
  CHECK(verdicts({{"a.txt", kPay + ".\n", "2019-05-01"},
                  {"b.txt", "The average salary of a data scientist is $95,000 a year.\n", "2024-05-01"}}) ==
        "- -");
  CHECK(verdicts({{"a.txt", kPay + ".\n", "2024-05-01"},
                  {"b.txt", "The average salary of a data scientist is $95,000 a year.\n", "2024-08-01"}}) ==
        "disputed disputed");
}

TEST_CASE("independent articles that agree corroborate; copies and one publisher do not", "[audit]") {
  const std::string same = "Data scientists earn an average of $120,000 a year";
  CHECK(verdicts({{"a.txt", kPay + ".\n"}, {"b.txt", same + ".\n"}}) == "corroborated corroborated");
  CHECK(verdicts({{"a.txt", kPay + ".\n"}, {"b.txt", same + ".\n", "", 0}}) == "- -");
  CHECK(verdicts({{"a.txt", "# Pay\n\n" + kPay + ".\n\n# More\n\n" + same + ".\n"}}) == "- -");
  CHECK(verdicts({{"a.txt", kPay + ", according to Glassdoor.\n"},
                  {"b.txt", same + ", according to Glassdoor.\n"}}) == "- -");
  const Claims claims = claims_of(
      {{"a.txt", kPay + ", according to Glassdoor.\n"}, {"b.txt", same + ", according to Indeed.\n"}});
  const auto found = compare(claims, {false, false});
  REQUIRE(found[0]);
  CHECK(found[0]->reason == "2 independent articles say so");
  CHECK(found[0]->evidence == std::vector<Evidence>{ClaimEvidence{1}});
}

TEST_CASE("articles and publishers that hang together are one voice", "[audit]") {
  // a: Glassdoor; b: Glassdoor; b again: nobody; c: Indeed.
  Claims claims = claims_of({{"a.txt", kPay + ", according to Glassdoor.\n"},
                             {"b.txt", kPay + ", according to Glassdoor.\n\n" + kPay + ".\n"},
                             {"c.txt", kPay + ", according to Indeed.\n"}});
  REQUIRE(claims.claims.size() == 4);
  const std::vector<std::size_t> all{0, 1, 2, 3};
  CHECK(independent_voices(claims, all) == 2);
  CHECK(independent_voices(claims, std::span(all).first(3)) == 1);
  CHECK(independent_voices(claims, {}) == 0);
}

TEST_CASE("growth of one field is disputed within an article, whatever it is put in", "[audit]") {
  const std::string article =
      "# Degrees\n\nDemand for machine learning expertise is booming; the BLS projects a 36% growth in "
      "related jobs "
      "through 2031.\n\n# Careers\n\nEmployment in research roles that include machine learning is projected "
      "to grow 22% "
      "from 2020 to 2030, highlighting demand.\n\n# Outlook\n\nJobs in fields like machine learning are "
      "expected to grow "
      "by about 15% over the next ten years.\n\n# Postings\n\nMachine learning job postings will grow 80% by "
      "2030.\n";
  const Claims claims = claims_of({{"a.txt", article}});
  CHECK(verdicts_on(claims) == "disputed disputed disputed -");
  const auto found = compare(claims, {true, true, false, false});
  REQUIRE(found[2]);
  CHECK(found[2]->reason.find("36% (U.S. Bureau of Labor Statistics, line 3 of this article)") !=
        std::string::npos);
  CHECK(found[2]->reason.find("22% (line 7 of this article)") != std::string::npos);
  CHECK(found[2]->evidence.size() == 2);
}

TEST_CASE("growth of one role is compared over the same years only", "[audit]") {
  const auto with = [](const std::string& other) {
    return verdicts({{"a.txt", "Employment of paralegals is expected to grow 14% from 2021 to 2031.\n"},
                     {"b.txt", other + "\n"}});
  };
  CHECK(with("Employment of paralegals will grow 12% through 2031.") == "disputed disputed");
  CHECK(with("Employment of paralegals will grow 14% through 2031.") == "corroborated corroborated");
  CHECK(with("Employment of paralegals will grow 4% through 2033.") == "- -");
  CHECK(with("Employment of paralegals will grow 12% over the next decade.") == "- -");
  CHECK(with("Salaries of paralegals will grow 22% from 2021 to 2031.") == "- -");
  CHECK(with("Employment of paralegals in Texas will grow 22% from 2021 to 2031.") == "- -");
  // Rounded another way.
  CHECK(with("Employment of paralegals will grow 15% through 2031.") == "- -");
}

TEST_CASE("shares are compared when the same is said of the same", "[audit]") {
  const auto with = [](const std::string& other) {
    return verdicts({{"a.txt", "About 60% of employers require a master's degree or higher.\n"},
                     {"b.txt", other + "\n"}});
  };
  CHECK(with("Nearly 85% of companies mandate at least a master's degree.") == "disputed disputed");
  CHECK(with("Roughly 60% of companies mandate at least a master's.") == "corroborated corroborated");
  CHECK(with("About 85% of employers require a bachelor's degree.") == "- -");
  CHECK(with("About 85% of employers prefer a master's degree.") == "- -");
  CHECK(with("Among hospitals, 85% of employers require a master's degree.") == "- -");
}

TEST_CASE("rows of a list or a table are of different things", "[audit]") {
  CHECK(verdicts({{"a.txt",
                   "# Data scientist pay\n\n| Where | Average salary |\n| --- | --- |\n| North | $120,000 "
                   "|\n| South | "
                   "$90,000 |\n"}})
            .find("disputed") == std::string::npos);
  CHECK(verdicts({{"a.txt", kPay + ".\nThe average salary of a data scientist is $95,000 a year.\n"}}) ==
        "- -");
}

TEST_CASE("figures are the same within the rounding of what is printed", "[audit]") {
  const auto percent = [](double value, Modifier modifier = Modifier::none) {
    return FigureRange::of_percent({value, value, modifier});
  };
  CHECK(same_figure(percent(36), percent(35.8)));
  CHECK(same_figure(percent(35.5), percent(36)));
  CHECK_FALSE(same_figure(percent(35), percent(36)));
  CHECK(same_figure(percent(35), percent(36, Modifier::about)));
  CHECK_FALSE(same_figure(percent(35.8), percent(35.9)));
  const auto pay = [](double value) { return FigureRange::of_pay({value, value, Modifier::none}); };
  CHECK(same_figure(pay(112'590), pay(112'600)));
  CHECK(same_figure(pay(113'000), pay(112'590)));
  CHECK_FALSE(same_figure(pay(112'000), pay(112'590)));
  CHECK_FALSE(same_figure(pay(100'000), pay(104'000)));
}

TEST_CASE("many claims of one thing take linear time", "[audit]") {
  const Claims two = claims_of({{"a.txt", kPay + ".\n"}, {"b.txt", kPay + ".\n"}});
  const auto seconds = [&](std::size_t n) {
    Claims claims;
    for (std::size_t i = 0; i < n; ++i) {
      claims.documents.push_back({"d" + std::to_string(i), "", "", "", i});
      Claim claim = two.claims[0];
      claim.document = i;
      auto& bounds = std::get<SalaryFields>(claim.mention.fields).bounds;
      bounds.min = bounds.max = 60'000 + static_cast<double>(i % 5'000) * 13;
      claims.claims.push_back(std::move(claim));
    }
    const std::clock_t start = std::clock();  // of the processor: others may keep the machine busy
    CHECK(compare(claims, std::vector<bool>(n)).size() == n);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  const double small = std::min(seconds(2'000), seconds(2'000));
  const double large = std::min(seconds(20'000), seconds(20'000));
  CHECK(large < 40 * small + 0.2);
}

}  // namespace
}  // namespace careerfacts::test
