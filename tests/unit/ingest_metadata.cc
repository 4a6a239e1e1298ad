// What a document says of itself.
#include "ingest/language.h"
#include "ingest/metadata.h"

#include "ingest/date.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

TEST_CASE("dates are put in order where the day is plain") {
  struct Case {
    std::string_view text, date;
  };
  const auto [text, date] = GENERATE(values<Case>({
      {"2024-03-01", "2024-03-01"},
      {"2024-03-01T08:00:00Z", "2024-03-01"},
      {"March 3, 2024", "2024-03-03"},
      {"Mar. 3rd, 2024 at noon", "2024-03-03"},
      {"3 March 2024", "2024-03-03"},
      {"21st of May 2024", "2024-05-21"},
      {"25/12/2024", "2024-12-25"},
      {"12/25/2024", "2024-12-25"},
      {"03/04/2024", "03/04/2024"},  // April or March
      {"January 2025", "January 2025"},
      {"May 32, 2024", ""},
      {"2024", ""},
      {"5 jobs 2024", ""},
      {"Marching 3, 2024", ""},
      {"", ""},
  }));
  INFO(text);
  CHECK(date_at(text) == date);
}

TEST_CASE("a byline names a person") {
  struct Case {
    std::string_view line, author;
  };
  const auto [line, author] = GENERATE(values<Case>({
      {"By Jane Doe", "Jane Doe"},
      {"by Jane van der Berg, PhD", "Jane van der Berg"},
      {"Written by: Jane Doe and John Roe", "Jane Doe and John Roe"},
      {"Written by Jane Doe is a nurse", "Jane Doe"},
      {"Author: Zoë Ångström", "Zoë Ångström"},
      {"by admin", ""},
      {"By Experience Level", ""},
      {"By 2030 most nurses", ""},
      {"By Monday we are done", ""},
      {"Jane Doe", ""},
  }));
  INFO(line);
  CHECK(author_in(line) == author);
}

TEST_CASE("front matter comes first, then the head of the page, then the first lines") {
  const Metadata matter =
      ingest("x",
             "---\ntitle: Pay\nauthor: \"Jane Doe\"\ndate: March 3, 2024\nlang: en-GB\n---\nBy John Roe\n")
          .metadata;
  CHECK(matter.title == "Pay");
  CHECK(matter.author == "Jane Doe");
  CHECK(matter.published == "2024-03-03");
  CHECK(matter.language == "en");

  const Metadata page = ingest("x",
                               "<html lang=\"de\"><head><title>Nurse &amp; Aide Pay | Ward Weekly</title>"
                               "<meta name=\"author\" content=\"Jane O&#39;Doe\">"
                               "<meta property='article:published_time' content='2024-03-01T08:00:00Z'>"
                               "</head><body><p>By John Roe</p></body></html>")
                            .metadata;
  CHECK(page.title == "Nurse & Aide Pay");
  CHECK(page.publisher == "Ward Weekly");
  CHECK(page.author == "Jane O'Doe");
  CHECK(page.published == "2024-03-01");
  CHECK(page.language == "de");

  const Metadata lines = ingest("x",
                                "What Nurses Earn\n\nBy Jane Doe | Published May 6, 2025 | Updated June "
                                "2025\n\nNurses earn more.\n")
                             .metadata;
  CHECK(lines.title == "What Nurses Earn");
  CHECK(lines.author == "Jane Doe");
  CHECK(lines.published == "2025-05-06");
  CHECK(lines.updated == "June 2025");
}

TEST_CASE("a trail of links is no title") {
  const std::string prose(120, 'x');
  const Metadata made =
      ingest("x", "Home / Jobs / Nursing\n\n" + prose + "\n\n# Pay of nurses\n\n" + prose + "\n").metadata;
  CHECK(made.title != "Home / Jobs / Nursing");
}

TEST_CASE("what is not said stays empty") {
  const Metadata none =
      ingest("x", "Nurses earned more in May 2024.\n\nBy State\n\nUpdated skills pay off.\n").metadata;
  CHECK((none.author.empty() && none.published.empty() && none.updated.empty() && none.publisher.empty()));
  CHECK((none.title.empty() && none.language.empty()));
}

TEST_CASE("English is told by its small words") {
  CHECK(
      language_of(
          "The pay of nurses is set by the board, and it rises with the years that they have worked for the "
          "hospital or for another one.") == "en");
  CHECK(language_of(
            "Das Gehalt der Pflegekräfte wird von dem Träger bestimmt und steigt mit den Jahren, die sie in "
            "dem Krankenhaus oder in einem anderen gearbeitet haben, so ist es.") == "");
  CHECK(language_of("the and of") == "");  // too little to tell
}

}  // namespace
}  // namespace careerfacts
