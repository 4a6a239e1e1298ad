// Who says so: the source of the last figure of a text.
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

struct Told {
  Attribution attribution;
  std::string cited;  // the bytes that name the source
};

Told source_of(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  Told told;
  for (const Mention& mention : extract(ingest("x", text), rulebook).mentions) {
    if (const auto* salary = std::get_if<SalaryFields>(&mention.fields))
      told.attribution = salary->attribution;
    if (const auto* percent = std::get_if<PercentageFields>(&mention.fields))
      told.attribution = percent->attribution;
  }
  if (told.attribution.citation)
    told.cited = text.substr(told.attribution.citation->begin, told.attribution.citation->size());
  return told;
}

TEST_CASE("a named source, with its year and its bytes") {
  const Told told = source_of("According to Glassdoor (2024), welders earn $48,000 a year.");
  CHECK(told.attribution.grade == SourceGrade::named);
  CHECK(told.attribution.source == "Glassdoor");
  CHECK(told.attribution.canonical == "Glassdoor");
  CHECK(told.attribution.year == 2024);
  CHECK(told.cited == "Glassdoor");
}

TEST_CASE("a source that no list knows keeps the name that the text gives") {
  const Told told = source_of("According to Acme Pay Watch, welders earn $48,000 a year.");
  CHECK(told.attribution.source == "Acme Pay Watch");
  CHECK(told.attribution.canonical.empty());
}

TEST_CASE("a source without a name is vague") {
  const Told told = source_of("A recent survey found that 61% of firms hire juniors.");
  CHECK(told.attribution.grade == SourceGrade::vague);
  CHECK(told.attribution.source.empty());
}

TEST_CASE("a source in brackets speaks of what stands before it") {
  CHECK(source_of("Welders earn $48,000 a year (Payscale, 2023).").attribution.source == "Payscale");
  CHECK(source_of("Cooks earn $31,000 (Payscale, 2023), welders a salary of $48,000.").attribution.grade ==
        SourceGrade::none);
}

TEST_CASE("\"Source:\" under a table speaks of its cells") {
  CHECK(source_of("# T\n\n| Job | Average salary |\n|---|---|\n| Welder | $48,000 |\n\nSource: Glassdoor")
            .attribution.source == "Glassdoor");
}

TEST_CASE("a note speaks of the list above it, or of the lines that begin as it does") {
  const std::string list = "# What cooks are paid\n\nThey cook.\n\n- Ohio: $48,000\n- Iowa: $47,000\n\n";
  CHECK(source_of(list + "(Average salaries as per Payscale)").attribution.source == "Payscale");
  CHECK(
      source_of(list + "All salary figures are national averages reported by Payscale.").attribution.source ==
      "Payscale");
  CHECK(source_of(list + "Salaries are rising, according to Payscale.").attribution.grade ==
        SourceGrade::none);
  const std::string note = "*Average salaries: Payscale, 2024.*";
  CHECK(source_of("# T\n\n## Cook\n\n- Average salary: $48,000\n\n## Chef\n\nThey cook.\n\n" + note)
            .attribution.year == 2024);
  CHECK(source_of("# T\n\n## Cook\n\n- Top salary: $48,000\n\n## Chef\n\nThey cook.\n\n" + note)
            .attribution.grade == SourceGrade::none);
}

TEST_CASE("the year of pay is that of its survey, for the sentence that goes on as well") {
  CHECK(source_of(
            "The median pay was $48,000 in 2023, according to the BLS. The top 10% earned $90,000 a year.")
            .attribution.year == 2023);
  CHECK(!source_of("Some 12% of cooks left in 2023, according to the BLS.").attribution.year);
}

TEST_CASE("a sentence that ends in a colon gives its source to its list") {
  CHECK(
      source_of(
          "# T\n\nAccording to Payscale, welders are paid:\n\n- Ohio: $48,000 a year\n- Iowa: $47,000 a year")
          .attribution.source == "Payscale");
}

