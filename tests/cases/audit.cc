// Sentences, and what the audit says of the last figure in each.
#include "audit/audit.h"
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts::test {
namespace {

struct Case {
  std::string text;
  Verdict verdict;
  std::string reason;  // a part of it
};

struct Auditor {
  Rulebook rulebook = Rulebook::builtin();
  Reference reference = Reference::built_in();

  AuditedClaim operator()(const std::string& text, const std::string& published = "") const {
    Claims claims;
    const ExtractedDocument found = extract(ingest("x", text + "\n"), rulebook);
    const Mention* figure = nullptr;
    for (const Mention& mention : found.mentions)
      if (mention.kind() <= Kind::percentage) figure = &mention;
    INFO(text);
    REQUIRE(figure != nullptr);
    claims.documents.push_back({"x", "", "", published, 0});
    claims.claims.push_back({fact_of(*figure, found.sha256).key, 0, *figure});
    return audit(claims, reference, {}).front();
  }
};

const Auditor& auditor() {
  static const Auditor one;
  return one;
}

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    const AuditedClaim audited = auditor()(one.text);
    INFO(one.text << "\n" << to_word(audited.verdict) << ": " << audited.reason);
    CHECK(to_word(audited.verdict) == to_word(one.verdict));
    CHECK(audited.reason.find(one.reason) != std::string::npos);
  }
}

TEST_CASE("growth is held against the projections of its years", "[cases]") {
  check({
      {"The U.S. Bureau of Labor Statistics projects employment of data scientists to grow 36% from 2021 to "
       "2031.",
       Verdict::superseded, "2021-31: 35.8%; the newest edition says 2024-34: 33.5%"},
      {"The Bureau of Labor Statistics projects 34% growth for data scientists from 2024 to 2034.",
       Verdict::supported, "2024-34: 33.5%"},
      {"The BLS projects employment of data scientists to grow 50% from 2021 to 2031.", Verdict::contradicted,
       "35.8%, not 50%"},
      {"Employment of registered nurses will grow 5 percent through 2034, according to the BLS.",
       Verdict::supported, "4.9%"},
      {"According to the BLS, demand for registered nurses will decline 5% by 2034.", Verdict::contradicted,
       "4.9%"},
      // 36 % fits another occupation and another edition: the value alone says nothing.
      {"The BLS projects employment of statisticians to grow 36% from 2023 to 2033.", Verdict::contradicted,
       "11.8%"},
      {"The BLS expects jobs for electricians to grow about 10% between 2024 and 2034.", Verdict::supported,
       "9.5%"},
  });
}

TEST_CASE("an official half may be printed as either neighbour", "[cases]") {
  check({
      {"Employment of electricians is projected to grow 9% from 2024 to 2034, the BLS says.",
       Verdict::supported, "9.5%"},
      {"Employment of electricians is projected to grow 10% from 2024 to 2034, the BLS says.",
       Verdict::supported, "9.5%"},
      {"Employment of electricians is projected to grow 11% from 2024 to 2034, the BLS says.",
       Verdict::contradicted, "9.5%"},
  });
}

TEST_CASE("without years the newest edition goes first, then earlier ones", "[cases]") {
  check({
      {"The BLS projects employment of data scientists to grow 34% over the next decade.", Verdict::supported,
       "2024-34"},
      {"The BLS projects employment of data scientists to grow 36% over the next decade.",
       Verdict::superseded, "2023-33"},
      {"The BLS projects employment of data scientists to grow 60% over the next decade.",
       Verdict::contradicted, "33.5%"},
  });
  // The edition of the article's day.
  const AuditedClaim then = auditor()(
      "The BLS projects employment of data scientists to grow 36% over the next decade.", "2022-11-02");
  CHECK(then.reason.find("2021-31: 35.8%") != std::string::npos);
}

