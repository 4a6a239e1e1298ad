#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// "quote = name [soc]" of every role.
std::string roles(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::string result;
  for (const Mention& mention : extract(ingest("x", text), rulebook).mentions)
    if (const auto* role = std::get_if<RoleFields>(&mention.fields))
      result += (result.empty() ? "" : "; ") + mention.quote + " = " + role->name +
                (role->soc_code.empty() ? "" : " [" + role->soc_code + "]");
  return result;
}

TEST_CASE("titles of the gazetteer, in the singular and lower case") {
  CHECK(roles("Many registered nurses work at night.") == "registered nurses = registered nurse [29-1141]");
  CHECK(roles("Web Developers are hired.") == "Web Developers = web developer [15-1254]");
  CHECK(roles("It is a good year for the economy.").empty());
}

TEST_CASE("a head noun and its field make a title that no list knows") {
  CHECK(roles("She became a Kafka Platform Engineer there.") ==
        "Kafka Platform Engineer = kafka platform engineer");
}

TEST_CASE("a level is no part of the title") {
  CHECK(roles("They look for a senior data scientist.") == "data scientist = data scientist [15-2051]");
}

TEST_CASE("the longest title stays") {
  CHECK(roles("A nurse practitioner decides.").find("nurse practitioner = nurse practitioner") == 0);
}

TEST_CASE("a title inside a credential is none") {
  CHECK(roles("Take the AWS Certified Solutions Architect - Associate exam.").empty());
}

TEST_CASE("a title wrapped at a line end is one") {
  CHECK(roles("Many firms of all sizes and in most of the cities want a data\nscientist now.") ==
        "data\nscientist = data scientist [15-2051]");
}

}  // namespace
}  // namespace careerfacts