TEST_CASE("\"the same report\" goes on with the source of the sentence before") {
  CHECK(source_of("According to Payscale, cooks earn $31,000. The same report puts chefs at $52,000.")
            .attribution.source == "Payscale");
  CHECK(source_of("According to Payscale, cooks earn $31,000. Chefs are paid $52,000.").attribution.grade ==
        SourceGrade::none);
}

std::string name_of(const std::string& text) { return source_of(text).attribution.source; }
SourceGrade grade_of(const std::string& text) { return source_of(text).attribution.grade; }

TEST_CASE("names that are also words need a cue that touches them") {
  CHECK(name_of("Indeed lists an average base salary of $98,000.") == "Indeed");
  CHECK(grade_of("Indeed, the salary is $98,000.") == SourceGrade::none);
  CHECK(name_of("Indeed, the figures show a salary of $98,000.").empty());
  CHECK(grade_of("Monster employees earn $20 an hour.") == SourceGrade::none);
  CHECK(name_of("- Indeed: $87,000 a year\n") == "Indeed");
  CHECK(name_of("- Glassdoor: $87,000 a year\n") == "Glassdoor");
  CHECK(grade_of("- Netflix: $300,000 a year\n") == SourceGrade::none);
}

TEST_CASE("a name that can be nothing else needs no cue, unless it is only dealt with") {
  CHECK(name_of("The average salary on Glassdoor is $101,000 a year.") == "Glassdoor");
  CHECK(grade_of("The Department of Labor registers apprentices, who earn 60% of the rate.") ==
        SourceGrade::none);
}

TEST_CASE("bodies that no list knows are named before their verb, and by their short forms after that") {
  CHECK(name_of("The Hangar Trades Council counted 400 posts and said that 27% were open.") ==
        "Hangar Trades Council");
  CHECK(name_of("The Hangar Trades Council counted 400 posts. The Council also says that 27% were open.") ==
        "Hangar Trades Council");
  CHECK(name_of("Quillon Partners, a firm, hires. Holders earn $151,900 a year (Quillon, 2025).") ==
        "Quillon");
  CHECK(name_of("ThriveMyWay reports that 52% of marketers work remotely.") == "ThriveMyWay");
  CHECK(grade_of("Recruiters in Pune report that 52% of marketers work remotely.") == SourceGrade::none);
  CHECK(grade_of("Data Scientists report that 52% of their time is lost.") == SourceGrade::none);
}

TEST_CASE("the owner of a report is its source") {
  CHECK(name_of("Hays' 2024 salary guide puts the salary at \u00a345,000.") == "Hays");
  CHECK(name_of("LinkedIn put the job on its 2022 Jobs on the Rise list, with a salary of $72,600.") ==
        "LinkedIn");
  CHECK(source_of("LinkedIn put the job on its 2022 Jobs on the Rise list, with a salary of $72,600.")
            .attribution.year == 2022);
  CHECK(name_of("The Society for Human Resource Management (SHRM) reports that 68% struggle.") ==
        "Society for Human Resource Management");
  CHECK(name_of("Based on Payscale and Glassdoor data, the average salary is $70,000.") ==
        "Payscale and Glassdoor");
}

TEST_CASE("each clause keeps its own source") {
  CHECK(name_of("Payscale says the average salary is $65,000, while Glassdoor puts it at $72,000.") ==
        "Glassdoor");
  CHECK(grade_of("Cooks get a raise of $6,500, according to Payscale; the salary of a chef is $52,000.") ==
        SourceGrade::none);
  CHECK(name_of("Foreigners hold 49% of jobs, the Alpine Hotel Federation says, and 6% are open.") ==
        "Alpine Hotel Federation");
  CHECK(grade_of("Some studies suggest a gap of 10%.") == SourceGrade::vague);
  CHECK(name_of("A recent survey by Gallup found that 61% of firms hire.") == "Gallup");
}

