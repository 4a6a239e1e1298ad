// Is an amount pay, and what do its fields say? The examples of the rulebook cover the phrases one by one.
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::vector<Mention> salaries(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::vector<Mention> found = extract(ingest("x", text), rulebook).mentions;
  std::erase_if(found, [](const Mention& mention) { return mention.kind() != Kind::salary; });
  return found;
}

SalaryFields only(const std::string& text) {
  const std::vector<Mention> found = salaries(text);
  INFO(text);
  REQUIRE(found.size() == 1);
  return std::get<SalaryFields>(found[0].fields);
}

TEST_CASE("all fields of a sentence that has them") {
  const SalaryFields f =
      only("Entry-level data scientists earn a median base salary of about $95,000 per year.");
  CHECK(f.bounds == Bounds{95000, 95000, Modifier::about});
  CHECK(f.currency == "USD");
  CHECK(f.period == Period::year);
  CHECK(f.statistic == Statistic::median);
  CHECK(f.pay == Pay::base);
  CHECK(f.level == Level::entry);
  CHECK(f.role.name == "data scientist");
  CHECK(f.role.soc_code == "15-2051");
  CHECK(f.role.citation == RawSpan{12, 27});
}

TEST_CASE("hedges open a bound, a range keeps both") {
  CHECK(only("Salaries are over $90,000.").bounds == Bounds{90000, std::nullopt, Modifier::over});
  CHECK(only("A salary of up to $90,000.").bounds == Bounds{std::nullopt, 90000, Modifier::up_to});
  CHECK(only("A salary of less than $90,000.").bounds == Bounds{std::nullopt, 90000, Modifier::under});
  CHECK(only("A salary of $90,000+.").bounds == Bounds{90000, std::nullopt, Modifier::over});
  CHECK(only("A salary of $72,600-$170,000.").bounds == Bounds{72600, 170000, Modifier::none});
}

TEST_CASE("amounts that are no pay") {
  const std::string text =
      GENERATE(as<std::string>(), "The market is worth $4.7 billion.", "The exam fee is $575.",
               "Tuition costs $12,000 a year.", "A 401(k) plan is offered.",
               "The company raised $20 million in funding.", "Call 555-123-4567 now.");
  INFO(text);
  CHECK(salaries(text).empty());
}

TEST_CASE("amounts in words and minor units are pay like others") {
  const SalaryFields words = only("Surgeons earn half a million dollars a year.");
  CHECK(words.bounds == Bounds{500000, 500000, Modifier::none});
  CHECK((words.currency == "USD" && words.period == Period::year));
  CHECK(only("Editors are paid 30 cents a word, a low wage.").bounds == Bounds{0.3, 0.3, Modifier::none});
  CHECK(only("Welders earn sixty to seventy thousand dollars.").bounds ==
        Bounds{60000, 70000, Modifier::none});
}

TEST_CASE("the dollars of an article about another country are its own, in words too") {
  const std::string text = "Nurses in Australia. Pay in Australia: nurses earn ";
  CHECK(only(text + "80,000 dollars a year.").currency == "AUD");
  CHECK(only(text + "80,000 US dollars a year.").currency == "USD");
  CHECK(only(text + "$80,000 USD a year.").currency == "USD");
  CHECK(only("Nurses earn $80,000 CAD a year.").currency == "CAD");
}

TEST_CASE("money whose country is not told has no currency") {
  CHECK(only("Nurses earn a salary of 25,000 pesos a month.").currency.empty());
}

TEST_CASE("each figure of a sentence has the words of its own clause") {
  const std::vector<Mention> found =
      salaries("Junior analysts earn $58,000 a year, while senior analysts earn $60 per hour.");
  REQUIRE(found.size() == 2);
  const auto& low = std::get<SalaryFields>(found[0].fields);
  const auto& high = std::get<SalaryFields>(found[1].fields);
  CHECK((low.period == Period::year && low.level == Level::entry));
  CHECK((high.period == Period::hour && high.level == Level::senior));
}

