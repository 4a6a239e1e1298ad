#include "ingest/blocks.h"

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// A structure with its text at hand.
struct Read {
  explicit Read(std::string_view text) : found(find_structure(text)) {}
  std::string at(std::size_t block) const {
    const TextSpan span = found.blocks.at(block).span;
    return found.text.text.substr(span.begin, span.size());
  }
  // "heading Pay | paragraph …": kinds and texts of all blocks.
  std::string all() const {
    static constexpr std::array<const char*, 6> kNames{"title", "heading", "paragraph",
                                                       "item",  "cell",    "code"};
    std::string result;
    for (std::size_t i = 0; i < found.blocks.size(); ++i)
      result += (i == 0 ? "" : " | ") + std::string(kNames[static_cast<std::size_t>(found.blocks[i].kind)]) +
                " " + at(i);
    return result;
  }
  // Headings above a block, outermost first.
  std::string path(std::size_t block) const {
    std::string result;
    for (std::uint32_t s = found.blocks[block].section; s != 0; s = found.sections[s].parent)
      result = at(found.sections[s].heading) + (result.empty() ? "" : " > " + result);
    return result;
  }
  Structure found;
};

const std::string kLong =
    "Nurses are paid by the hour in most hospitals of the country, and the pay of those who work at night is "
    "a good deal better than that of the others.";

TEST_CASE("headings in every habit") {
  struct Case {
    std::string text, blocks;
  };
  const auto [text, blocks] = GENERATE_REF(values<Case>({
      {"# Pay\n\n## By state\n\nText.", "title Pay | heading By state | paragraph Text."},
      {"Pay\n===\n\nBy state\n--------\nText.", "title Pay | heading By state | paragraph Text."},
      {"Pay of nurses\n\n" + kLong, "title Pay of nurses | paragraph " + kLong},
      {"# T\n\n**By state**\n\nText.", "title T | heading By state | paragraph Text."},
      {kLong + "\n\nHow much do nurses earn?\nA lot.",
       "paragraph " + kLong + " | heading How much do nurses earn? | paragraph A lot."},
      {kLong + "\n\nIs it hard? +\nNo.", "paragraph " + kLong + " | heading Is it hard? + | paragraph No."},
      {kLong + "\n\nWhat some pay a tiler\n\nThe averages are:\n1) Acme: $1\n2) Brill: $2",
       "paragraph " + kLong +
           " | heading What some pay a tiler | paragraph The averages are: | item Acme: $1 | item Brill: $2"},
      {"| A | B |\n|---|---|\n| 1 | 2 |\n\nTable of tilers\n\nOf these:\n- one",
       "cell A | cell B | cell 1 | cell 2 | paragraph Table of tilers | paragraph Of these: | item one"},
      {"2. What pays\n\n" + kLong, "heading What pays | paragraph " + kLong},
      {"2. What pays\n3. What does not\n\n" + kLong,
       "item What pays | item What does not | paragraph " + kLong},
      {"# A\n## B\n\nWhat pays\n\n" + kLong,
       "title A | heading B | paragraph What pays | paragraph " + kLong},
  }));
  CHECK(Read(text).all() == blocks);
}

TEST_CASE("the heading path of a block") {
  const Read read("# A\n\nzero.\n\n## B\n\none.\n\n### C\n\ntwo.\n\n## D\n\nthree.");
  REQUIRE(read.found.blocks.size() == 8);
  CHECK(read.path(1) == "A");
  CHECK(read.path(3) == "A > B");
  CHECK(read.path(5) == "A > B > C");
  CHECK(read.path(7) == "A > D");
  CHECK(read.found.metadata.title == "A");
}

TEST_CASE("wrapped lines are one paragraph, sentences and labels of their own are not") {
  CHECK(
      Read("# T\n\nNurses who work at night in one of the larger hospitals earn\nmore than others.").all() ==
      "title T | paragraph Nurses who work at night in one of the larger hospitals earn\nmore than others.");
  CHECK(Read("# T\n\nOne.\nTwo.").all() == "title T | paragraph One. | paragraph Two.");
  CHECK(Read("# T\n\nfirst  \nsecond").all() == "title T | paragraph first | paragraph second");
}