TEST_CASE("the year is that of the report, not that of the figure") {
  CHECK(source_of("A 2022 study by Gallup found that 61% of firms hire.").attribution.year == 2022);
  CHECK(source_of("According to the BLS, the median salary was $48,000 in May 2024.").attribution.year ==
        2024);
  CHECK_FALSE(source_of("Jobs are to grow 29% between 2024 and 2034, per BLS.").attribution.year);
  CHECK(source_of("Payscale data from 2019 show a premium of 15%.").attribution.year == 2019);
  CHECK_FALSE(source_of("Per the BLS, jobs will grow 13% from 2020 to 2030.").attribution.year);
}

TEST_CASE("columns that are headed by a publisher; results that follow a survey") {
  CHECK(name_of(
            "# T\n\n| Job | Glassdoor | Payscale |\n|---|---|---|\n| Cook salary | $31,000 | $33,000 |\n") ==
        "Payscale");
  CHECK(source_of("# T\n\n| Job | Average salary (BLS, 2024) |\n|---|---|\n| Cook | $31,000 |\n")
            .attribution.year == 2024);
  CHECK(grade_of("# T\n\n| Job | Average salary (Netflix) |\n|---|---|\n| Cook | $31,000 |\n") ==
        SourceGrade::none);
  CHECK(name_of("# T\n\nLarkspur surveyed 500 firms. Here are the results:\n\n- 61% of firms hire\n") ==
        "Larkspur");
}

TEST_CASE("a name alone behind the full stop, and the text of a link in brackets") {
  CHECK(name_of("- 61% of firms hire juniors. (Larkspur)") == "Larkspur");
  CHECK(name_of("- 61% of firms hire juniors. (Source: Larkspur)") == "Larkspur");
  CHECK(name_of("- 61% of firms hire juniors. \u2013 Larkspur, 2024") == "Larkspur");
  CHECK(grade_of("- 61% of firms hire juniors. (Ohio)") == SourceGrade::none);
  CHECK(name_of("Cooks earn $31,000 a year ([Larkspur](https://example.com/pay)).") == "Larkspur");
  CHECK(name_of("<p>Cooks earn $31,000 a year (<a href=\"https://example.com/\">Larkspur</a>).</p>") ==
        "Larkspur");
  CHECK(grade_of("Cooks earn $31,000 a year ([Austin](https://example.com/austin)).") == SourceGrade::none);
}

TEST_CASE("the year of a report behind the verb or in brackets") {
  CHECK(source_of("Larkspur says in its 2024 report that 61% of firms hire.").attribution.year == 2024);
  CHECK(source_of("Larkspur found in 2024 that 61% of firms hire.").attribution.year == 2024);
  CHECK(source_of("Larkspur (2024) found that 61% of firms hire.").attribution.year == 2024);
  CHECK(source_of("Larkspur's latest (2024) survey found that 61% of firms hire.").attribution.year == 2024);
  CHECK_FALSE(source_of("Larkspur says that pay in 2024 will rise by 4%.").attribution.year);
}

TEST_CASE("a year between \"according to\" and its name; companies with their legal form") {
  CHECK(source_of("Cooks made $31,000 a year, according to 2011 BLS statistics.").attribution.year == 2011);
  CHECK_FALSE(source_of("According to the BLS, pay rose by 4% from 2011 to 2015.").attribution.year);
  CHECK(name_of("Larkspur Holdings, Inc. reports that 48 percent plan to hire.") == "Larkspur Holdings, Inc");
  CHECK(name_of("Cooks earn $31,000, the BLS says. According to the bureau, chefs earn $52,000.") == "BLS");
}

TEST_CASE("a source column, a column of publishers, and a line under short lines") {
  CHECK(name_of("# T\n\n| Job | Salary | Source |\n|---|---|---|\n| Welder | $48,000 | Acme Pay Watch |\n") ==
        "Acme Pay Watch");
  CHECK(name_of(
            "# T\n\n| Site | Average salary |\n|---|---|\n| Glassdoor | $48,000 |\n| Indeed | $47,000 |\n") ==
        "Indeed");
  CHECK(name_of("# T\n\nOhio\n\n$48,000 a year\n\nSource: Acme Pay Watch\n") == "Acme Pay Watch");
  CHECK(grade_of("# T\n\nOhio: a salary of $48,000\n\nData from Gallup shows that people are tired.\n") ==
        SourceGrade::none);
  CHECK(grade_of("# T\n\nA cook earns a salary of $48,000.\n\n- a\n- b\n\nSource: Gallup\n") ==
        SourceGrade::none);
  CHECK(name_of("# T\n\n## 2023 BLS Data\n\n- Mean wage: $48,000 a year\n") == "BLS");
}