TEST_CASE("a cell is read by its column, its row and the caption") {
  const std::vector<Mention> found = salaries(
      "# T\n\n| Job | Median annual salary (USD) |\n|---|---|\n| Registered nurse | 86,070 |\n| Welder | "
      "48,000 |");
  REQUIRE(found.size() == 2);
  const auto& f = std::get<SalaryFields>(found[0].fields);
  CHECK(f.bounds == Bounds{86070, 86070, Modifier::none});
  CHECK((f.currency == "USD" && f.period == Period::year && f.statistic == Statistic::median));
  CHECK(f.role.name == "registered nurse");
  CHECK(std::get<SalaryFields>(found[1].fields).role.name == "welder");
}

TEST_CASE("a statistic is that of the column beside it or of the note below") {
  const std::vector<Mention> hourly = salaries(
      "## What they earn\n\n| Job | Average annual pay | Hourly |\n|---|---|---|\n| Welder | $48,000 | "
      "$23.10 |\n| Cook | $36,000 "
      "| "
      "$17.30 |");
  REQUIRE(hourly.size() == 4);
  CHECK(std::get<SalaryFields>(hourly[1].fields).statistic == Statistic::average);
  const std::vector<Mention> noted = salaries(
      "| Job | North pay | South pay |\n|---|---|---|\n| Welder | $48,000 | $43,000 |\n\nMedian pay by "
      "region. "
      "Source: Payscale, 2024");
  REQUIRE(noted.size() == 2);
  CHECK(std::get<SalaryFields>(noted[1].fields).statistic == Statistic::median);
}

TEST_CASE("a bare dollar is that of the country the article is about") {
  CHECK(only("In Canada, welders earn a salary of $60,000. Canada needs them.").currency == "CAD");
  CHECK(only("Welders earn a salary of $60,000.").currency == "USD");
}

TEST_CASE("pay without a title is for the one job that the section and the article speak of") {
  const std::string group = "People with ten years behind them can expect a salary of $150,000.\n";
  const auto role = [&](const std::string& before) {
    const std::vector<Mention> found = salaries(before + "\n\n" + group);
    REQUIRE(!found.empty());
    return std::get<SalaryFields>(found.back().fields).role.name;
  };
  const std::string welders = "Many welders like their work. A welder is rarely out of work.";
  CHECK(role(welders + "\n\nIt is a growing trade.") == "welder");
  CHECK(role(welders + "\n\nPlumbers join the trade too.\n\nIt is a growing trade.").empty());
  CHECK(role(welders + "\n\n## Growth\n\nIt is a growing trade.").empty());
  CHECK(role("A welder is rarely out of work.\n\nIt is a growing trade.").empty());
}

TEST_CASE("section, context and rule are told") {
  const Mention mention =
      salaries("# Guide\n\n## Pay\n\nFirst. Welders  earn a salary of $60,000. Last.").at(0);
  CHECK(mention.section == std::vector<std::string>{"Guide", "Pay"});
  CHECK(mention.context == "Welders earn a salary of $60,000.");
  CHECK_FALSE(mention.rule.empty());
}

TEST_CASE("what goes to a cost, to a business or to a count of people is no pay") {
  const std::string text = GENERATE(
      as<std::string>(), "Lorry drivers pay $140 a month toward parking.",
      "The bakery earns $210,000 a year.", "Running a two-chair salon, you may gross $310,000 in a year.",
      "Tenants pay \u20ac900 a month.", "The state has 4.05 lakh accountants.",
      "A two-bed near the yard averages $1,900 a month.",
      "Apprentices are spared the \u00a39,250-a-year fee.",
      "| Cities | Size |\n|---|---|\n| 20 lakh and above | big |\n\nPay is good.");
  INFO(text);
  CHECK(salaries(text).empty());
}

TEST_CASE("a person earns what a business would only take in") {
  CHECK(only("Vets who own a practice make $190,000.").bounds.min == 190000);
  CHECK(only("At the firm they make $40 an hour.").bounds.min == 40);
  CHECK(only("Court reporters gross $95,000.").bounds.min == 95000);
}

