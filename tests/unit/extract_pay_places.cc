// Pay that is told by what stands around an amount: headings, leads, the amount before, the title behind.
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::vector<SalaryFields> salaries(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::vector<SalaryFields> found;
  for (const Mention& mention : extract(ingest("x", text), rulebook).mentions)
    if (const auto* fields = std::get_if<SalaryFields>(&mention.fields)) found.push_back(*fields);
  return found;
}

SalaryFields only(const std::string& text) {
  const std::vector<SalaryFields> found = salaries(text);
  INFO(text);
  REQUIRE(found.size() == 1);
  return found[0];
}

TEST_CASE("where pay is earned is no cost") {
  CHECK(only("An HR generalist earns $62,000 in most markets.").bounds ==
        Bounds{62000, 62000, Modifier::none});
  CHECK(salaries("The fund put $62,000 in market shares.").empty());
}

TEST_CASE("what a school runs to, and what an online program asks, is a price") {
  CHECK(salaries("There are jobs for pilots, but flight school runs $70,000 to $100,000.").empty());
  CHECK(salaries("Pay is good. An online program from the Harbour Institute, $497 a year, helps.").empty());
  CHECK(only("The program runs two years and pays $24 an hour.").period == Period::hour);
}

TEST_CASE("a claim, a well-funded firm and the whole of nothing do not speak against pay") {
  const SalaryFields day =
      only("Loss adjusters are paid by the claim: $500 to $800 a day, or nothing at all in May.");
  CHECK((day.period == Period::day && day.pay == Pay::none));
  CHECK(only("Software engineers in well-funded start-ups go from ₹60 lakh to ₹1.1 crore.").bounds ==
        Bounds{6000000, 11000000, Modifier::none});
  CHECK(salaries("The lab was funded with $60,000.").empty());
}

TEST_CASE("a usual amount for a title, and the same elsewhere in another currency") {
  const std::vector<SalaryFields> found = salaries(
      "By the day, $1,000-$1,600 is usual for a penetration tester in the States, £600 to £900 in the UK.");
  REQUIRE(found.size() == 2);
  CHECK((found[0].period == Period::day && found[0].role.name == "penetration tester"));
  CHECK((found[1].currency == "GBP" && found[1].period == Period::day));
  CHECK(only("She moved to a $66,000 project manager post.").role.name == "project manager");
  CHECK(salaries("By the day, $1,000 is usual for a penetration test in the States.").empty());
}

TEST_CASE("a statistic alone, under a title") {
  const SalaryFields median = only("## Paralegal\n\nThe national median is $60,970 and growth is slow.");
  CHECK((median.statistic == Statistic::median && median.role.name == "paralegal"));
  CHECK(salaries("## Prices\n\nThe national median is $60,970 and growth is slow.").empty());
}

TEST_CASE("lines of a title and an amount are a list of what the sentence above says") {
  const std::vector<SalaryFields> found = salaries(
      "# Rates\n\n## Contracts\n\nBelow is what tilers are paid, per hour.\n\nHead tiler - $44 - "
      "$52\nInterim controller - $75 - "
      "$110\nTile setter – $31");
  REQUIRE(found.size() == 3);
  for (const SalaryFields& fields : found) CHECK(fields.period == Period::hour);
  CHECK((found[1].role.name == "controller" && found[2].role.name == "tile setter"));
  CHECK(
      salaries("# Prices\n\nBelow is what tiles cost, per box.\n\nBlue tile - $44\nRed tile - $75").empty());
}

TEST_CASE("a header's noun goes before the word beside it") {
  const std::vector<SalaryFields> found =
      salaries("| Rank | Average hourly pay | Average fee |\n|---|---|---|\n| Junior | $19.85 | $41.20 |");
  REQUIRE(found.size() == 1);
  CHECK((found[0].period == Period::hour && found[0].statistic == Statistic::average));
}

TEST_CASE("a label may run on into its figures") {
  const std::vector<SalaryFields> found = salaries(
      "| | Tiler | Roofer |\n|---|---|---|\n| Median salary | $49,000 | $50,000 |\n| Highest 10% earn more "
      "than | "
      "$75,000 | $80,000 |");
  REQUIRE(found.size() == 4);
  CHECK((found[2].bounds == Bounds{75000, std::nullopt, Modifier::over} && found[2].pay == Pay::none));
  CHECK(found[1].bounds == Bounds{50000, 50000, Modifier::none});
}

TEST_CASE("total or base pay, told before the sentence that leads to a table") {
  const std::string table = "\n\n| Job | Low | High |\n|---|---|---|\n| Tiler | $41K | $68K |";
  CHECK(salaries("These are total pay. I took the ends that it shows for each title." + table).at(1).pay ==
        Pay::total);
  CHECK(
      salaries("These are told by users. I took the ends that it shows for each title." + table).at(1).pay ==
      Pay::none);
}

TEST_CASE("what comes on top: its statistic, its level") {
  const std::vector<SalaryFields> found = salaries(
      "The average base pay of a senior tiler is $64,600 a year, with another $2,300 in additional pay.");
  REQUIRE(found.size() == 2);
  CHECK((found[1].pay == Pay::bonus && found[1].statistic == Statistic::none));
  CHECK(found[1].level == Level::senior);
}

