// What a percentage tells. The examples of the rulebook cover the phrases one by one.
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::vector<PercentageFields> all(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::vector<PercentageFields> found;
  for (const Mention& mention : extract(ingest("x", text), rulebook).mentions)
    if (mention.kind() == Kind::percentage) found.push_back(std::get<PercentageFields>(mention.fields));
  return found;
}

PercentageFields only(const std::string& text) {
  const std::vector<PercentageFields> found = all(text);
  INFO(text);
  REQUIRE(found.size() == 1);
  return found[0];
}

TEST_CASE("a change with its direction and its years") {
  const PercentageFields f =
      only("Employment of data scientists is projected to grow 36% from 2023 to 2033.");
  CHECK(f.bounds == Bounds{36, 36, Modifier::none});
  CHECK(f.sense == Sense::change);
  CHECK(f.direction == Direction::up);
  CHECK((f.start_year == 2023 && f.end_year == 2033));
  CHECK(f.role.name == "data scientist");
  CHECK(only("Openings fell 12 percent last year.").direction == Direction::down);
  CHECK(only("Employment will grow 8% over the decade 2023-33.").end_year == 2033);
}

TEST_CASE("a share, and what it is a share of") {
  const PercentageFields f = only("About 60% of job postings require a degree.");
  CHECK(f.bounds == Bounds{60, 60, Modifier::about});
  CHECK(f.sense == Sense::share);
  CHECK(f.direction == Direction::none);
  CHECK(f.subject == "job postings");
}

TEST_CASE("a difference") {
  CHECK(only("Certified staff earn 20-30% more than others.").sense == Sense::difference);
  CHECK(only("Certified staff earn 20-30% more than others.").bounds == Bounds{20, 30, Modifier::none});
}

TEST_CASE("a comparative before a figure is a hedge, behind it a difference") {
  CHECK(only("More than 20% of firms plan to hire.").sense == Sense::share);
  CHECK(only("Of the managers, 15% oversee more than ten people.").sense == Sense::share);
  CHECK(only("Pay there is 15% higher than elsewhere.").sense == Sense::difference);
  CHECK(only("Research posts have acceptance rates below 5%.").sense == Sense::rate);
}

TEST_CASE("a level has the sense of what rose or fell to it") {
  const auto found = all("The pay gap fell from 15% in 2015 to 6.3% in 2024.");
  REQUIRE(found.size() == 2);
  CHECK((found[0].sense == Sense::difference && found[1].sense == Sense::difference));
  CHECK(only("Demand rose to 120% within a year.").sense == Sense::change);
}

TEST_CASE("a figure that no word speaks of goes on about the one before it") {
  const auto found = all("Salaries will rise by 5.3 percent in Dubai. Qatar is next with 4.7 percent.");
  REQUIRE(found.size() == 2);
  CHECK((found[1].sense == Sense::change && found[1].direction == Direction::up));
  CHECK(all("Some 61% passed in July, against 58% a year before.")[1].sense == Sense::rate);
  const auto down = all("Pay rises came to 5.2 percent, down from 5.7 percent in the year before.");
  REQUIRE(down.size() == 2);
  CHECK((down[1].sense == Sense::change && down[1].direction == Direction::up));
}

TEST_CASE("a column with signed figures tells changes") {
  const std::string rows =
      "locksmith | $48,380 | -8% | HS diploma\npool service | $39,050 | 8% | HS diploma\n";
  const auto found = all("## Trades\n" + rows + "tree service | $55,000 | 5% | HS diploma\n");
  REQUIRE(found.size() == 3);
  CHECK((found[0].sense == Sense::change && found[0].direction == Direction::down));
  CHECK((found[2].sense == Sense::change && found[2].direction == Direction::up));
}

TEST_CASE("a header speaks for figures that stand one a line") {
  const auto found =
      all("Outlook\n\nOccupation\n\nPercent change in employment, 2024-34\n\nDental hygienists\n\n7%\n\n"
          "Dentists\n\n4%\n\nAll occupations\n\n3%\n\nThe Bureau counts the self-employed too.\n");
  REQUIRE(found.size() == 3);
  for (const PercentageFields& f : found) {
    CHECK(f.sense == Sense::change);
    CHECK((f.start_year == 2024 && f.end_year == 2034));
  }
}