TEST_CASE("no title is carried where somebody else is spoken of") {
  CHECK(only("Ask the service manager to take you on as a helper at $16 an hour.").role.name.empty());
  CHECK(only("Welders, nurses and cooks are wanted. Those who move are offered $52,000.").role.name.empty());
  CHECK(only("Tour pay: $1,900 a month | investment banker").role.name.empty());
  CHECK(only("## Tiler\n\nTiles are laid.\n\nA candidate with two papers gets $61,000.").role.name ==
        "tiler");
}

TEST_CASE("an amount alone under a title, after a level, before a title") {
  CHECK(only("## Plumber\n\n**$60K-$90K**\n\nFixes pipes.").role.name == "plumber");
  CHECK(only("Intermediate (3-6 yrs): \u00a341k-\u00a354k").level == Level::mid);
  CHECK(only("Expect $60,000 as a nurse.").role.name == "nurse");
}

TEST_CASE("pay goes on with its period") {
  const std::vector<Mention> found =
      salaries("Earnings stand at $2,010 a week. In mining it's $3,046; in hospitality, $1,477.");
  REQUIRE(found.size() == 3);
  for (const Mention& mention : found) CHECK(std::get<SalaryFields>(mention.fields).period == Period::week);
  const std::vector<Mention> shared = salaries("Helpers make $16, maybe $17, an hour.");
  REQUIRE(shared.size() == 2);
  for (const Mention& mention : shared) CHECK(std::get<SalaryFields>(mention.fields).period == Period::hour);
}

TEST_CASE("the level of a row is that of its title, then that of its experience") {
  const std::vector<Mention> found = salaries(
      "| Job | Pay | Years |\n|---|---|---|\n| Tiler | $41,000 | 0-2 |\n| Sr tiler | $66,000 | 4-8 |\n"
      "| Tiler | $71,000 | 10+ yrs |");
  REQUIRE(found.size() == 3);
  CHECK(std::get<SalaryFields>(found[0].fields).level == Level::entry);
  CHECK(std::get<SalaryFields>(found[1].fields).level == Level::senior);
  CHECK(std::get<SalaryFields>(found[2].fields).level == Level::senior);
}

TEST_CASE("a note under a table and a question above it tell what its amounts are") {
  const std::vector<Mention> found = salaries(
      "## How much is the stipend?\n\n| City | Year 1 |\n|---|---|\n| Large | \u20b94,000 |\n\n(per month; "
      "in hand)");
  REQUIRE(found.size() == 1);
  CHECK(std::get<SalaryFields>(found[0].fields).pay == Pay::bonus);
  CHECK(std::get<SalaryFields>(found[0].fields).period == Period::month);
}

TEST_CASE("lines of a list and of a card keep their titles apart") {
  const std::vector<Mention> lines = salaries(
      "Pay of trades\n\nRoofer \u2014 $50,000 a year\nYard hand \u2014 $31,000 a year\n\nThat is all.");
  REQUIRE(lines.size() == 2);
  CHECK(std::get<SalaryFields>(lines[0].fields).role.name == "roofer");
  CHECK(std::get<SalaryFields>(lines[1].fields).role.name != "roofer");
  const std::vector<Mention> cards =
      salaries("Role: Plumber\nPay: $61,550\nStart: May\n\nRole: Roofer\nPay: $50,030\nStart: June");
  REQUIRE(cards.size() == 2);
  CHECK(std::get<SalaryFields>(cards[0].fields).role.name == "plumber");
  CHECK(std::get<SalaryFields>(cards[1].fields).role.name == "roofer");
}

TEST_CASE("what heads a column: an hour, the middle of a range, years of work in a label") {
  CHECK(salaries("| Job | Hourly |\n|---|---|\n| Baker | $16 |").size() == 1);
  CHECK(salaries("| Plan | Hourly |\n|---|---|\n| Basic | $16 |").empty());
  for (const Mention& mention : salaries("| Job | Low | Mid |\n|---|---|---|\n| Baker | $31,000 | $36,000 |"))
    CHECK(std::get<SalaryFields>(mention.fields).level == Level::none);
  const std::vector<Mention> steps = salaries("0-2 yrs: $38,000\n3-9 yrs: $49,000\n10+ yrs: $62,000");
  REQUIRE(steps.size() == 3);
  CHECK(std::get<SalaryFields>(steps[1].fields).level == Level::mid);
}