TEST_CASE("the next sentence goes on only where its words say so") {
  CHECK(name_of("Cooks earn $31,000 (BLS). The bottom 10 percent earn $24,000.") == "BLS");
  CHECK(grade_of("Jobs for cooks grow 5% (BLS). Entry-level cooks earn $24,000.") == SourceGrade::none);
  CHECK(name_of("The BLS expects 9% more cooks. For chefs the agency foresees 2 percent.") == "BLS");
  CHECK(grade_of("Cooks earn $31,000 (BLS). Another matter: is $24,000 a fair salary?") !=
        SourceGrade::vague);
}

TEST_CASE("a name that no list knows is a source where it speaks") {
  CHECK(name_of("Larkspur says that pay for cooks is up 4%.") == "Larkspur");
  CHECK(name_of("Pay for cooks is up 4%, says Larkspur Green.") == "Larkspur Green");
  CHECK(name_of("Pay for cooks is up 4%, XQR has found.") == "XQR");
  CHECK(name_of("Recruiter Larkspur Green reckons that cooks earn a salary of $31,000.") == "Larkspur Green");
  CHECK(name_of("Larkspur & Co. reckons that pay is down by 2 per cent.") == "Larkspur & Co");
  CHECK(name_of("Larkspur, a Leeds recruitment agency, reckons that pay is down by 2 per cent.") ==
        "Larkspur");
  CHECK(name_of("Larkspur Analytics, a leading research and consulting firm focused on the work of cooks, "
                "says that "
                "30% will leave.") == "Larkspur Analytics");
  CHECK(name_of("Larkspur.io says that pay is down by 2 per cent.") == "Larkspur.io");
  CHECK(name_of("Nursing Times reports that 30% of nurses will leave.") == "Nursing Times");
  CHECK(name_of("Per Larkspur, 61% of firms hire juniors.") == "Larkspur");
}

TEST_CASE("a name that no list knows is the source of its survey") {
  CHECK(name_of("In Larkspur's 2024 survey, 61% of firms hire juniors.") == "Larkspur");
  CHECK(source_of("A 2024 Larkspur poll found that 61% of firms hire juniors.").attribution.year == 2024);
  CHECK(name_of("A poll of 500 firms by Larkspur found that 61% hire juniors.") == "Larkspur");
  CHECK(name_of("Larkspur's 2024 State of Hiring report says that 61% of firms hire juniors.") == "Larkspur");
  CHECK(name_of("Some 61% of firms hire juniors, Larkspur figures show.") == "Larkspur");
  CHECK(name_of("Of all firms in the trade 61% hire juniors (Larkspur).") == "Larkspur");
  CHECK(name_of("Of all firms in the trade 61% hire juniors \u2013 Larkspur, 2024.") == "Larkspur");
  CHECK(grade_of("Status reports take up 61% of the day.") == SourceGrade::none);
  CHECK(grade_of("A line cook earns a salary of $31,000 (Larkspur).") == SourceGrade::none);
}