TEST_CASE("nested lists know their depth, their parent and what introduces them") {
  const Read read("Pay by level:\n\n- Junior\n  - $50,000\n- Senior\n  - US\n    - $90,000\n\nEnd of it.");
  REQUIRE(read.all() ==
          "paragraph Pay by level: | item Junior | item $50,000 | item Senior | item US | item $90,000 | "
          "paragraph End of it.");
  const std::vector<Block>& b = read.found.blocks;
  CHECK((b[1].level == 0 && b[2].level == 1 && b[4].level == 1 && b[5].level == 2));
  CHECK((b[1].parent == kNone && b[2].parent == 1 && b[4].parent == 3 && b[5].parent == 4));
  CHECK((b[1].lead == 0 && b[5].lead == 0));
}

TEST_CASE("short lines under a colon are its list") {
  const Read read("# T\n\n## U\n\nThe pay looks like this:\n\nOne year: $30,000\n\nTwo years: $35,000\n\n" +
                  kLong);
  REQUIRE(read.found.blocks.size() == 6);
  CHECK((read.found.blocks[3].lead == 2 && read.found.blocks[4].lead == 2));
  CHECK(read.found.blocks[5].lead == kNone);
}

TEST_CASE("lines that are a label, a dash and an amount are a list") {
  CHECK(Read("# T\n\nPaid by the hour.\n\nHead tiler - $44 - $52\nTile setter - $31 to $40+\n\n" + kLong)
            .all() ==
        "title T | paragraph Paid by the hour. | item Head tiler - $44 - $52 | item Tile setter - $31 to "
        "$40+ | "
        "paragraph " +
            kLong);
  CHECK(Read("# T\n\nFrom $44 - $52\nFrom $31 - $40").all() ==
        "title T | paragraph From $44 - $52 | paragraph From $31 - $40");
}

TEST_CASE("a heading ends what introduces a list") {
  const Read read("# T\n\nPay:\n\n## Next\n\n- one");
  CHECK(read.found.blocks.back().lead == kNone);
}

TEST_CASE("front matter is metadata, not text") {
  const Read read(
      "---\ntitle: \"Pay: a guide\"\nauthor: A. Writer\ndate: 2024-05-01\nlang: en\n---\n\nText.");
  CHECK(read.all() == "paragraph Text.");
  CHECK(read.found.metadata.title == "Pay: a guide");
  CHECK(read.found.metadata.author == "A. Writer");
  CHECK(read.found.metadata.published == "2024-05-01");
  CHECK(read.found.metadata.language == "en");
}

TEST_CASE("code is a block of its own, a fence without language holds text") {
  CHECK(Read("# T\n\n```python\nx = 1\n```\n\n```\nPay: $90,000\n```").all() ==
        "title T | code x = 1 | paragraph Pay: $90,000");
}

TEST_CASE("block quotes are read as what they quote") {
  CHECK(Read("# T\n\n> Nurses earn more.\n>\n> - $90,000").all() ==
        "title T | paragraph Nurses earn more. | item $90,000");
}

TEST_CASE("blocks stand in text order, inside it, and no word is lost") {
  const std::string text =
      "# A\n\n" + kLong + "\n- one **two**\n  - three\n\n| a | b |\n|---|---|\n| c | d |\n\nEnd";
  const Read read(text);
  std::size_t end = 0;
  std::string words;
  for (std::size_t i = 0; i < read.found.blocks.size(); ++i) {
    const TextSpan span = read.found.blocks[i].span;
    CHECK((end <= span.begin && span.begin <= span.end && span.end <= read.found.text.text.size()));
    end = span.end;
    words += read.at(i) + " ";
  }
  for (const char* word : {"A", "better", "one two", "three", "a", "b", "c", "d", "End"})
    CHECK(words.find(word) != std::string::npos);
}

TEST_CASE("nothing gives nothing") {
  CHECK(Read("").found.blocks.empty());
  CHECK(Read("\n \n\t\n").found.blocks.empty());
  CHECK(Read("").found.sections.size() == 1);
}

}  // namespace
}  // namespace careerfacts
