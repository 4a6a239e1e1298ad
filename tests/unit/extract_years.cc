// The years of a change.
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

using Span = std::pair<std::optional<int>, std::optional<int>>;

// The years of the last percentage of `text`.
Span years(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  Span found;
  bool any = false;
  for (const Mention& mention : extract(ingest("x", text), rulebook).mentions) {
    if (mention.kind() != Kind::percentage) continue;
    const auto& fields = std::get<PercentageFields>(mention.fields);
    found = {fields.start_year, fields.end_year};
    any = true;
  }
  INFO(text);
  REQUIRE(any);
  return found;
}

constexpr std::nullopt_t kNone = std::nullopt;

TEST_CASE("both years of a span") {
  CHECK(years("Jobs grow 8% from 2023 to 2033.") == Span{2023, 2033});
  CHECK(years("Jobs grow 8% between 2024 and 2034, and wages with them.") == Span{2024, 2034});
  CHECK(years("Postings grew 460% from April to August 2025.") == Span{2025, 2025});
  CHECK(years("Pay grew 5% from Q1 2019 to Q4 2023.") == Span{2019, 2023});
  CHECK(years("Over the 2022-to-2032 decade, jobs will grow 5%.") == Span{2022, 2032});
  CHECK(years("Projected job growth (2021-31): 5%") == Span{2021, 2031});
  CHECK(years("They made up a fifth in 2019, up 8.6% from 2010.") == Span{2010, 2019});
}

TEST_CASE("one year of a span") {
  CHECK(years("Jobs will grow 8% through 2031.") == Span{kNone, 2031});
  CHECK(years("Pay has risen 8% since 2019.") == Span{2019, kNone});
  CHECK(years("Jobs will grow 5% by the end of 2030.") == Span{kNone, 2030});
  CHECK(years("Pay grew 5% over the course of 2022.") == Span{kNone, 2022});
  CHECK(years("Pay has grown 5% since the start of 2020.") == Span{2020, kNone});
  CHECK(years("As of July 1, 2025, a 3.95% pay rise applies.") == Span{kNone, 2025});
}

TEST_CASE("years of another figure or statement are not taken") {
  CHECK(years("Firms expect 31% growth through 2030. Postings show a rise of 23% in the last five years.") ==
        Span{kNone, kNone});
  CHECK(years("Pay rises came to 5.2 percent in 2016, down from 5.7 percent in the year before.") ==
        Span{kNone, kNone});
  CHECK(years("A study published in 2023 found that pay rose 5%.") == Span{kNone, kNone});
  CHECK(years("Demand grew 5%, according to data from 2022.") == Span{kNone, kNone});
  CHECK(years("The 2024-25 guide includes a 5% rise.") == Span{kNone, kNone});
  CHECK(years("Pay growth of 6% was the fastest since 2001.") == Span{kNone, kNone});
  CHECK(years("The report of 2024 sees growth of 5%.") == Span{kNone, kNone});
  CHECK(years("Orders are up 18% since 2021, while plants cut crews by 7%.") == Span{kNone, kNone});
  CHECK(years("Since 2019 pay has risen 5% and prices have risen 9%.") == Span{2019, kNone});
}

TEST_CASE("the same years") {
  CHECK(years("Electricians grow 9% from 2024 to 2034. Welders gain 2% over the same decade.") ==
        Span{2024, 2034});
}

TEST_CASE("the year of a title is not that of a change; a span is") {
  CHECK(years("# Nurse pay in 2025\n\n## Outlook\n\nDemand is growing 9%.") == Span{kNone, kNone});
  CHECK(years("# Outlook, 2024-34\n\nDemand is growing 9%.") == Span{2024, 2034});
}

TEST_CASE("a year against which another is set") {
  CHECK(years("Pay is up 12% compared with 2019.") == Span{2019, kNone});
  CHECK(years("Pay is 12% above 2019 levels.") == Span{2019, kNone});
  CHECK(years("Pay rose 5% in 2023 compared with 2022.") == Span{2022, 2023});
  CHECK(years("Hiring of clerks went up 27% in FY24 over FY23.") == Span{2023, 2024});
  CHECK(years("Pay rose from $60,000 in 2021 to $72,000 in 2023, a 20% increase.") == Span{2021, 2023});
}

}  // namespace
}  // namespace careerfacts
