#include "ingest/lines.h"

#include <random>
#include <string>

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

using Kinds = std::vector<LineKind>;

Kinds kinds(std::string_view text) {
  Kinds result;
  for (const Line& line : read_lines(text)) result.push_back(line.kind);
  return result;
}

constexpr LineKind kBlank = LineKind::blank, kText = LineKind::text, kItem = LineKind::item,
                   kRow = LineKind::row, kRule = LineKind::rule, kHeading = LineKind::heading,
                   kCode = LineKind::code, kFence = LineKind::fence, kMatter = LineKind::matter,
                   kSeparator = LineKind::separator, kBold = LineKind::bold;

TEST_CASE("each line is what its marks say") {
  struct Case {
    std::string_view line;
    LineKind kind;
  };
  const auto [line, kind] = GENERATE(values<Case>({
      {"Nurses earn more.", kText},
      {" \t ", kBlank},
      {"## Pay", kHeading},
      {"####### seven", kText},
      {"#hashtag", kText},
      {"- item", kItem},
      {"* item", kItem},
      {"+ item", kItem},
      {"• item", kItem},
      {"✓item", kItem},
      {"1. item", kItem},
      {"12) item", kItem},
      {"2024. A year", kText},
      {"1.5 million jobs", kText},
      {"-5% growth", kText},
      {"+", kText},
      {"| a | b |", kRow},
      {"a\tb", kRow},
      {"| only", kText},
      {"|---|:-:|", kSeparator},
      {"---|---", kSeparator},
      {"---", kRule},
      {"* * *", kRule},
      {"___", kRule},
      {"+-----+-----+", kRule},
      {"**Bold line**", kBold},
      {"__Bold line__:", kBold},
      {"**Pay:** $90,000", kText},
      {"[1]: https://example.org", kCode},
      {"[^1]: A note that says more", kText},
      {"> quoted text", kText},
      {"> - quoted item", kItem},
      {">", kBlank},
  }));
  INFO(line);
  CHECK(kinds(line) == Kinds{kind});
}

TEST_CASE("the content is without marks, and its offsets are exact") {
  const std::string text = "  - [x] done  \n## Pay ##\n>  > deep\n1)  one";
  const std::vector<Line> lines = read_lines(text);
  REQUIRE(lines.size() == 4);
  CHECK(content(text, lines[0]) == "done");
  CHECK(lines[0].indent == 2);
  CHECK(lines[0].hard_break);
  CHECK(content(text, lines[1]) == "Pay");
  CHECK(lines[1].level == 2);
  CHECK(content(text, lines[2]) == "deep");
  CHECK(content(text, lines[3]) == "one");
  CHECK(lines[3].ordered);
}

TEST_CASE("a tab is worth four columns of indent") {
  CHECK(read_lines("\t- a")[0].indent == 4);
  CHECK(read_lines("  \t- a")[0].indent == 4);
}

TEST_CASE("underlined lines are headings") {
  CHECK(kinds("Title\n=====\n\nPart\n---") == Kinds{kHeading, kRule, kBlank, kHeading, kRule});
  CHECK(kinds("text\n\n---\nmore") == Kinds{kText, kBlank, kRule, kText});
}

TEST_CASE("fences hide code but show text") {
  CHECK(kinds("```sql\nSELECT 1\n```\nx") == Kinds{kFence, kCode, kFence, kText});
  CHECK(kinds("```\nplain\n```") == Kinds{kFence, kText, kFence});
  CHECK(kinds("~~~text\n- a\n~~~") == Kinds{kFence, kItem, kFence});
}

TEST_CASE("front matter stands at the top only, and needs a key") {
  CHECK(kinds("---\ntitle: X\ntags:\n  - a\n---\nText") ==
        Kinds{kMatter, kMatter, kMatter, kMatter, kMatter, kText});
  CHECK(kinds("Text\n\n---\ntitle: X\n---")[3] != kMatter);
  CHECK(kinds("---\nNo key in here\n---")[1] != kMatter);
  CHECK(kinds("---\ntitle: never closed")[0] == kRule);
}

TEST_CASE("lines with inner pipes are rows where two stand together") {
  CHECK(kinds("Job | Pay | Year\nNurse | $90,000 | 2024") == Kinds{kRow, kRow});
  CHECK(kinds("Job | Pay\n---|---\nNurse | $9") == Kinds{kRow, kSeparator, kRow});
  CHECK(kinds("Home | About | Contact") == Kinds{kText});
  CHECK(kinds("a | b\nc | d") == Kinds{kText, kText});
  CHECK(kinds("Job | Pay\nNurse | $90,000\nAide | $34,000+") == Kinds{kRow, kRow, kRow});
  CHECK(kinds("Job | Pay\nNurse | $90,000\nAide | little") == Kinds{kText, kText, kText});
  CHECK(kinds("Posted in Careers | 7 min read\nBy Jane | May 2025\nHome | 3") == Kinds{kText, kText, kText});
}

TEST_CASE("every byte of a text lies in one line") {
  for (const std::string text : {"", "\n", "a", "a\n", "a\n\nb", "\n\n"}) {
    const std::vector<Line> lines = read_lines(text);
    REQUIRE_FALSE(lines.empty());
    std::size_t at = 0;
    for (const Line& line : lines) {
      CHECK(line.begin == at);
      CHECK((line.begin <= line.content_begin && line.content_begin <= line.content_end &&
             line.content_end <= line.end));
      at = line.end + 1;
    }
    CHECK(at >= text.size());
  }
}

TEST_CASE("the signs of a line are what a search finds in it") {
  const std::vector<std::string> kPieces{
      "word", " ", "  ", "\t", "|",     ":", "/", "//", "https://",          "*",
      "_",    "`", "[",  "]",  "{",     "~", "<", "\\", "longer words here", "é",
      "• ",   "-", "#",  "1.", "$5,000"};
  std::mt19937 random(12);
  for (int round = 0; round < 5000; ++round) {
    std::string text = "x";
    for (std::size_t n = random() % 12; n > 0; --n) text += kPieces[random() % kPieces.size()];
    text += "x";
    const std::vector<Line> lines = read_lines(text);
    REQUIRE(lines.size() == 1);
    const auto has = [&](std::string_view what) { return text.find(what) != std::string::npos; };
    INFO(text);
    const Signs& signs = lines[0].signs;
    REQUIRE(signs.pipe == has("|"));
    REQUIRE(signs.tab == has("\t"));
    REQUIRE(signs.spaces == has("  "));
    REQUIRE(signs.label == (has(": ") || has(":\t")));
    REQUIRE(signs.slash == has(" /"));
    // It may say more than there is, never less.
    if (text.find_first_of("*_`[]{~<\\") != std::string::npos || has("//")) REQUIRE(signs.marked);
  }
}

TEST_CASE("a line of nothing but bullets is one item") {
  for (const std::string mark : {"•", "• ", "✓", "- •"}) {
    std::string text;
    while (text.size() < 2'000'000) text += mark;
    const std::vector<Line> lines = read_lines(text);
    REQUIRE(lines.size() == 1);
  }
  const std::vector<Line> lines = read_lines("- • ✓ • Nurses");
  REQUIRE(lines.size() == 1);
  CHECK(content("- • ✓ • Nurses", lines[0]) == "Nurses");
}

}  // namespace
}  // namespace careerfacts