TEST_CASE("people, places, topics and the first words of sentences are no sources") {
  CHECK(grade_of("Pay is up 4%, says Maria Lopez, a cook.") == SourceGrade::none);
  CHECK(grade_of("Pay is up 4%, says Oluchi Mbeki, a cook from Leeds.") == SourceGrade::none);
  CHECK(grade_of("\"I earn $48,000 a year,\" says Larkspur.") == SourceGrade::none);
  CHECK(grade_of("Pay is up 4%, Webb says. Marcus Webb runs a kitchen.") == SourceGrade::none);
  CHECK(grade_of("Pay is up 4%, Mbeki says. Oluchi Mbeki, a cook from Leeds, has seen worse.") ==
        SourceGrade::none);
  CHECK(grade_of("Tobin Marsh, 34, says he earns $48,000 a year.") == SourceGrade::none);
  CHECK(grade_of("Ohio reported that 40% of posts are open.") == SourceGrade::none);
  CHECK(grade_of("Gen Z says that 40% of its pay goes on rent.") == SourceGrade::none);
  CHECK(grade_of("Management says that pay rose 4%.") == SourceGrade::none);
  CHECK(grade_of("A kitchen is hard. Kitchen says that pay rose 4%.") == SourceGrade::none);
  CHECK(grade_of("Data from May 2023 put the salary at $48,000.") == SourceGrade::none);
  CHECK(grade_of("# Larkspur Says Cooks Earn $48,000 a Year") == SourceGrade::none);
  CHECK(grade_of("Larkspur pays cooks $48,000 a year.") == SourceGrade::none);
  CHECK(grade_of("Moore's Law predicts growth of 40%.") == SourceGrade::none);
  CHECK(grade_of("Exhibit A puts the share at 40%.") == SourceGrade::none);
  CHECK(grade_of("<html><head><meta property=\"og:site_name\" content=\"Larkspur\"></head><body><p>Larkspur "
                 "says that "
                 "pay rose by 4%.</p></body></html>") == SourceGrade::none);
}

TEST_CASE("two bodies in one sentence keep their figures") {
  CHECK(name_of("Hays puts the average salary at $56,000, while job board Larkspur has it at $51,000.") ==
        "Larkspur");
  CHECK(name_of("Glassdoor says cooks earn $60,000; Payscale, $62,000.") == "Payscale");
  CHECK(name_of("Cooks earn $60,000 per Glassdoor and $62,000 per Payscale.") == "Payscale");
  CHECK(grade_of("Cooks start 15 percent lower, and one study found that a third had left.") ==
        SourceGrade::none);
  CHECK(grade_of("Some 61% walk out, studies show, and a third stay.") == SourceGrade::vague);
}

TEST_CASE("captions, notes under the page, and columns") {
  const std::string table = "# T\n\n| State | Average salary |\n|---|---|\n| Ohio | $48,000 |\n\n";
  CHECK(name_of(table + "Table: BLS, May 2024") == "BLS");
  CHECK(source_of(table + "BLS, May 2024").attribution.year == 2024);
  CHECK(name_of(table + "All figures BLS") == "BLS");
  CHECK(grade_of(table + "Table: Salary by State") == SourceGrade::none);
  CHECK(source_of("# T\n\n| Claim | Figure | Who says so | Year |\n|---|---|---|---|\n| Cooks | 37% | "
                  "Larkspur | 2025 "
                  "|\n")
            .attribution.year == 2025);
  CHECK(name_of("# T\n\nCooks earn a salary of $31,000.\n\n## Notes\n\nAll salary data is from Glassdoor.") ==
        "Glassdoor");
  CHECK(name_of("Unemployment stood at 4.1% in December. (Bureau of Labor Statistics)") ==
        "Bureau of Labor Statistics");
}

TEST_CASE("sources without a name") {
  CHECK(grade_of("Pay is up 40%, industry watchers reckon.") == SourceGrade::vague);
  CHECK(grade_of("According to one study, 40% of cooks leave.") == SourceGrade::vague);
  CHECK(grade_of("According to the report, 40% of cooks leave.") == SourceGrade::vague);
  CHECK(grade_of("The data suggest that 40% of cooks leave.") == SourceGrade::vague);
  CHECK(grade_of("Our own straw poll says that 40% of cooks leave.") == SourceGrade::none);
  CHECK(name_of("Gallup asked 500 cooks. According to the report, 40% leave.") == "Gallup");
}

TEST_CASE("a share of the same people goes on") {
  CHECK(name_of("Gallup found that 61% of employers hire. Some 22% of employers do not.") == "Gallup");
  CHECK(grade_of("Gallup found that 61% of employers hire. Some 22% of ads name pay.") == SourceGrade::none);
  CHECK(name_of("Cooks earn $31,000, the BLS says. However, the bottom 10 percent earn $24,000.") == "BLS");
}

