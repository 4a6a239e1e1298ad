// What a percentage is said to be about.
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts::test {
namespace {

TEST_CASE("a percentage is about a noun phrase of its sentence, or nothing", "[cases]") {
  struct Case {
    const char* text;
    const char* subject;
  };
  const Rulebook rulebook = Rulebook::builtin();
  for (const auto& [text, subject] : {
           Case{"Employment of electricians is projected to grow 9% by 2034.", "Employment of electricians"},
           Case{"Jobs in solar energy are expected to rise by about 15%.", "Jobs in solar energy"},
           Case{"About 30% of U.S. states require a licence.", "U.S. states"},
           Case{"Some 40% of graduates find work within six months.", "graduates"},
           Case{"Only 12% of Ph.D. students in the field find work.", "Ph.D. students in the field"},
           Case{"Around 55% of employers plan to hire.", "employers"},
           Case{"LinkedIn says postings for welders rose 20%.", "postings for welders"},
           Case{"The first-time pass rate was 70%.", "first-time pass rate"},
           Case{"It rose 20%.", ""},
       }) {
    INFO(text);
    const ExtractedDocument found = extract(ingest("x", std::string(text) + "\n"), rulebook);
    const PercentageFields* figure = nullptr;
    for (const Mention& mention : found.mentions)
      if (const auto* fields = std::get_if<PercentageFields>(&mention.fields)) figure = fields;
    REQUIRE(figure != nullptr);
    CHECK(figure->subject == subject);
  }
}

}  // namespace
}  // namespace careerfacts::test
