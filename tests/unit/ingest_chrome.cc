// What is page chrome, and what is not.
#include "ingest/chrome.h"

#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// The texts of the blocks that are chrome, each with a '|' behind it.
std::string chrome_of(const std::string& raw) {
  const Document document = ingest("x", raw);
  std::string found;
  for (const Block& block : document.blocks)
    if (block.chrome) found += std::string(document.at(block)) + '|';
  return found;
}

const std::string kProse =
    "Nurses are paid by the hour in most places, and by the shift in some, as everybody on a ward will tell "
    "you at once.";

TEST_CASE("every phrase of chrome marks its example, and says so") {
  for (const ChromeRule& rule : chrome_rules()) {
    INFO(rule.phrase);
    const Document document = ingest("x", std::string(rule.example) + "\n\n" + kProse + "\n");
    REQUIRE(document.chrome.size() >= 1);
    CHECK(document.blocks[document.chrome[0].block].chrome);
    CHECK(document.chrome[0].reason == std::string(rule.reason) + ": '" + std::string(rule.phrase) + "'");
    const bool next = rule.reach == ChromeRule::Reach::next || rule.reach == ChromeRule::Reach::section;
    if (document.blocks[0].kind == BlockKind::paragraph && !next) CHECK_FALSE(document.blocks.back().chrome);
  }
}

TEST_CASE("of two phrases the longer one is the reason, a figure keeps a text in the article") {
  CHECK(ingest("x", "Skip to main content").chrome.at(0).reason == "navigation: 'skip to main content'");
  CHECK(chrome_of("Written by Jane Doe") == "Written by Jane Doe|");
  CHECK(chrome_of("Written by Jane Doe, who earns $90,000") == "");
  CHECK(chrome_of("Related: nurses earn $90,000") == "Related: nurses earn $90,000|");
}

TEST_CASE("ordinary text is not chrome") {
  const std::string text =
      GENERATE(as<std::string>(), kProse, "Share of nurses who work nights: 40%",
               "Related occupations earn less", "By Experience Level", "Copyright lawyers earn $120,000",
               "Menu planners earn $40,000", "Search engine optimisation specialist", "Contents of the exam",
               "Nurse | Doctor | Surgeon", "Python / SQL / R", "Written by nurses who earn $80,000 and more",
               "Photo editors earn $60,000", "Read more books and earn $90,000", "Comments are welcome",
               "- LinkedIn\n- Indeed\n- Twitter\n- Facebook", "Subscribers pay $5",
               "Thumbnail designers earn $30,000", "The author is paid $10 a page");
  CHECK(chrome_of(text) == "");
}

TEST_CASE("a list of related articles ends at a heading, a sentence or figures of the article") {
  CHECK(chrome_of("# Pay\n\n" + kProse +
                  "\n\n## Related Articles\n\n- Jobs that pay $100,000\n- What aides earn\n\n" + kProse +
                  "\n\n- nurse\n") == "Related Articles|Jobs that pay $100,000|What aides earn|");
  CHECK(chrome_of("## You may also like\n- What aides earn\n## Pay\n- Nurse\n") ==
        "You may also like|What aides earn|");
  CHECK(chrome_of("Read next\n\n- Nurse: $90,000\n- Aide\n") == "Read next|");
}

TEST_CASE("a table with figures is never chrome, and ends what was open") {
  CHECK(chrome_of("## Related Articles\n\n| Job | Pay |\n|---|---|\n| Nurse | $90,000 |\n\n- aide\n") ==
        "Related Articles|");
  CHECK(chrome_of("<nav><table><tr><td>Nurse</td><td>$90,000</td></tr></table></nav>") == "");
  CHECK(chrome_of("## Related Articles\n\n| What aides earn | How to ask |\n|---|---|\n| Why | How |\n") ==
        "Related Articles|What aides earn|How to ask|Why|How|");
}

TEST_CASE("a table of contents is what stands again below it") {
  const std::string body = "Pay of nurses\n\n" + kProse + "\n\nWhere to train\n\n" + kProse + "\n";
  CHECK(chrome_of("In this article\n\nPay of nurses\n\nWhere to train\n\n" + body) ==
        "In this article|Pay of nurses|Where to train|");
  CHECK(chrome_of("Table of contents\n\n" + body) == "Table of contents|");
}

TEST_CASE("what a page calls navigation is chrome, and nothing after it") {
  CHECK(chrome_of("<nav><ul><li>Pay</li><li>Nurses</li></ul></nav><p>A nurse earns $90,000.</p>") ==
        "Pay|Nurses|");
  CHECK(chrome_of("<nav><p>Pay</p><p>A nurse earns $90,000.</p>") == "");  // never closed
}

TEST_CASE("bars and trails of links") {
  CHECK(chrome_of("Home / Jobs / Nursing\n\n" + kProse) == "Home / Jobs / Nursing|");
  CHECK(chrome_of("Advice > Pay > Nursing\n\n" + kProse) == "Advice > Pay > Nursing|");
  CHECK(chrome_of(kProse + "\n\nAbout | Privacy | Jobs | Terms\n") == "About | Privacy | Jobs | Terms|");
  CHECK(chrome_of(kProse + "\n\n- Home\n- About\n- Facebook\n") == "Home|About|Facebook|");
}

TEST_CASE("boxes about the author and comments") {
  CHECK(chrome_of("About the author\n\nJane Doe has been a nurse for ten years.\n\n" + kProse) ==
        "About the author|Jane Doe has been a nurse for ten years.|");
  CHECK(chrome_of("## 2 Comments\n\nI earn $90,000 as a nurse.\n\n## Pay\n\n" + kProse) ==
        "2 Comments|I earn $90,000 as a nurse.|");
}

}  // namespace
}  // namespace careerfacts