TEST_CASE("the sentence of a list ends the one before") {
  const std::string list = "# T\n\nAccording to Glassdoor:\n\n- Cooks: $31,000 a year\n\n";
  CHECK(name_of(list + "And according to Larkspur:\n\n- Cooks: $30,000 a year") == "Larkspur");
  CHECK(grade_of(list + "In Ohio:\n\n- Cooks: $30,000 a year") == SourceGrade::none);
}

TEST_CASE("who reports a figure in a clause of its own reports no other") {
  CHECK(source_of("Pay rose 3% last year. A Harborview survey put it at 5%, more than the 7% that the ONS "
                  "reports for "
                  "all jobs. It also found that 62% want more.")
            .attribution.source == "Harborview");
  CHECK(source_of("LinkedIn says ads for cooks rose 60%, and we now see jobs with a salary of £48k.")
            .attribution.grade == SourceGrade::none);
  CHECK(source_of("The pass rate was 74% according to Payscale, and around 20% of candidates in our poll "
                  "dropped out.")
            .attribution.grade == SourceGrade::none);
}

TEST_CASE("a source that heads its block, or a section, speaks for all of it") {
  CHECK(source_of("**Glassdoor:** Cooks make $60,000 a year. Additional pay comes to $8,000.")
            .attribution.source == "Glassdoor");
  CHECK(source_of("# Pay\n\n## Salary by city (Glassdoor data)\n\nReno pays a salary of $60,000.")
            .attribution.source == "Glassdoor");
}

TEST_CASE("names that are no sources: a code, a place, where somebody works") {
  CHECK(source_of("Our own learners who completed PL-300 reported a hike of 32%.").attribution.grade ==
        SourceGrade::none);
  CHECK(source_of("Data analysts at Google in India earn ₹14 lakh a year.").attribution.grade ==
        SourceGrade::none);
}

TEST_CASE("the month of a change is when it was so, that of pay an edition") {
  CHECK_FALSE(
      source_of("According to Payscale, ads grew 11% in the year to February 2025.").attribution.year);
  CHECK(source_of("According to Payscale, cooks made $31,000 in May 2024.").attribution.year == 2024);
}

TEST_CASE("\"the survey\" is the last one that was called so, however far above") {
  const std::string far =
      "A new survey by the Kitchen Guild found that 40% of cooks want to leave.\n\nMany blame the hours.\n\n"
      "Owners find nobody.\n\nIt is a hard life.\n\n";
  CHECK(source_of(far + "The survey also found that 12% had left.").attribution.source == "Kitchen Guild");
  CHECK(source_of(far + "Some 55% of respondents want more pay.").attribution.source == "Kitchen Guild");
  CHECK(source_of(far + "The company also found that 12% had left.").attribution.source.empty());
}

TEST_CASE("a bracket that ends a caption names the source of the lines under it") {
  const std::string lines = "\n\n  Iowa .......... 86%\n  Ohio .......... 81%\n";
  const auto found = source_of("Shops that lack cooks (source: Gallup, 2025)" + lines).attribution;
  CHECK((found.source == "Gallup" && found.year == 2025));
  CHECK(source_of("Shops (unlike Gallup, since 2025) that lack cooks" + lines).attribution.source.empty());
}

TEST_CASE("a note speaks for the page where it names one source and all figures are on one side of it") {
  const std::string job = "\n\n## Fry cook\n\nThe salary is $31,000.\n";
  CHECK(source_of("# Jobs\n\nPay figures below are from Payscale.\n\n## Head cook\n\nHard work." + job)
            .attribution.source == "Payscale");
  CHECK(source_of("# Jobs\n\nTo rank them, we looked at data from the BLS." + job).attribution.source ==
        "BLS");
  CHECK(source_of("# Jobs\n\nSalary data is from Payscale, Glassdoor and the BLS." + job)
            .attribution.source.empty());
}

}  // namespace
}  // namespace careerfacts
