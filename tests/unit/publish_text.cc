// Mentions as people read them.
#include "publish/mention_text.h"

#include "tests/support/catch.h"
#include "tests/support/samples.h"

namespace careerfacts {
namespace {

TEST_CASE("a mention is one line that starts with its place", "[publish]") {
  std::string line;
  append_mention_text(line, test::sample_document(), test::sample_salary());
  CHECK(line ==
        "articles/pay.md:12:22: salary: $90,000 to $120,000 — USD about 90,000 to 120,000 a year, median, "
        "base pay, "
        "senior level, for data scientist, says Glassdoor (2024) [money.range]\n");
}

TEST_CASE("each kind is described in words", "[publish]") {
  CHECK(describe(test::sample_percentage()) ==
        "22.5%, change up from 2020 to 2030 of employment of data scientists, for data scientist, "
        "source only hinted at");
  CHECK(describe(test::sample_role()) == "data scientist (SOC 15-2051)");
  CHECK(describe(test::sample_certification()) == "certified analytics professional (CAP), by INFORMS");
}

TEST_CASE("bounds are told with their hedge", "[publish]") {
  CHECK(describe(Bounds{90000, 90000, Modifier::none}) == "90,000");
  CHECK(describe(Bounds{150000, std::nullopt, Modifier::over}) == "over 150,000");
  CHECK(describe(Bounds{std::nullopt, 25.5, Modifier::up_to}) == "up to 25.5");
  CHECK(describe(Bounds{std::nullopt, 20, Modifier::none}) == "to 20");
  CHECK(describe(Bounds{20, std::nullopt, Modifier::none}) == "from 20");
  CHECK(describe(Bounds{}) == "?");
}

TEST_CASE("digits stand in groups of three", "[publish]") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567.5) == "1,234,567.5");
  CHECK(grouped(-1234) == "-1,234");
}

TEST_CASE("a quote over several lines stays on one", "[publish]") {
  Mention mention = test::sample_role();
  mention.quote = "data\r\nscientist";
  std::string line;
  append_mention_text(line, test::sample_document(), mention);
  CHECK(line.find('\n') == line.size() - 1);
}

}  // namespace
}  // namespace careerfacts
