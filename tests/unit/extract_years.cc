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
  CHECK(years("Projected job growth (2021-31): 5%") == Span{2021, 2031});
  CHECK(years("They made up a fifth in 2019, up 8.6% from 2010.") == Span{2010, 2019});
}

TEST_CASE("one year of a span") {
  CHECK(years("Jobs will grow 8% through 2031.") == Span{kNone, 2031});
  CHECK(years("Pay has risen 8% since 2019.") == Span{2019, kNone});
  CHECK(years("As of July 1, 2025, a 3.95% pay rise applies.") == Span{kNone, 2025});
}

TEST_CASE("years of another figure or statement are not taken") {
  CHECK(years("Firms expect 31% growth through 2030. Postings show a rise of 23% in the last five years.") ==
        Span{kNone, kNone});
  CHECK(years("Pay rises came to 5.2 percent in 2016, down from 5.7 percent in the year before.") ==
        Span{kNone, kNone});
  CHECK(years("The report of 2024 sees growth of 5%.") == Span{kNone, kNone});
}

TEST_CASE("the same years") {
  CHECK(years("Electricians grow 9% from 2024 to 2034. Welders gain 2% over the same decade.") ==
        Span{2024, 2034});
}

}  // namespace
}  // namespace careerfacts
