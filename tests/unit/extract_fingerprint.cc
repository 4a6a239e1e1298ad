// Copies of an article are known by their fingerprints, whatever a site does to them; articles that only look
// alike are not.
#include "extract/fingerprint.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "ingest/ingest.h"
#include "ingest/utf8.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts {
namespace {

std::string fingerprint(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  return extract(ingest("x", text), rulebook).fingerprint.value();
}

std::string article(const std::string& name) {
  return test::read_file(test::tree_path("corpus/articles/" + name));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// Between the paragraphs in the middle.
std::string with_paragraph(std::string text, const std::string& paragraph) {
  const std::size_t half = text.size() / 2;
  const std::size_t at =
      std::min({text.find("\n\n", half), text.find("\r\n\r\n", half), text.find("<p>", half)});
  REQUIRE(at != std::string::npos);
  return text.insert(at, "\n\n" + paragraph);
}

std::string utf16(const std::string& text) {
  std::string out = "\xff\xfe";
  for (const CodePoint point : [&] {
         std::vector<CodePoint> points;
         for (std::size_t i = 0; i < text.size(); i += points.back().size)
           points.push_back(code_point_at(text, i));
         return points;
       }()) {
    out += static_cast<char>(point.value & 0xff);
    out += static_cast<char>(point.value >> 8);
  }
  return out;
}

// A page as programs write them by the hundred: the same words, another town, another job, other figures.
std::string template_page(const std::string& job, const std::string& town, int pay) {
  const auto money = [](int amount) {
    return "$" + std::to_string(amount / 1000) + "," + std::to_string(amount % 1000 + 1000).substr(1);
  };
  return "# " + job + " salary in " + town + "\n\nHow much does a " + job + " make in " + town +
         "? Our team has looked at thousands of job listings and at "
         "data that was submitted by employees to find out. On this page you will learn what the average "
         "worker takes "
         "home, how pay changes with experience, and which employers in the area pay best.\n\n"
         "As of this month the average annual pay is " +
         money(pay) +
         " a year. Just in case you need a simple salary "
         "calculator, that works out to be approximately " +
         money(pay / 50) +
         " a week. While some salaries are as "
         "high as " +
         money(pay * 2 - 137) + " and others as low as " + money(pay / 2 + 211) +
         ", the majority of salaries currently range between " + money(pay - 8123) + " and " +
         money(pay + 9371) +
         ". The average pay varies a great deal, which suggests there may be many opportunities for "
         "advancement and "
         "increased pay based on skill level, location and years of experience.\n\n"
         "Based on recent job postings the job market in the surrounding area is very active. We "
         "continuously scan our "
         "database of millions of active jobs published locally to produce the most accurate annual salary "
         "range. Tips "
         "and bonuses are not part of these figures, and your own pay may differ from what is shown here. "
         "Always ask "
         "the employer before you accept an offer, and get it in writing.\n";
}

const std::string kQuote =
    "\"When I began, nobody told me that the first years would be the hardest. You come home at night, your "
    "feet hurt, "
    "and you ask yourself whether it was worth all of the exams and all of the loans. Then a patient writes "
    "a card, or "
    "an apprentice thanks you for an hour of your time, and you know why you stayed. I tell the young ones "
    "to look at "
    "the whole of the offer and not only at the number on top: the pension, the hours, the people, the way "
    "home. Money "
    "matters, of course it does. But nobody ever quit over the last thousand dollars; they quit because they "
    "were not "
    "heard. Ask who will train you. Ask how many left last year. Ask to see the room where you will work, "
    "and talk to "
    "somebody who has the job that you want to have in five years. If they will not let you, you have your "
    "answer.\"";

}  // namespace

TEST_CASE("copies of an article are known, whatever a site does to them", "[fingerprint]") {
  const std::vector<std::string> names{
      "nursing-pay-guide.txt", "cloud-security-careers.md",       "machine-learning-careers-guide.md",
      "uk-solicitor-pay.txt",  "project-management-salaries.txt", "trades-in-the-midwest.html"};
  for (const std::string& name : names) {
    const std::string text = article(name);
    const std::string known = fingerprint(text);
    REQUIRE_FALSE(known.empty());
    const std::string paragraph =
        "This story first ran in the morning paper. Readers who have worked in the trade for long wrote to "
        "us about it, "
        "and we thank them; some of their letters will be printed next week.";
    std::map<std::string, std::string> copies{
        {"itself", text},
        {"a byline before it", "By Alex Example, Staff Writer\n\n" + text},
        {"a paragraph more", with_paragraph(text, paragraph)},
        {"a note at its end", text + "\n\n" + paragraph + "\n"},
        {"page chrome around it", "Home | Jobs | Advice | Sign in\n\n" + text +
                                      "\n\n## Related articles\n\n- [What welders earn](/w)\n- [Ten jobs for "
                                      "$90,000](/t)\n- [Ask us](/a)\n"},
    };
    if (!name.ends_with(".html")) {
      copies["lines end otherwise"] = replaced(text, "\n", "\r\n");
      if (code_point_at(text, 0).value < 0x80) copies["UTF-16"] = utf16(replaced(text, "\r\n", "\n"));
    }
    for (const auto& [what, copy] : copies) {
      CAPTURE(name, what);
      CHECK(are_copies(known, fingerprint(copy)));
      CHECK(are_copies(fingerprint(copy), known));
    }
  }
}

TEST_CASE("a copy in another character set or with other quotes is known", "[fingerprint]") {
  const std::string text = replaced(article("nursing-pay-guide.txt"), "'", "\xe2\x80\x99");
  const std::string windows =
      replaced(replaced(article("nursing-pay-guide.txt"), "'", "\x92"), "\xe2\x80\x94", "\x97");
  CHECK(are_copies(fingerprint(text), fingerprint(windows)));
  CHECK(are_copies(fingerprint(text), fingerprint(article("nursing-pay-guide.txt"))));
}

TEST_CASE("articles that were written one by one are no copies", "[fingerprint]") {
  std::map<std::string, std::string> known;
  for (const auto& entry : std::filesystem::directory_iterator(test::tree_path("corpus/articles"))) {
    const std::string name = entry.path().filename().string();
    known[name] = fingerprint(article(name));
  }
  REQUIRE(known.size() > 10);
  for (const auto& [one, of_one] : known)
    for (const auto& [other, of_other] : known) {
      CAPTURE(one, other);
      CHECK(are_copies(of_one, of_other) == (one == other && !of_one.empty()));
    }
}

TEST_CASE("pages made from one template are no copies of each other", "[fingerprint]") {
  const std::string known = fingerprint(template_page("welder", "Tampa", 46310));
  REQUIRE_FALSE(known.empty());
  CHECK(are_copies(known, fingerprint(template_page("welder", "Tampa", 46310) + "\nShare this page\n")));
  CHECK_FALSE(are_copies(known, fingerprint(template_page("welder", "Denver", 52770))));
  CHECK_FALSE(are_copies(known, fingerprint(template_page("plumber", "Tampa", 58440))));
  CHECK_FALSE(
      are_copies(known, fingerprint(template_page("welder", "Tampa", 48990))));  // the page of next year
}

TEST_CASE("articles that share a long quote are no copies", "[fingerprint]") {
  const std::string one =
      "# Nurses on their work\n\nThe ward is quiet at six in the morning. Maria Torres has put on her shoes "
      "and read the "
      "notes of the night. She has worked here for eleven years, through two mergers and one flood, and she "
      "has trained "
      "most of the people who will come through the door in an hour.\n\n" +
      kQuote +
      "\n\nHer hospital pays $81,200 at her step. The union asks for 6% more, and talks go on in March. "
      "Until then she "
      "takes the extra shifts, since the roof of her house will not wait for the outcome of any talks.\n";
  const std::string other =
      "# What a mentor told our apprentices\n\nEvery spring the lodge invites somebody who has seen a thing "
      "or two. This "
      "year it was a nurse, which made some of the electricians laugh until she began to speak. We wrote "
      "down what she "
      "said, and hung it beside the board with the shifts.\n\n" +
      kQuote +
      "\n\nApprentices begin at $24.50 an hour here and earn 45% more after the third year. There are "
      "nineteen places, "
      "and the letters of those who want one should be with the lodge before the end of May at the latest.\n";
  REQUIRE_FALSE(fingerprint(one).empty());
  REQUIRE_FALSE(fingerprint(other).empty());
  CHECK_FALSE(are_copies(fingerprint(one), fingerprint(other)));
}

TEST_CASE("a short text, or one of few different words, has no fingerprint", "[fingerprint]") {
  CHECK(fingerprint("").empty());
  CHECK(fingerprint("A data scientist earns $112,000 a year.").empty());
  std::string again;
  for (int i = 0; i < 500; ++i) again += "A nurse earns $80,000. ";
  CHECK(fingerprint(again).empty());
  CHECK_FALSE(are_copies("", ""));
  CHECK_FALSE(are_copies("not a fingerprint", "not a fingerprint"));
}

TEST_CASE("a fingerprint is made only where it is asked for", "[fingerprint]") {
  const Rulebook rulebook = Rulebook::builtin();
  const Document document = ingest("x", article("nursing-pay-guide.txt"));
  const ExtractedDocument with = extract(document, rulebook), without = extract(document, rulebook, {false});
  CHECK_FALSE(with.fingerprint.value().empty());
  CHECK_FALSE(without.fingerprint.has_value());
  CHECK_FALSE(extract(ingest("x", ""), rulebook, {false}).fingerprint.has_value());
  CHECK(with.mentions.size() == without.mentions.size());
}

}  // namespace careerfacts