TEST_CASE("a figure of another occupation or scope is relabelled", "[cases]") {
  check({
      {"The BLS projects a 31% growth for machine learning engineers through 2030.", Verdict::relabelled,
       "15-2098"},
      {"The BLS projects employment of software developers to grow 17% from 2023 to 2033.",
       Verdict::relabelled, "wider profile"},
      {"The BLS projects employment of software developers to grow 18% from 2023 to 2033.",
       Verdict::superseded, "17.9%"},
      {"The BLS projects 80% growth for AI engineers through 2031.", Verdict::no_such_series,
       "the nearest has"},
  });
}

TEST_CASE("what a body does not publish is no such series", "[cases]") {
  check({
      {"According to the BLS, 60% of data science jobs require a master's degree.", Verdict::no_such_series,
       "typical entry-level education"},
      {"The National Science Foundation projects employment of data scientists to grow 36% from 2021 to "
       "2031.",
       Verdict::no_such_series, "no projections"},
      {"The BLS projects employment of nurses to grow 12% from 2030 to 2040.", Verdict::no_such_series,
       "newest projections"},
      {"The BLS projects employment of registered nurses to grow 6% from 2021 to 2026.",
       Verdict::no_such_series, "for ten years"},
      {"According to the BLS, job postings for data scientists grew 30% in 2022.", Verdict::no_such_series,
       "postings"},
      {"The BLS puts the starting salary of registered nurses at $65,000 a year.", Verdict::no_such_series,
       "starting"},
  });
}

TEST_CASE("wages are held against the survey, the statistic and the year that are named", "[cases]") {
  check({
      {"The median annual wage for data scientists was $112,590 in May 2024, according to the BLS.",
       Verdict::superseded, "the newest survey, May 2025"},
      {"The median annual wage for data scientists was $120,230 in May 2025, according to the BLS.",
       Verdict::supported, "$120,230"},
      {"The average annual wage for data scientists was $126,800 in May 2025, according to the BLS.",
       Verdict::supported, "mean wage"},
      {"The average salary of data scientists was $120,230 in May 2025, according to the BLS.",
       Verdict::supported, "the \"average\" is the median"},
      {"The median annual wage for data scientists was $126,800 in May 2025, according to the BLS.",
       Verdict::contradicted, "which is Data Scientists (15-2051), May 2025, mean wage"},
      {"The median annual wage for data scientists was $112,590 in May 2023, according to the BLS.",
       Verdict::contradicted, "$108,020"},
      {"According to the BLS, the lowest 10 percent of data scientists earned less than $67,240.",
       Verdict::supported, "10th percentile"},
      {"According to the BLS, the highest 10 percent of data scientists earned more than $150,000.",
       Verdict::contradicted, "$199,130"},
      {"The median annual wage for data scientists was about $120,000 in May 2025, the BLS says.",
       Verdict::supported, ""},
      {"The median hourly wage for registered nurses was $45.00 in May 2024, according to the BLS.",
       Verdict::superseded, ""},
  });
}

TEST_CASE("pay that nobody official is named for is held against the distribution", "[cases]") {
  check({
      {"Data scientists earn between $85,000 and $150,000 a year, according to Glassdoor.",
       Verdict::plausible, "10th to 90th"},
      {"Registered nurses earn between $400,000 and $500,000 a year, according to Glassdoor.",
       Verdict::implausible, "far above"},
      {"Registered nurses earn $12,000 a year.", Verdict::implausible, "far below"},
      {"AI engineers earn between $110,000 and $160,000 a year.", Verdict::plausible, "nearest"},
      {"Senior data scientists earn $300,000 to $400,000 a year.", Verdict::uncheckable, "no distribution"},
      {"Data scientists get a bonus of $20,000.", Verdict::uncheckable, "bonuses"},
      {"A data scientist in London earns £60,000 a year.", Verdict::uncheckable, "United States"},
      {"Dream weavers earn $60,000 a year.", Verdict::uncheckable, "no "},
  });
}

