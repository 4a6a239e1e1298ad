#include "ingest/inline_marks.h"

#include "tests/support/catch.h"

namespace careerfacts {
namespace {

std::string plain(std::string_view text) {
  Rewriter out(text);
  write_without_marks(out, text, 0, text.size());
  return out.finish().text;
}

TEST_CASE("inline marks go, their text stays") {
  struct Case {
    std::string_view marked, text;
  };
  const auto [marked, text] = GENERATE(values<Case>({
      {"**$95,000** - **$125,000**", "$95,000 - $125,000"},
      {"**$95**,000", "$95,000"},
      {"*median* and _mean_ and ***both***", "median and mean and both"},
      {"[the report](https://bls.gov/a_b?c=(1))", "the report"},
      {"[the *report*](https://bls.gov \"title\"), page 3", "the report, page 3"},
      {"[the report][1] says", "the report says"},
      {"a[^3] note", "a note"},
      {"see https://www.bls.gov/ooh/a.htm. Then", "see . Then"},
      {"see <https://www.bls.gov> now", "see  now"},
      {"`code` ticks", "code ticks"},
      {"~~old~~ new", "old new"},
      {"\\$90,000 \\* 2", "$90,000 * 2"},
      {"{{< figure src=\"a.png\" >}}text", "text"},
      {"{% include x %}text", "text"},
  }));
  CHECK(plain(marked) == text);
}

TEST_CASE("a mark is seen wherever it stands in a long text") {
  for (std::size_t at = 0; at < 40; ++at) {
    const std::string before(at, 'x'), after(40 - at, 'h');
    REQUIRE(plain(before + " **b** [c](http://d) https://e ~~f~~ " + after) == before + " b c  f " + after);
    REQUIRE(plain(before + " `b` \\$5 " + after) == before + " b $5 " + after);
  }
}

TEST_CASE("what is no mark stays") {
  const std::string text =
      GENERATE(as<std::string>(), "5 * 3", "5*3 = 15", "snake_case_name", "____ blank",
               "[in brackets] and (in brackets)", "array[0]", "a ~ b", "C:\\path", "https is a protocol",
               "{ not a shortcode }", "a < b", "wow!", "[", "]", "[]", "*", "\\", "{{");
  CHECK(plain(text) == text);
}

TEST_CASE("the alternative text of an image does not glue to its neighbours") {
  const std::string text = plain("Pay ![A nurse at work](nurse.png) rises");
  CHECK(text.find("nurse.png") == std::string::npos);
  CHECK(text.find("Pay ") == 0);
  CHECK(text.find(" rises") != std::string::npos);
}

TEST_CASE("an amount with emphasis inside is cited with its marks") {
  const std::string raw = "pay **$95,000** \xE2\x80\x93 **$125,000** a year";
  Rewriter out(raw);
  write_without_marks(out, raw, 0, raw.size());
  const Rewriter::Result made = out.finish();
  const std::size_t at = made.text.find('$');
  const RawSpan there = made.map.to_raw(TextSpan{at, made.text.find(" a year")});
  CHECK(raw.substr(there.begin, there.size()) == "$95,000** \xE2\x80\x93 **$125,000");
}

TEST_CASE("a range inside a text leaves the rest alone") {
  const std::string raw = "*a* *b* *c*";
  Rewriter out(raw);
  write_without_marks(out, raw, 4, 7);
  CHECK(out.finish().text == "*a* b *c*");
}

TEST_CASE("links are found after marks that lead nowhere, unless there is nothing but such marks") {
  std::string few;
  for (int i = 0; i < 8; ++i) few += "[a](";
  CHECK(plain(few + "\n[b](c)") == few + "\nb");
  std::string many;
  while (many.size() < 100'000) many += "](";
  CHECK(plain(many) == many);
  CHECK(plain(many + "\n[b](c)") == many + "\n[b](c)");  // the price of the bound on vain work
}

}  // namespace
}  // namespace careerfacts
