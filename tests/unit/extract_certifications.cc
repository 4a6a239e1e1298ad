#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// "quote = name (ABBR) by issuer" of every certification.
std::string certifications(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::string result;
  for (const Mention& mention : extract(ingest("x", text), rulebook).mentions)
    if (const auto* c = std::get_if<CertificationFields>(&mention.fields))
      result += (result.empty() ? "" : "; ") + mention.quote + " = " + c->name +
                (c->abbreviation.empty() ? "" : " (" + c->abbreviation + ")") +
                (c->issuer.empty() ? "" : " by " + c->issuer);
  return result;
}

TEST_CASE("an abbreviation has its full name and issuer") {
  CHECK(certifications("Earn the PMP certification.") ==
        "PMP = project management professional (PMP) by Project Management Institute");
  CHECK(certifications("The pmp of the pump is broken.").empty());
}

TEST_CASE("a name and its abbreviation in brackets are one mention") {
  CHECK(certifications("The Certified Ethical Hacker (CEH) is known.") ==
        "Certified Ethical Hacker (CEH) = certified ethical hacker (CEH) by EC-Council");
}

TEST_CASE("a list of credentials gives each of them") {
  const std::string found = certifications("Certifications: CISSP, CISM and CRISC.");
  for (const char* quote : {"CISSP = ", "CISM = ", "CRISC = "}) CHECK(found.find(quote) != std::string::npos);
}

TEST_CASE("a proper name that no list knows") {
  CHECK(
      certifications("Take the Acme Data Plumbing Professional Certificate now.")
          .find(
              "Acme Data Plumbing Professional Certificate = acme data plumbing professional certificate") ==
      0);
  CHECK(certifications("You need a certificate and a certified copy.").empty());
}

TEST_CASE("the institute that gives a credential is none") {
  CHECK(certifications("The CFA Institute moved.").empty());
}

}  // namespace
}  // namespace careerfacts