TEST_CASE("titles of numbered lines, of one header and of the article") {
  const std::vector<Mention> lines = salaries(
      "The best jobs\n\n2. Roofer\n\nAverage salary: $50,000 (BLS)\nHourly: $24.04\n\nRoofers work on "
      "roofs.\n\n"
      "3. Plumber\n\nAverage salary: $61,000 (BLS)\n\nThey mend pipes.");
  REQUIRE(lines.size() == 3);
  CHECK(std::get<SalaryFields>(lines[0].fields).role.name == "roofer");
  CHECK(std::get<SalaryFields>(lines[1].fields).period == Period::hour);
  CHECK(std::get<SalaryFields>(lines[2].fields).role.name == "plumber");
  const std::vector<Mention> row =
      salaries("| Town | Average roofer salary | Top 10% |\n|---|---|---|\n| Hull | $50,000 | $71,000 |");
  REQUIRE(row.size() == 2);
  CHECK(std::get<SalaryFields>(row[1].fields).role.name == "roofer");
  const std::vector<Mention> facts = salaries(
      "Roofer Job Outlook\n\nRoofers are few. Roofers work on roofs.\n\nQuick facts\n\n"
      "Median pay: $50,000 per year\nSign-on bonus: $2,000\nTraining: on the job");
  REQUIRE(facts.size() == 2);
  CHECK(std::get<SalaryFields>(facts[0].fields).role.name == "roofer");
}

TEST_CASE("the level of a heading, and what is no level") {
  CHECK(only("# Roofer pay, fresher to expert\n\n- Hull: $50,000 a year").level == Level::none);
  CHECK(only("# Pay\n\n## Senior roofers\n\nA roofer makes $70,000 in Hull.").level == Level::senior);
  CHECK(only("## The card\n\nYou need one year of experience.\n\n- Average salary: $50,000").level ==
        Level::none);
  CHECK(salaries("Pay is good. The sector adds 1.5 lakh net new jobs.").empty());
}

TEST_CASE("what a column is headed scales its small numbers") {
  const auto bounds = [](const std::string& header, const std::string& cell) {
    return only("# Cooks\n\n| Job | " + header + " |\n|---|---|\n| Cook | " + cell + " |\n").bounds;
  };
  CHECK(bounds("Average salary (₹ LPA)", "8.9") == Bounds{890000, 890000, Modifier::none});
  CHECK(bounds("Salary (in lakhs)", "3-5") == Bounds{300000, 500000, Modifier::none});
  CHECK(bounds("Salary ($000)", "61.5") == Bounds{61500, 61500, Modifier::none});
  CHECK(bounds("Pay (£k)", "38") == Bounds{38000, 38000, Modifier::none});
  CHECK(bounds("Salary ($000)", "61,500") == Bounds{61500, 61500, Modifier::none});
  CHECK(bounds("Salary (USD)", "61,500") == Bounds{61500, 61500, Modifier::none});
  CHECK(only("| Job | Salary (LPA) |\n|---|---|\n| Cook | 8.9 |\n").currency == "INR");
}

TEST_CASE("columns headed by percentiles, in a table made of tabs") {
  const std::vector<Mention> found = salaries(
      "Pay by job\n\nJob\t25th percentile\t75th "
      "percentile\nCook\t$57,750\t$77,250\nChef\t$73,000\t$95,500\n");
  REQUIRE(found.size() == 4);
  for (const Mention& mention : found)
    CHECK(std::get<SalaryFields>(mention.fields).statistic == Statistic::percentile);
}

TEST_CASE("a bound that is open above: from") {
  CHECK(only("Head cook: from £140k a year.").bounds == Bounds{140000, std::nullopt, Modifier::over});
  CHECK(only("Pay starts from $14.62 an hour.").bounds == Bounds{14.62, std::nullopt, Modifier::over});
  CHECK(only("Wages are up from $14.62 an hour.").bounds == Bounds{14.62, 14.62, Modifier::none});
}

