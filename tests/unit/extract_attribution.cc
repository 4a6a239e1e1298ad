// Who says so: the source of the last figure of a text.
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

struct Told {
  Attribution attribution;
  std::string cited;  // the bytes that name the source
};

Told source_of(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  Told told;
  for (const Mention& mention : extract(ingest("x", text), rulebook).mentions) {
    if (const auto* salary = std::get_if<SalaryFields>(&mention.fields))
      told.attribution = salary->attribution;
    if (const auto* percent = std::get_if<PercentageFields>(&mention.fields))
      told.attribution = percent->attribution;
  }
  if (told.attribution.citation)
    told.cited = text.substr(told.attribution.citation->begin, told.attribution.citation->size());
  return told;
}

TEST_CASE("a named source, with its year and its bytes") {
  const Told told = source_of("According to Glassdoor (2024), welders earn $48,000 a year.");
  CHECK(told.attribution.grade == SourceGrade::named);
  CHECK(told.attribution.source == "Glassdoor");
  CHECK(told.attribution.canonical == "Glassdoor");
  CHECK(told.attribution.year == 2024);
  CHECK(told.cited == "Glassdoor");
}

TEST_CASE("a source that no list knows keeps the name that the text gives") {
  const Told told = source_of("According to Acme Pay Watch, welders earn $48,000 a year.");
  CHECK(told.attribution.source == "Acme Pay Watch");
  CHECK(told.attribution.canonical.empty());
}

TEST_CASE("a source without a name is vague") {
  const Told told = source_of("A recent survey found that 61% of firms hire juniors.");
  CHECK(told.attribution.grade == SourceGrade::vague);
  CHECK(told.attribution.source.empty());
}

TEST_CASE("a source in brackets speaks of what stands before it") {
  CHECK(source_of("Welders earn $48,000 a year (Payscale, 2023).").attribution.source == "Payscale");
  CHECK(source_of("Cooks earn $31,000 (Payscale, 2023), welders a salary of $48,000.").attribution.grade ==
        SourceGrade::none);
}

TEST_CASE("\"Source:\" under a table speaks of its cells") {
  CHECK(source_of("# T\n\n| Job | Average salary |\n|---|---|\n| Welder | $48,000 |\n\nSource: Glassdoor")
            .attribution.source == "Glassdoor");
}

TEST_CASE("a sentence that ends in a colon gives its source to its list") {
  CHECK(
      source_of(
          "# T\n\nAccording to Payscale, welders are paid:\n\n- Ohio: $48,000 a year\n- Iowa: $47,000 a year")
          .attribution.source == "Payscale");
}

TEST_CASE("\"the same report\" goes on with the source of the sentence before") {
  CHECK(source_of("According to Payscale, cooks earn $31,000. The same report puts chefs at $52,000.")
            .attribution.source == "Payscale");
  CHECK(source_of("According to Payscale, cooks earn $31,000. Chefs are paid $52,000.").attribution.grade ==
        SourceGrade::none);
}

}  // namespace
}  // namespace careerfacts