TEST_CASE("a median that stands against another is of both, a difference is neither") {
  CHECK(salaries("It gives a median of $123,000 a year for U.S. holders against $93,000 for everyone else.")
            .at(1)
            .statistic == Statistic::median);
  CHECK(salaries("It lists an average pay of $133,900 for holders, roughly $9,000 more than for others.")
            .at(1)
            .statistic == Statistic::none);
}

TEST_CASE("a period that is said of something else") {
  CHECK(salaries("On a package of ₹7 lakh the monthly in-hand amount is roughly ₹50,000.").at(0).period ==
        Period::year);
  CHECK(salaries("Tilers in Oman earn OMR 400 a month. In Germany starting salaries of €48,000 are common.")
            .at(1)
            .period == Period::year);
  CHECK(only("Tilers get a per diem of $90.").period == Period::day);
  CHECK(only("A tiler is paid around $750 for a day on site.").period == Period::day);
  CHECK(only("They pay a signing bonus of $10,000 to any tiler who signs for two years.").level ==
        Level::none);
}

TEST_CASE("a caption speaks for the pairs of lines under it, each with a label of its own") {
  const std::string guide = "Guide to tiling\n\nIt is a trade that many leave, and few regret it later.\n\n";
  const std::string lines = "\nJunior\n£2,970\nSenior\n£3,338\n";
  const std::vector<SalaryFields> found = salaries(guide + "Median tiler salary per month\n" + lines);
  REQUIRE(found.size() == 2);
  CHECK((found[0].level == Level::entry && found[1].level == Level::senior));
  CHECK((found[1].period == Period::month && found[1].statistic == Statistic::median));
  CHECK(salaries(guide + "What a tiler spends\n\nSaw\n£970\nMixer\n£12,338\n").empty());
}

TEST_CASE("a source line speaks for the lines above it, not for the answer above those") {
  const std::vector<SalaryFields> found = salaries(
      "Q: And today?\nA: I'm a cook on £46,148 a year, and the nights come on top of that, which is fine.\n\n"
      "Cook pay at a glance, per year\nBand 5\n£29,970 to £36,483\nBand 6\n£37,338 to £44,962\n"
      "Source: Payscale, 2024\n");
  REQUIRE(found.size() == 3);
  CHECK(found[0].attribution.source.empty());
  CHECK((found[1].attribution.source == "Payscale" && found[2].attribution.year == 2024));
}

TEST_CASE("columns of numbers whose headers name a part of pay and its currency") {
  const std::vector<SalaryFields> found = salaries(
      "| City | Median base (USD) | P90 (USD) | Jobs |\n|---|---|---|---|\n"
      "| Reno | 84,000 | 162,000 | 4,000 |\n\n**By rank** (base + stock + bonus):\n\n- Tiler: $98k\n");
  REQUIRE(found.size() == 3);
  CHECK((found[0].pay == Pay::base && found[0].statistic == Statistic::median));
  CHECK((found[1].pay == Pay::none && found[1].statistic == Statistic::percentile));
  CHECK(found[2].pay == Pay::total);
  CHECK(salaries("| Model | Range (USD) |\n|---|---|\n| Van | 84,000 |\n").empty());
}

TEST_CASE("a column of bonuses is of the time of the pay beside it, one that is paid once is not") {
  const std::vector<SalaryFields> found = salaries(
      "| Job | Avg salary | Avg bonus | Sign-on bonus |\n|---|---|---|---|\n"
      "| Tiler | $48,000 | $4,800 | $5,000 |\n");
  REQUIRE(found.size() == 3);
  CHECK((found[1].pay == Pay::bonus && found[1].period == Period::year));
  CHECK(found[2].period == Period::none);
}

TEST_CASE("a magnitude apart from its digits, and numbers that are no bound") {
  CHECK(only("A manager in Pune earns ₹21.4 L.").bounds == Bounds{2140000, 2140000, Modifier::none});
  CHECK(only("A manager in Pune earns ₹7 - 9 L.").bounds == Bounds{700000, 900000, Modifier::none});
  CHECK(only("A manager in Ohio earns $21 L a year.").bounds == Bounds{21, 21, Modifier::none});
  const std::vector<SalaryFields> steps =
      salaries("The pay band runs from $61,000 at step 1 to $98,500 at step 10.");
  REQUIRE(steps.size() == 2);
  CHECK(steps[1].bounds == Bounds{98500, 98500, Modifier::none});
  CHECK(salaries("Pay is good, says hopeful_1L.").empty());
}

TEST_CASE("pay goes on behind labels, elsewhere and in the next sentence") {
  const std::vector<SalaryFields> labels = salaries("New nurses: $34.50/hr; 5 yrs: $41; 20+ yrs: $56.");
  REQUIRE(labels.size() == 3);
  CHECK((labels[2].period == Period::hour && labels[2].level == Level::senior));
  CHECK(salaries("Nurses in Alaska average $56.10 an hour, versus $38.20 in Alabama.").size() == 2);
  CHECK(salaries("I started at $19 an hour. Five years later I make $41.").at(1).period == Period::hour);
  CHECK(salaries("I started at $19 an hour. I paid $41 for boots.").size() == 1);
}

}  // namespace
}  // namespace careerfacts