TEST_CASE("a note says what all amounts of its section are") {
  const std::string text =
      "# Cooks\n\nAll figures below are base salaries for permanent jobs.\n\nHead cook - £34,000\n\n## "
      "Agencies\n\n"
      "Agencies pay a salary of £38,000.\n";
  const std::vector<Mention> found = salaries(text);
  REQUIRE(found.size() == 2);
  CHECK(std::get<SalaryFields>(found[0].fields).pay == Pay::base);
  CHECK(std::get<SalaryFields>(found[1].fields).pay == Pay::none);
}

TEST_CASE("a stretch of time behind an amount is not what it is for") {
  CHECK(only("I got a salary of $82,000 within a month of the exam.").period == Period::year);
}

TEST_CASE("the title right behind an amount is whose it is") {
  const std::vector<Mention> found = salaries("She earned $18 an hour as a cook and $31 as a chef.");
  REQUIRE(found.size() == 2);
  CHECK(std::get<SalaryFields>(found[0].fields).role.name == "cook");
  CHECK(std::get<SalaryFields>(found[1].fields).role.name == "chef");
}

TEST_CASE("a step and the pay after it are two amounts") {
  CHECK(salaries("# Pay\n\nCooks' pay went up by $1.50 an hour to $19.25.").size() == 2);
}

TEST_CASE("people without a job title: a title in short, and who has none") {
  const std::vector<Mention> found = salaries(
      "# Cook pay\n\n## Apprentice wages\n\nThese are the minimums for an apprentice baker:\n\n- Year 1: "
      "$15.46 an hour\n\n"
      "Adult apprentices start at $23.20 an hour.");
  REQUIRE(found.size() == 2);
  CHECK(std::get<SalaryFields>(found[1].fields).role.name == "apprentice baker");
  CHECK(
      only(
          "# Cook pay\n\nA cook cooks.\n\n### In-hand salary of a fresher\n\nA fresher gets ₹32,000 a month.")
          .role.name.empty());
}

TEST_CASE("whose level a heading and the note under a table tell") {
  CHECK(only("# Cook pay\n\n### In-hand salary of a fresher\n\nOn average it is ₹32,000 a month of pay.")
            .level == Level::entry);
  CHECK(
      only("| Firm | Salary (USD) |\n|---|---|\n| Hyatt | 52,000 |\n\nThe figures above are for 3-5 years of "
           "experience.")
          .level == Level::mid);
}

TEST_CASE("lines that are years of work and an amount") {
  const std::vector<Mention> found = salaries(
      "# Nurse guide\n\nA ladder in the city looks like this:\n\nNew graduate: $33.00\nThree years: "
      "$37.40\n");
  REQUIRE(found.size() == 2);
  CHECK(std::get<SalaryFields>(found[0].fields).period == Period::hour);
  CHECK(std::get<SalaryFields>(found[1].fields).level == Level::mid);
  CHECK(salaries("# Nurse school\n\nWhat it costs:\n\nYear 1: $12,000\nYear 2: $13,000\n").empty());
}

TEST_CASE("plain numbers under ranks, in a table that is said to be of pay") {
  const std::string table = "| City | Low | High |\n|---|---|---|\n| Reno | 38,000 | 45,000 |\n";
  const std::vector<Mention> found = salaries("# Cooks\n\n" + table + "\nAll salaries in US dollars.");
  REQUIRE(found.size() == 2);
  CHECK(std::get<SalaryFields>(found[0].fields).currency == "USD");
  CHECK(salaries("# Cooks\n\nVisitors by city:\n\n" + table).empty());
}

TEST_CASE("what stands above or beside a figure tells its level and statistic only where it is about it") {
  // How hard an exam is, is not how far on its holders are; of a table of jobs it is.
  const std::string rows = " | Level | Salary |\n|---|---|---|\n| Alpha | Entry | $81,000 |\n";
  CHECK(std::get<SalaryFields>(salaries("| Certification" + rows).at(0).fields).level == Level::none);
  CHECK(std::get<SalaryFields>(salaries("| Team" + rows).at(0).fields).level == Level::entry);
  // A sentence that does not introduce the list.
  CHECK(only("The exam is for experienced cooks.\n\n- Average salary: $61,000").level == Level::none);
  CHECK(only("What experienced cooks earn:\n\n- Average salary: $61,000").level == Level::senior);
  // A lead that is no sentence goes on about the one before it; one that is says what it says.
  const std::string item = "\n\n- Cooks: $31,000\n- Chefs: $52,000";
  const auto first = [](const std::string& text) {
    return std::get<SalaryFields>(salaries(text).at(0).fields).statistic;
  };
  CHECK(first("The office gives median wages by job. For May 2024:" + item) == Statistic::median);
  CHECK(first("The median hides much. Here is what people are paid:" + item) == Statistic::none);
  CHECK(first("The scale, by rank. Here that means pay of:" + item) == Statistic::none);
}

