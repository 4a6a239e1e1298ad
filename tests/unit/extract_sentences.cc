#include "extract/sentences.h"

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// The sentences of a text with " / " between them.
std::string cut(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens);
  std::vector<TokenRange> sentences;
  split_sentences(text, tokens, {0, static_cast<std::uint32_t>(tokens.size())}, sentences);
  std::string result;
  std::uint32_t at = 0;
  for (const TokenRange& sentence : sentences) {
    REQUIRE((sentence.first == at && sentence.last > at));
    at = sentence.last;
    result += (result.empty() ? "" : " / ") +
              std::string(text.substr(tokens[sentence.first].begin,
                                      tokens[sentence.last - 1].end - tokens[sentence.first].begin));
  }
  REQUIRE(at == tokens.size());
  return result;
}

TEST_CASE("sentences end where they end, and not in abbreviations") {
  const std::string wanted = GENERATE(
      as<std::string>(), "Nurses earn $90,000. / Aides earn less.", "Is it hard? / No! / It is not.",
      "In the U.S. nurses earn more.", "Pay in the U.S. Bureau's list is $9.",
      "Nurses in the U.S. / They earn more.", "A Ph.D. is needed.", "Use tools, e.g. Excel, daily.",
      "Acme Inc. Pays well.", "St. Louis vs. Chicago pays.", "It pays $105K. / Seniors get more.",
      "Growth was 5.5 percent. / 2024 was better.", "He said \"stop.\" / She left.",
      "It grew (a lot). / Then it fell.", "Pay rose... / Then it fell.", "version 2.0 is out. now lower case",
      "One sentence without an end", "Rs. 500 is paid.", "Is it? / No. / The gap is small.",
      "It ranks No. 5 of 20.", "On Sept. 12 pay rose.", "It was Dec. / Pay rose.", "By Col. (ret.) Pike.",
      "Ask Richard J. Daley.", "Nurses, aides, etc. / They earn less.", "Ask Sen. Smith. / He knows.");
  std::string text = wanted;
  for (std::size_t at = text.find(" / "); at != std::string::npos; at = text.find(" / ")) text.erase(at, 2);
  CHECK(cut(text) == wanted);
}