TEST_CASE("words that are other things too tell a change only where they touch the figure") {
  CHECK(only("The industry shed another 9% of its jobs.").sense == Sense::change);
  CHECK(only("The trade lost about 18% of its people.").direction == Direction::down);
  CHECK(only("Contract workers make up 20% of the crew.").sense == Sense::share);
  CHECK(only("In slow months 60% of the crews sit idle.").sense == Sense::share);
}

TEST_CASE("who does something is a share, whatever is done") {
  CHECK(only("Budgets will grow, but only 12% plan to raise pay.").sense == Sense::share);
  CHECK(only("Training budgets were cut at 37% of the organisations.").sense == Sense::share);
  CHECK(only("Of those asked, 29% increased their headcount.").sense == Sense::share);
  CHECK(only("If you're among the 15% who fail to ask, you lose out.").sense == Sense::share);
}

TEST_CASE("a part of a sum, and a part of the people who get one") {
  CHECK(only("They charge 20% of the new hire's first annual salary.").sense == Sense::other);
  CHECK(only("A bonus worth 5% to 8% of base is common.").sense == Sense::other);
  CHECK(only("About 31% of nurses got a bonus.").sense == Sense::share);
  CHECK(only("Roughly 40% of employers raised pay.").sense == Sense::share);
}

TEST_CASE("a comparison of two times is a change") {
  const PercentageFields f = only("Time to hire is now 44 days, 24% longer than in 2021.");
  CHECK((f.sense == Sense::change && f.direction == Direction::up));
  CHECK((f.start_year == 2021 && !f.end_year));
  CHECK(only("Welders earn 9% more than they did five years ago.").sense == Sense::change);
  CHECK(only("The team has 11% fewer recruiters than before the pandemic.").sense == Sense::change);
  CHECK(only("Analysts in Zurich earn 30% more than their peers in Rome.").sense == Sense::difference);
}

TEST_CASE("the word that tells the sense tells the direction") {
  CHECK(only("Pay rose by 5% as openings fell.").direction == Direction::up);
  CHECK(only("Listings without a range fill 40% more slowly.").direction == Direction::down);
  const auto found = all("Their premium has fallen by half since 2021, from 12% to 6%.");
  REQUIRE(found.size() == 2);
  for (const PercentageFields& f : found)
    CHECK((f.sense == Sense::difference && f.direction == Direction::up && !f.start_year));
}

TEST_CASE("a figure does not go on about another sentence than the one before it") {
  const auto found =
      all("Postings dropped by 22% last spring. Nobody knew why. Two answers came: 58% and 42%.");
  REQUIRE(found.size() == 3);
  CHECK(found[1].sense == Sense::share);
  CHECK(all("Postings dropped by 22% last spring. Then they rebounded 8%.")[1].direction == Direction::up);
}

TEST_CASE("a sign, and a span of years in a header, tell a change") {
  CHECK(only("Foreman (+10%): leads a crew.").sense == Sense::difference);
  const auto rows = all("| Item | Welder |\n|---|---|\n| Jobs expected to open, 2024-34 | 8% |\n");
  REQUIRE(rows.size() == 1);
  CHECK((rows[0].sense == Sense::change && rows[0].start_year == 2024 && rows[0].end_year == 2034));
  const auto states = all("| State | vs. national avg. |\n|---|---|\n| Ohio | +12.1% |\n| Iowa | -4% |\n");
  REQUIRE(states.size() == 2);
  CHECK((states[0].sense == Sense::difference && states[1].direction == Direction::down));
}

TEST_CASE("hedges that figures share, that are turned round, and that speak of another number") {
  const auto found = all("First-time pass rates hover around 84% and 87%.");
  REQUIRE(found.size() == 2);
  CHECK(found[1].bounds == Bounds{87, 87, Modifier::about});
  CHECK(only("No fewer than 30% of nurses work nights.").bounds == Bounds{30, std::nullopt, Modifier::over});
  CHECK(only("With 15% overseeing ten or more.").bounds == Bounds{15, 15, Modifier::none});
  CHECK(only("Some one percent hold five badges or more.").bounds == Bounds{1, 1, Modifier::about});
  CHECK(only("Of all shops 40% a year or more close.").bounds == Bounds{40, std::nullopt, Modifier::over});
}

TEST_CASE("an escape in a URL is no percentage") {
  CHECK(all("Join at shop.example/join?ref=mail&d=15%25 today.").empty());
  CHECK(only("Join and save =15% today.").bounds == Bounds{15, 15, Modifier::none});
}

}  // namespace
}  // namespace careerfacts
