// What a percentage tells. The examples of the rulebook cover the phrases one by one.
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

PercentageFields only(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::vector<Mention> found = extract(ingest("x", text), rulebook).mentions;
  std::erase_if(found, [](const Mention& mention) { return mention.kind() != Kind::percentage; });
  INFO(text);
  REQUIRE(found.size() == 1);
  return std::get<PercentageFields>(found[0].fields);
}

TEST_CASE("a change with its direction and its years") {
  const PercentageFields f =
      only("Employment of data scientists is projected to grow 36% from 2023 to 2033.");
  CHECK(f.bounds == Bounds{36, 36, Modifier::none});
  CHECK(f.sense == Sense::change);
  CHECK(f.direction == Direction::up);
  CHECK((f.start_year == 2023 && f.end_year == 2033));
  CHECK(f.role.name == "data scientist");
  CHECK(only("Openings fell 12 percent last year.").direction == Direction::down);
  CHECK(only("Employment will grow 8% over the decade 2023-33.").end_year == 2033);
}

TEST_CASE("a share, and what it is a share of") {
  const PercentageFields f = only("About 60% of job postings require a degree.");
  CHECK(f.bounds == Bounds{60, 60, Modifier::about});
  CHECK(f.sense == Sense::share);
  CHECK(f.direction == Direction::none);
  CHECK(f.subject == "job postings");
}

TEST_CASE("a difference") {
  CHECK(only("Certified staff earn 20-30% more than others.").sense == Sense::difference);
  CHECK(only("Certified staff earn 20-30% more than others.").bounds == Bounds{20, 30, Modifier::none});
}

}  // namespace
}  // namespace careerfacts