TEST_CASE("an amount without a sign has the currency of all others") {
  const auto last = [](const std::string& text) {
    return std::get<SalaryFields>(salaries(text).back().fields).currency;
  };
  CHECK(last("Tilers earn $48,000. Roofers make 50 to 60K.") == "USD");
  CHECK(last("Tilers earn \u00a348,000. Roofers make 50 to 60K.") == "GBP");
  CHECK(last("Tilers earn $48,000 or \u00a331,000. Roofers make 50 to 60K.").empty());
}

TEST_CASE("hours of a week are no period of pay") {
  CHECK(only("Tilers had a wage of $70,464 and worked 53 hours a week.").period == Period::year);
  CHECK(only("Tilers get a wage of $912 for 38 hours a week.").period == Period::week);
}

TEST_CASE("a wage that was left behind opens no bound") {
  const std::vector<Mention> raised =
      salaries("The town raised the wage of guards to $46,000, from $42,500.");
  REQUIRE(raised.size() == 2);
  CHECK(std::get<SalaryFields>(raised[1].fields).bounds == Bounds{42500, 42500, Modifier::none});
  CHECK(only("Guards: pay from $42,500.").bounds == Bounds{42500, std::nullopt, Modifier::over});
}

TEST_CASE("pay goes on from one amount to the next") {
  const auto last = [](const std::string& text) {
    INFO(text);
    const std::vector<Mention> found = salaries(text);
    REQUIRE(found.size() >= 2);
    return std::get<SalaryFields>(found.back().fields);
  };
  const SalaryFields another =
      last("The average day rate of cooks is \u00a3390. The same report puts bakers at \u00a3421.");
  CHECK((another.bounds == Bounds{421, 421, Modifier::none} && another.period == Period::day));
  CHECK((another.role.name == "baker" && another.statistic == Statistic::average));
  CHECK(last("Tilers get an average of \u20ac102 per hour, with welders well ahead at \u20ac118.").period ==
        Period::hour);
  CHECK(last("He began as a tiler at \u20b9600 an hour. He's now at \u20b92,500, and bills two clients.")
            .period == Period::hour);
  CHECK(last("Tutors get \u00a330 an hour for maths, and \u00a360 is not unusual in Leeds.").bounds.max ==
        60);
  CHECK(last("A tiler could name \u00a3500 a day in 2022; today \u00a3375-\u00a3450 is nearer the mark.")
            .period == Period::day);
  CHECK(last("$39,500 my first year as a teacher, $46,900 now.").bounds.max == 46900);
  CHECK(last("Tilers' day rates have gone from $1,050 to $900.").bounds.max == 900);
  // Another thing is told of the second amount.
  CHECK(salaries("Tilers earn $3,000 a month. They rent a flat at $1,700.").size() == 1);
}

TEST_CASE("a title, and below it places and amounts") {
  const std::vector<Mention> found = salaries(
      "# Junior end\n\nPay fell.\n\nDigital marketing manager\nLondon \u00a350,000 - \u00a362,000, Dublin "
      "\u20ac58,000 - \u20ac72,000\n");
  REQUIRE(found.size() == 2);
  const SalaryFields& dublin = std::get<SalaryFields>(found[1].fields);
  CHECK((dublin.role.name == "digital marketing manager" && dublin.currency == "EUR"));
  CHECK(dublin.level == Level::none);
  CHECK(salaries("House prices\nLondon \u00a3450,000, Leeds \u00a3250,000\n").empty());
}

