// Text that repeats one piece tens of thousands of times costs no more than some times what ordinary text of
// that size does: a step that is not linear shows as a failure here. tests/bench/stress.py does the same with
// 50 MB of each, and looks at memory.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <regex>

#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/property/articles.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::size_t kBytes = 1 << 17;

// The densest of them hold a fact in every three bytes and cost some five times as much as articles.
constexpr double kMostTimes = 25;
// What is dear is tried at an eighth of its size too: it may cost this many times less, and 64 times less
// would be quadratic. Less than that is not asked about, for a step that is quadratic is dear before it
// hurts.
constexpr double kDear = 2.5, kMostGrowth = 24;

Milliseconds time_of(const std::string& raw) {
  static const Rulebook rulebook = Rulebook::builtin();
  const std::clock_t begin = std::clock();  // processor time: other work on the machine does not count
  const ExtractedDocument found = extract(ingest("x", raw), rulebook);
  const Milliseconds spent(1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  CHECK(found.bytes == raw.size());
  return spent;
}

std::string ordinary_text() {
  std::string text;
  for (const std::string& article : test::articles()) text += article + "\n";
  while (text.size() < kBytes) text += text;
  return text.substr(0, kBytes);
}

// The pieces, in lines of their own and one behind another; those that end a line have no second form.
std::vector<std::string> pieces() {
  const std::vector<std::string> once{
      // signs and digits
      "$", "9", "9 ", "%", "(", ")", "[", "](", "[a](", "[a](b(", "![a](b)", "[1]", "|", "*", "**", "_", "__",
      "`", "&", "&amp;", "&#", "&#8217;", "<", "<a '", "<b>", "</p>", "<!--", "<td>", "<table><tr><td>",
      "<ul><li>", "<script>", "<div>", "{{", "{%", "\"", "'", "'a ", "+", "-", "=", "~", "\\*", ".", "..",
      ". ", "?", "!", ": ", "; ", ", ", "/", "@", "a@b.c ", "https://a.b ", "http://", "1.", "1,", "1 000 ",
      "00:", "12:30 ", "1/2 ", "\xC2\xB2", "\xC2\xBD",
      // bytes and characters
      "\xCC\x81", "e\xCC\x81", "\xC2\xA0", "\xC2\xAD", "\xE2\x80\x8B", "\xEF\xBC\x84", "\xF0\x9F\x98\x80",
      "\xE0\xB9\x82\xE0\xB8\x82", "\xE2\x80\xA2", "\xE2\x80\xA2 ", "\xE2\x9C\x93", "\xFF", "\x80", "\xE2",
      "\xC3", "\xD0", "\xED\xA0\xBD", "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2", "\xC3\x83\xC2\xA9",
      "\xC3\xA2\xE2\x82\xAC", "\xC3\x83 ", "\xD0\xA0\xC2\xB0", "\xC3\xA3\xC2\xA9", "\r", "\t",
      // words
      "word ", "word", "and ", "of ", "the ", "A", "A ", "N. ", "U.S. ", "Inc. ", "one ", "one hundred ",
      "twenty-five ", "million ", "per ", "a year ", "2024 ", "in 2024 ", "from 2020 to 2030 ",
      // facts and what stands around them
      "$1,000 ", "100 ", "$100 ", "$1 to ", "$50,000-$60,000 ", "($50,000) ", "$50,000\t", "5% ", "5%, ",
      "5% to ", "(5%) ", "grew 5% ", "5% of nurses ", "salary ", "salary $50,000 ", "RN ", "PMP ", "(PMP) ",
      "Nurse ", "Nurse, ", "nurse. ", "Lead ", "XYZ, ", "Manager of ", "Manager of Data ", "Director, ",
      "engineer/", "data scientist, ", "data scientist and ", "Senior ", "Certified ", "Certified Nurse ",
      "certification ", "Certifications: ABC, ", "(BLS) ", "BLS ", "BLS says ", "according to ",
      "according to BLS ", "Source: ", "Institute of ", "Name: text ", "Nurse: $50,000; ", "Home | About | "};
  const std::vector<std::string> lines{"- a\n",
                                       "  - a\n",
                                       "> a\n",
                                       "# a\n",
                                       "**a**\n",
                                       "```\n",
                                       "---\n",
                                       "===\n",
                                       "|---|\n",
                                       "| a | b |\n",
                                       "| Nurse | $50,000 | 5% |\n",
                                       "Nurse\t$50,000\t5%\n",
                                       "Nurse    $50,000    5%\n",
                                       "1. Nurse: $50,000\n",
                                       "- Nurse ($50,000-$60,000): text\n",
                                       "- [ ] a\n",
                                       "{\n",
                                       "{\"a\":\n",
                                       "SELECT\n",
                                       "SELECT a FROM b;\n",
                                       "SELECT ; \n",
                                       "<?php \n",
                                       "---\ntitle: a\n",
                                       "Share\n",
                                       "Related articles\n",
                                       "\n",
                                       " \n",
                                       "\r\n"};
  std::vector<std::string> all;
  for (const std::string& piece : once) {
    all.push_back(piece);
    all.push_back(piece + "\n");
  }
  all.insert(all.end(), lines.begin(), lines.end());
  std::string indented;  // lists in lists in lists
  for (int depth = 0; depth < 200; ++depth)
    indented += std::string(static_cast<std::size_t>(depth), ' ') + "- a\n";
  all.push_back(indented);
  return all;
}

TEST_CASE("repetitions of one piece cost no more than some times what articles do", "[property]") {
  const std::string ordinary = ordinary_text();
  Milliseconds usual = time_of(ordinary);
  for (int i = 0; i < 4; ++i) usual = std::min(usual, time_of(ordinary));
  std::vector<std::pair<double, std::string>> costs;
  for (const std::string& piece : pieces()) {
    std::string raw;
    while (raw.size() < kBytes) raw += piece;
    double times = time_of(raw) / usual;
    for (int i = 0; i < 3 && times > kMostTimes; ++i) times = std::min(times, time_of(raw) / usual);
    INFO("'" << piece << "' costs " << times << " times as much as articles");
    CHECK(times <= kMostTimes);
    if (times > kDear) {
      const std::string eighth = raw.substr(0, kBytes / 8);
      double growth = 1000;
      for (int i = 0; i < 4 && growth > kMostGrowth; ++i)
        growth = std::min(growth, time_of(raw) / time_of(eighth));
      INFO("and " << growth << " times as much as an eighth of it");
      CHECK(growth <= kMostGrowth);
    }
    costs.emplace_back(times, piece);
  }
  std::sort(costs.rbegin(), costs.rend());
  std::printf("articles %.1f ms; the slowest, times that:", usual.count());
  for (std::size_t i = 0; i < 12; ++i) {
    const std::string piece = costs[i].second.substr(0, 40);
    std::printf(" %.1f '%s'", costs[i].first, std::regex_replace(piece, std::regex("\n"), "\\n").c_str());
  }
  std::printf("\n");
}

}  // namespace
}  // namespace careerfacts
