// The first check: do the cited bytes still say it?
#include "audit/check_citation.h"

#include "audit/read_claims.h"
#include "base/content_hash.h"
#include "store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/claims.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::test {
namespace {

const std::string kText = "A nurse earns $80,000 a year. – Ende\n";

struct Cited {
  TempFolder folder;
  std::string path = folder.write("a.txt", kText);
  Claims claims = claims_of({{path, kText}});

  // The reason, or "" where the citation holds.
  std::string check() const {
    const auto found = check_citation(claims.claims.at(0), CitedFile(path, sha256_hex(kText)));
    if (!found) return "";
    CHECK(found->verdict == Verdict::broken_citation);
    CHECK(found->check == Check::citation);
    return found->reason;
  }
};

TEST_CASE("a citation holds while its bytes are its quote", "[audit]") {
  const Cited cited;
  REQUIRE(cited.claims.claims.size() == 1);
  CHECK(cited.check().empty());
  CHECK(CitedFile(cited.path, sha256_hex(kText)).bytes() == kText);
  static_cast<void>(cited.folder.write("a.txt", kText + "More.\n"));  // changed elsewhere
  CHECK(cited.check().empty());
}

TEST_CASE("a broken citation says what stands there now", "[audit]") {
  const Cited cited;
  static_cast<void>(cited.folder.write("a.txt", "A nurse earns $60,000 a year.\n"));
  CHECK(cited.check() == "the file has changed: \"$60,000\" stands there now, not \"$80,000\"");
  static_cast<void>(cited.folder.write("a.txt", "A nurse earns\n"));
  CHECK(cited.check() == "the file has changed and ends before the cited bytes do");
  static_cast<void>(cited.folder.write("a.txt", "A nurse earns \xff\xfe\xfd\xfc\xfb\xfa\xf9 a year.\n"));
  CHECK(cited.check() ==
        "the file has changed: something that is not UTF-8 stands there now, not \"$80,000\"");
}

TEST_CASE("a file that is gone breaks its citations", "[audit]") {
  const Cited cited;
  const auto found = check_citation(cited.claims.claims.at(0), CitedFile(cited.folder.at("gone.txt"), "x"));
  REQUIRE(found);
  CHECK(found->reason == "cannot be read again: the file is gone");
}

TEST_CASE("the claims of a store are its salaries and percentages outside of page chrome", "[audit]") {
  const TempFolder folder;
  ExtractedDocument document = sample_document();
  document.mentions[1].chrome = true;
  ExtractedDocument copy = document;
  copy.path = "copy.txt";
  {
    Writer writer(folder.at("facts.db"), {"0.1.0", "rules", "{}", "2025-01-01T00:00:00Z"});
    writer.put(document);
    writer.put(copy);
    writer.finish("2025-01-01T00:00:01Z");
  }
  Reader reader(folder.at("facts.db"));
  const Claims claims = read_claims(reader, false);
  CHECK(claims.documents.size() == 2);
  CHECK(claims.claims.size() == 2);
  for (const Claim& claim : claims.claims) CHECK(claim.mention.kind() <= Kind::percentage);
  CHECK(read_claims(reader, true).claims.size() == 4);
}

}  // namespace
}  // namespace careerfacts::test