TEST_CASE("sentences of hard cases: names, times, numbers, addresses, brackets and quotes at the stop") {
  const std::string wanted = GENERATE(
      as<std::string>(), "Dr. Smith earns $200,000. / Mr. Jones earns less.",
      "Dr. J. R. Smith Jr. earns $200,000 a year.",
      "Pay is highest in Washington, D.C. / The rest trails behind.",
      "Pay rose in Washington, D.C. Metro area jobs grew too.",
      "He works in the U.S. / In 2024 he earned $90,000.",
      "Salaries are rising in the U.S. / In Canada they are flat.",
      "The U.S. Department of Labor publishes the data.",
      "According to the U.S. Bureau of Labor Statistics, pay rose 5%. / Demand is up.",
      "She moved from the U.K. to the U.S. in 2020.", "In the U.K. the average is £38,000.",
      "Jobs in the U.S. grew by 5%. / The E.U. lags.",
      "Ph.D. holders earn $120,000. / M.S. holders earn $95,000.", "She has a Ph.D. / The pay is $120,000.",
      "A B.A. or M.B.A. helps, e.g. in finance.", "Nurses (e.g., R.N. and L.P.N. staff) earn more.",
      "Learn tools, i.e. Python and R. / Then apply.", "Hudson Inc. reported $5 million. / Sales rose.",
      "Alphabet Inc. / The company pays well.", "Acme Corp. and Beta Ltd. hire nurses.",
      "It is based in St. Louis and pays $60,000.", "Mt. Sinai pays its nurses $100,000.",
      "The median vs. average pay differs. / Both are up.",
      "Shifts start at 9 a.m. / The pay is $30 an hour.", "Open 9 a.m. to 5 p.m. Monday to Friday.",
      "The shift ends at 5 p.m. / Nurses go home.",
      "Pay ranges from $1.5 million to $2.5 million. / It varies.",
      "Growth of 3.5% is fast. / 4.2% is faster.", "Wages rose 5 percent. / 2025 looks better.",
      "1. / Nurses earn $90,000. / 2. / Aides earn $35,000.", "See No. 4 on the list. / It pays well.",
      "Ranked no. 1 for pay. / Apply now.", "In Jan. 2024 pay rose. / In Feb. it fell.",
      "By Sept. pay had doubled.", "The report (Fig. 3) shows it. / Look closely.",
      "Wait... what does it pay? / It pays $90,000.", "It pays well... / Nurses agree.",
      "\"It pays well.\" / She smiled.", "\"It pays well,\" she said. / He nodded.",
      "(It pays well.) / The rest do not.", "He asked, \"What does it pay?\" / She told him.",
      "\"What does it pay?\" he asked.", "Is pay up? / It is.", "Is it worth it?! / Yes!!! / It is.",
      "Really?? / You bet.", "Yahoo! employees earn $150,000.", "Read more at www.example.com. / It is free.",
      "Visit https://www.bls.gov/ooh. / The data is free.",
      "Node.js developers earn $110,000. / ASP.NET developers earn less.",
      "The .NET developers earn $100,000.", "It costs $5.00. / You save.", "Use Python 3.10. / It is fast.",
      "J. Edgar Hoover earned little.", "Warren E. Burger was there.", "Contact HR dept. Managers for pay.",
      "Mrs. O'Neil and Prof. Lee agree.", "Sen. Warren and Gov. Newsom spoke.",
      "Rep. Smith (D-Calif.) said pay must rise.", "Approx. 5,000 jobs open each year.",
      "Pay averages approx. $90,000. / It varies.", "The avg. salary is $90,000. / The max. is higher.",
      "Est. salary: $90,000. / Apply now.", "Skills: Excel, SQL, etc. / Pay: $70,000.",
      "They use Excel, SQL, etc. and earn $70,000.", "The role pays $90K. / Senior roles pay $120K.",
      "Salary is $50k+. / Bonus is extra.", "It pays $90,000[1]. / Others pay less.",
      "It pays $90,000.[1] / Others pay less.", "It pays $90,000.¹ / Others pay less.",
      "Earn an AWS cert. / It pays.", "The exam costs 300 USD. / A retake costs 150.",
      "Work from home (U.S. only). / Pay is $25/hr.", "Ms. Ann B. Davis and Lt. Col. Pike spoke.",
      "Pay is up 5%! / Growth is down 3%.", "Does a Sr. Engineer earn more than a Jr. Engineer? / Yes.",
      "Total comp. is $200,000. / Base is $150,000.", "Min. pay is $15/hr. / Max. pay is $25/hr.",
      "About 1.2 million jobs. / Most are full time.",
      "iPhone developers earn $100,000. / iOS jobs are many.",
      "The job pays well. / iOS developers earn $100,000.", "The salary is $90,000. / eBay pays more.",
      "The U.S. / They earn more.", "The U.S. is large. / U.S. News ranks it first.",
      "U.S. News & World Report ranks it No. 1 in 2024.", "George W. Bush signed it. / It passed.",
      "Plan B. / Then plan C.", "They pay up to $45/hr. / Overtime is extra.",
      "Nurses (R.N.s) earn more. / Aides earn less.", "Ask yourself: What is it worth? / Then negotiate.",
      "Growth is 7 pct. / That is fast.", "She works for Johnson & Johnson Co. / The firm pays well.",
      "Data from Jan. 5, 2024. / It may change.", "Hired on Mar. 3. / Paid on Mar. 31.");
  std::string text = wanted;
  for (std::size_t at = text.find(" / "); at != std::string::npos; at = text.find(" / ")) text.erase(at, 2);
  CHECK(cut(text) == wanted);
}

TEST_CASE("a space that is missing after a stop does not join two sentences") {
  CHECK(cut("He is a nurse.She is a doctor.") == "He is a nurse. / She is a doctor.");
  CHECK(cut("He earns $90,000.She earns $95,000.") == "He earns $90,000. / She earns $95,000.");
  CHECK(cut("See www.example.Com for pay.") == "See www.example.Com for pay.");
  CHECK(cut("Use Node.JS and System.Out now.") == "Use Node.JS and System.Out now.");
  CHECK(cut("Send it to jane.Doe@example.com today.") == "Send it to jane.Doe@example.com today.");
}

TEST_CASE("what never stops is cut") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  CHECK(cut(text).size() > text.size());  // with " / " in it
}

TEST_CASE("nothing has no sentences") {
  CHECK(cut("").empty());
  CHECK(cut("   ").empty());
}

}  // namespace
}  // namespace careerfacts