TEST_CASE("a figure is of what stands by it", "[cases]") {
  check({
      {"According to the BLS, the lowest 10 percent of accountants earned less than $52,780 in May 2024, and "
       "the best-paid 10 "
       "percent more than $141,420.",
       Verdict::supported, "90th percentile"},
      {"The BLS projects employment of airline and commercial pilots to grow 4% from 2024 to 2034.",
       Verdict::supported, "4.3%"},
      {"The BLS projects that data scientists thrive from 2024 to 2034, while office support jobs fall by "
       "3.5%.",
       Verdict::uncheckable, ""},
      {"Nurse anesthetists earn over $120,000 a year.", Verdict::plausible, ""},
  });
}

TEST_CASE("figures of everyone are not those of the job beside them", "[cases]") {
  check({
      {"Employment of data scientists is projected to grow 34% from 2024 to 2034, compared with an average "
       "for all "
       "occupations of 3%, according to the BLS.",
       Verdict::supported, "Total, all occupations"},
      {"The 2020 median earnings of all U.S. workers were $41,535.", Verdict::supported, "Census"},
  });
}

TEST_CASE("the phrase of the outlook is held against its edition", "[cases]") {
  const auto finding = [](const std::string& text) {
    const AuditedClaim audited = auditor()(text);
    for (const Finding& one : audited.findings)
      if (one.check == Check::outlook) return std::string(to_word(one.verdict));
    return std::string("none");
  };
  CHECK(finding("The BLS projects employment of data scientists to grow 34% from 2024 to 2034, much faster "
                "than the "
                "average for all occupations.") == "supported");
  CHECK(finding("The BLS projects employment of registered nurses to grow 5% from 2024 to 2034, much faster "
                "than average.") == "contradicted");
  CHECK(finding("The BLS projects employment of data scientists to grow 34% from 2024 to 2034.") == "none");
}

TEST_CASE("a user's figures are those of the body that they name", "[cases]") {
  Auditor own;
  own.reference.add_csv(
      "own.csv",
      "publisher,edition,occupation,metric,value,soc_code,start_year,end_year,released\n"
      "Example Labour Survey,May 2025,Data scientists,median_annual_wage,150000,15-2051,,2025,2026-04\n"
      "U.S. Bureau of Labor Statistics,2025-35,Data "
      "scientists,employment_change,31.2,15-2051,2025,2035,2026-09\n");
  const auto verdict = [&](const std::string& text) { return std::string(to_word(own(text).verdict)); };
  const std::string theirs = "According to the Example Labour Survey, data scientists earned a median of ";
  CHECK(verdict(theirs + "$150,000 a year in May 2025.") == "supported");
  CHECK(verdict(theirs + "$120,230 a year in May 2025.") == "contradicted");
  // The Bureau's figure stays its own.
  CHECK(verdict("According to the BLS, data scientists earned a median of $120,230 a year in May 2025.") ==
        "supported");
  CHECK(verdict("According to the BLS, data scientists earned a median of $150,000 a year in May 2025.") ==
        "contradicted");
  // A new edition takes the place of the old one.
  CHECK(verdict("The BLS projects employment of data scientists to grow 31% from 2025 to 2035.") ==
        "supported");
  CHECK(verdict("The BLS projects employment of data scientists to grow 34% from 2024 to 2034.") ==
        "superseded");
}

TEST_CASE("every claim gets a verdict with a reason", "[cases]") {
  for (const char* text :
       {"About 30% of states ask for more.", "Pay is $5 an hour.", "Sales rose 400% in a year.",
        "Some 12% of nurses work nights, says the Example Institute."}) {
    const AuditedClaim audited = auditor()(text);
    INFO(text);
    CHECK_FALSE(audited.reason.empty());
    CHECK_FALSE(audited.findings.empty());
  }
}

}  // namespace
}  // namespace careerfacts::test