TEST_CASE("a list under a heading of rates, behind a sentence that does not introduce it") {
  const std::string list = "\n\n- Virtual assistant: $12-25\n- Bookkeeper: $25-45\n";
  const std::vector<Mention> found =
      salaries("# Rates\n\n## Hourly rates by skill\n\nThe numbers are mine, for clients in Europe." + list);
  REQUIRE(found.size() == 2);
  CHECK(std::get<SalaryFields>(found[0].fields).period == Period::hour);
  CHECK(salaries("# Rates\n\n## Hourly rates by skill\n\nWhat clients are billed:" + list).empty());
}

TEST_CASE("the heading over a table says base or total pay") {
  const std::string table = "\n\n| Title | Low | High |\n|---|---|---|\n| Cook | $31,000 | $39,000 |\n";
  const auto pay = [&](const std::string& heading) {
    const std::vector<Mention> found = salaries("# Pay\n\n## " + heading + table);
    REQUIRE(found.size() == 2);
    return std::get<SalaryFields>(found[0].fields).pay;
  };
  CHECK(pay("Kitchens: annual base salary") == Pay::base);
  CHECK(pay("Kitchens: base salary and total compensation") == Pay::none);
  CHECK(pay("Pay by rank (total: 812 cooks)") == Pay::none);
}

TEST_CASE("what is paid once, and a bonus of no time") {
  const std::vector<Mention> found =
      salaries("Sign-on money is back: $5,000 for a cook, and up to $20,000 for a chef.");
  REQUIRE(found.size() == 2);
  CHECK(std::get<SalaryFields>(found[1].fields).period == Period::none);
  CHECK(only("Some carriers dangle bonuses of $15,000 to $25,000.").period == Period::none);
  CHECK(only("The biggest raise a cook ever got was $2,500.").period == Period::year);
}

TEST_CASE("newcomers, columns of levels, and pay told again") {
  CHECK(only("A new registered nurse is paid $75,773 a year.").level == Level::entry);
  CHECK(only("Her new data analyst job pays $75,773 a year.").level == Level::none);
  CHECK(only("After three to five years a tiler earns $61,000.").level == Level::mid);
  const std::vector<Mention> cells = salaries(
      "Day rates:\n\n| Role | Junior | Senior |\n|---|---|---|\n| Art director | \u00a3250 | \u00a3500 |\n");
  REQUIRE(cells.size() == 2);
  CHECK(std::get<SalaryFields>(cells[0].fields).level == Level::entry);
  const std::vector<Mention> again =
      salaries("A senior tiler with a salary of $60,000 takes home $4,100 per month.");
  REQUIRE(again.size() == 2);
  CHECK(std::get<SalaryFields>(again[1].fields).level == Level::senior);
}

TEST_CASE("plain numbers under a rank, a currency and a unit") {
  for (const char* text :
       {"All of it is in Canada, in Canadian dollars.\n\n| Province | Low ($/hour) | High ($/hour) "
        "|\n|---|---|---|\n"
        "| Quebec | 36.06 | 66.67 |\n| Ontario | 41.00 | 62.50 |\n| Yukon | 38.46 | 60.10 |\n",
        "All of it is in Canada, in Canadian dollars.\n\nProvince\nLow ($/hour)\nHigh "
        "($/hour)\n\nQuebec\n36.06\n66.67\n\n"
        "Ontario\n41.00\n62.50\n\nYukon\n38.46\n60.10\n"}) {
    const std::vector<Mention> found = salaries(text);
    INFO(text);
    REQUIRE(found.size() == 6);
    const auto& first = std::get<SalaryFields>(found[0].fields);
    CHECK(first.bounds.min == 36.06);
    CHECK(first.period == Period::hour);
    CHECK(first.currency == "CAD");
  }
  CHECK(salaries("| Province | Low (%) | High (%) |\n|---|---|---|\n| Quebec | 36.06 | 66.67 |\n").empty());
}

TEST_CASE("two amounts behind a label, parted by an arrow") {
  CHECK(salaries("Hourly rates of flight attendants\n\nHarbour Air: $36.92 \u2192 $84.80\n").size() == 2);
  CHECK(salaries("Prices of tickets\n\nHarbour Air: $36.92 \u2192 $84.80\n").empty());
}

}  // namespace
}  // namespace careerfacts
