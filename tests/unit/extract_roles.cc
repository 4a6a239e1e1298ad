#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// "quote = name [soc]" of every role.
std::string roles(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::string result;
  for (const Mention& mention : extract(ingest("x", text), rulebook).mentions)
    if (const auto* role = std::get_if<RoleFields>(&mention.fields))
      result += (result.empty() ? "" : "; ") + mention.quote + " = " + role->name +
                (role->soc_code.empty() ? "" : " [" + role->soc_code + "]");
  return result;
}

TEST_CASE("titles of the gazetteer, in the singular and lower case") {
  CHECK(roles("Many registered nurses work at night.") == "registered nurses = registered nurse [29-1141]");
  CHECK(roles("Web Developers are hired.") == "Web Developers = web developer [15-1254]");
  CHECK(roles("It is a good year for the economy.").empty());
}

TEST_CASE("a head noun and its field make a title that no list knows") {
  CHECK(roles("She became a Kafka Platform Engineer there.") ==
        "Kafka Platform Engineer = kafka platform engineer");
}

TEST_CASE("a level is no part of the title") {
  CHECK(roles("They look for a senior data scientist.") == "data scientist = data scientist [15-2051]");
}

TEST_CASE("the longest title stays") {
  CHECK(roles("A nurse practitioner decides.").find("nurse practitioner = nurse practitioner") == 0);
}

TEST_CASE("the name of a publisher or vendor may be part of a listed title") {
  CHECK(roles("She signed as a Salesforce administrator.") ==
        "Salesforce administrator = salesforce administrator");
}

TEST_CASE("a word that could be another thing is a title where the document names it in full") {
  CHECK(roles("A controller may take it home.").empty());
  CHECK(roles("Assistant controllers are hired.\n\nA controller may take it home.")
            .find("; controller = controller") != std::string::npos);
}

TEST_CASE("a title inside a credential is none") {
  CHECK(roles("Take the AWS Certified Solutions Architect - Associate exam.").empty());
}

TEST_CASE("a title wrapped at a line end is one") {
  CHECK(roles("Many firms of all sizes and in most of the cities want a data\nscientist now.") ==
        "data\nscientist = data scientist [15-2051]");
}

TEST_CASE("acronyms of two letters have a plural") {
  CHECK(roles("The ward has two RNs and one NP.") ==
        "RNs = registered nurse [29-1141]; NP = nurse practitioner [29-1171]");
  CHECK(roles("Midwives and linemen met there.") ==
        "Midwives = midwife [29-9099]; linemen = lineman [49-9051]");
}

TEST_CASE("the document tells what a short title means") {
  CHECK(roles("A product manager plans.\n\nMost PMs read this.") ==
        "product manager = product manager [11-2021]; PMs = product manager [11-2021]");
  CHECK(roles("Few PMs read this.\n\nA project manager plans.").find("PMs = project manager") == 0);
  CHECK(roles("A company secretary signs. The CS is busy. A CS degree is not asked for.") ==
        "company secretary = company secretary; CS = company secretary");
  CHECK(roles("Homes in CA are dear. Fresno, CA, is hot.").empty());
  CHECK(roles("A chartered accountant from Fresno, CA, came at 5 PM.") ==
        "chartered accountant = chartered accountant [13-2011]");
  const std::string states =
      "A physician assistant reads this.\n\n| State | Pay |\n|---|---|\n| PA | 1 |\n| NY | 2 |\n| TX | 3 "
      "|\n| OH | 4 "
      "|\n| FL | 5 |\n| MI | 6 |\n| GA | 7 |\n| NC | 8 |\n";
  CHECK(roles(states) == "physician assistant = physician assistant [29-1071]");
  CHECK(roles("A physician assistant in PA reads this.") ==
        "physician assistant = physician assistant [29-1071]");
  CHECK(roles("A project manager bought PM software.").find("PM = ") == std::string::npos);
}

TEST_CASE("a short title that the document explains is one in all of it") {
  const std::string found =
      roles("What RENs do.\n\nA renal education nurse (REN) teaches. REN tools are few. Ask an REN.");
  CHECK(found.find("RENs = renal education nurse; renal education nurse (REN) = renal education nurse") == 0);
  CHECK(found.ends_with("; REN = renal education nurse"));
}

TEST_CASE("a common noun of people is a title where it is one") {
  CHECK(roles("A joiner fits the doors.") == "joiner = joiner [47-2031]");
  CHECK(roles("Masons were wanted, and so was a courier.") ==
        "Masons = mason [47-2021]; courier = courier [43-5021]");
  CHECK(roles("Perry Mason owns a courier firm and a mason jar.").empty());
  CHECK(roles("The air is cleaner here; a cleaner city needs a cleaner plan.").empty());
  CHECK(roles("The cleaners came at night.").find("cleaners = cleaner") == 0);
}

TEST_CASE("two whole titles joined by and are two; one that shares its parts is one") {
  CHECK(roles("The VP of Product and CPO left.") ==
        "VP of Product = vp of product; CPO = chief product officer [11-1011]");
  CHECK(roles("There the directors of nursing met.").find("= director of nursing") != std::string::npos);
  CHECK(roles("Hotel, motel, and resort desk clerks sleep by day.")
            .find("Hotel, motel, and resort desk clerks") == 0);
}

TEST_CASE("a word of several meanings is a title where an amount is told of it, and alone in a heading") {
  CHECK(roles("- Server ($12 an hour)\n- Buyer, $60,000\n") == "Server = server; Buyer = buyer");
  CHECK(roles("Judge: $150,000").find("Judge = judge") == 0);
  CHECK(roles("Restart the server, for $12.").empty());
}

TEST_CASE("who earns an amount is a title, whatever else the word may be") {
  CHECK(roles("On the other track, a controller at a mid-sized firm makes $130,000.") ==
        "controller = controller");
  CHECK(roles("The captain can earn up to $130,000.") == "captain = captain");
  CHECK(roles("A controller at the desk makes noise. It costs $130.").empty());
  CHECK(roles("A controller makes the machine run.").empty());
}

TEST_CASE("half of a compound, and whose office it is, are no part of a title") {
  CHECK(roles("Open-shop plumbers get less.") == "plumbers = plumber [47-2152]");
  CHECK(roles("The state government accountant left.") == "accountant = accountant [13-2011]");
  CHECK(roles("Sell-side analysts write for banks.") == "Sell-side analysts = sell-side analyst");
}

TEST_CASE("a compound before a title belongs to it, what somebody holds does not") {
  CHECK(roles("They hired a sales-focused web developer.") ==
        "sales-focused web developer = sales-focused web developer");
  CHECK(roles("They hired a QXZ-certified web developer.") == "web developer = web developer [15-1254]");
  CHECK(roles("A Waiter/Waitress is wanted.").find("Waiter = waiter") == 0);
}

TEST_CASE("a title inside a longer phrase that is none, or inside a name, is none") {
  CHECK(roles("It costs less than a pair of trainers.").empty());
  CHECK(roles("The Harbour Dentist Pay Survey tells it.").empty());
  CHECK(roles("The Harbour Institute of Dentists tells it.").empty());
  CHECK(roles("A Dentist and the Harbour Institute tell it.").find("Dentist = dentist") == 0);
  CHECK(roles("The Harbour Nurses and Midwives' Association asks for more.").empty());
  CHECK(roles("I have a BA in History.\n\nA business analyst (BA) left.").find("BA = ") == std::string::npos);
  CHECK(roles("States license electricians.") == "electricians = electrician [47-2111]");
}

}  // namespace
}  // namespace careerfacts
