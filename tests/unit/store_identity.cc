// What is the same fact, and what is not.
#include "store/identity.h"

#include "base/content_hash.h"
#include "store/canonical_name.h"
#include "store/canonical_subject.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"

namespace careerfacts {
namespace {

const std::string kHere(64, 'a');
const std::string kElsewhere(64, 'b');

// The key of the sample after `change`, in another place of another document.
template <class Fields, class Change>
FactKey key_of(Mention mention, Change&& change) {
  change(std::get<Fields>(mention.fields));
  mention.span = {mention.span.begin + 1000, mention.span.end + 1000};
  return fact_of(mention, kElsewhere).key;
}

template <class Change>
FactKey salary(Change&& change) {
  return key_of<SalaryFields>(test::sample_salary(), change);
}
template <class Change>
FactKey percentage(Change&& change) {
  return key_of<PercentageFields>(test::sample_percentage(), change);
}

}  // namespace

TEST_CASE("an id is 16 hexadecimal digits, and leads back to its key", "[store]") {
  CHECK(fact_id(0) == "0000000000000000");
  CHECK(fact_id(0xfedcba9876543210) == "fedcba9876543210");
  CHECK(fact_key("fedcba9876543210") == 0xfedcba9876543210);
  CHECK_FALSE(fact_key("fedcba987654321"));
  CHECK_FALSE(fact_key("FEDCBA9876543210"));
  CHECK_FALSE(fact_key("fedcba987654321 "));
}

TEST_CASE("the serialisation is the one that schemas/README.md writes down", "[store]") {
  const Fact fact = fact_of(test::sample_salary(), kHere);
  const std::string text = canonical_text(fact, "");
  CHECK(
      text ==
      "careerfacts-fact 1\nkind=salary\nmin=90000\nmax=120000\ncurrency=USD\nperiod=year\nstatistic=median\n"
      "pay=base\nlevel=senior\nrole=data scientist\n");
  CHECK(fact_id(fact.key) == sha256_hex(text).substr(0, 16));

  CHECK(
      canonical_text(fact_of(test::sample_percentage(), kHere), "") ==
      "careerfacts-fact 1\nkind=percentage\nmin=22.5\nmax=22.5\nsense=change\ndirection=up\nstart_year=2020\n"
      "end_year=2030\nsubject=jobs\nrole=data scientist\n");
  CHECK(canonical_text(fact_of(test::sample_certification(), kHere), "") ==
        "careerfacts-fact 1\nkind=certification\nname=certified analytics professional\n");
}

TEST_CASE("ids never change: stores and feeds of earlier versions rely on them", "[store]") {
  CHECK(fact_id(fact_of(test::sample_salary(), kHere).key) == "9b928a2b92a28309");
  CHECK(fact_id(fact_of(test::sample_percentage(), kHere).key) == "8ad5162ffb7e7796");
  CHECK(fact_id(fact_of(test::sample_role(), kHere).key) == "9039570ee8070a24");
  CHECK(fact_id(fact_of(test::sample_certification(), kHere).key) == "3add4a3f6b45ce20");
}

TEST_CASE("the same salary in another place, by another source, is the same fact", "[store]") {
  const FactKey key = fact_of(test::sample_salary(), kHere).key;
  CHECK(salary([](SalaryFields&) {}) == key);
  CHECK(salary([](SalaryFields& f) { f.attribution = {}; }) == key);
  CHECK(salary([](SalaryFields& f) { f.attribution.year = 1999; }) == key);
  CHECK(salary([](SalaryFields& f) { f.role.soc_code = ""; }) == key);
  CHECK(salary([](SalaryFields& f) { f.role.citation = {}; }) == key);
  CHECK(salary([](SalaryFields& f) { f.role.name = " Data  Scientist"; }) == key);
  CHECK(salary([](SalaryFields& f) { f.bounds.modifier = Modifier::none; }) ==
        key);                                                                      // "about 90,000" restates
  CHECK(salary([](SalaryFields& f) { f.bounds.min = 90000.0000000001; }) == key);  // another way of adding
}

TEST_CASE("every field of a salary's identity tells facts apart", "[store]") {
  const FactKey key = fact_of(test::sample_salary(), kHere).key;
  CHECK(salary([](SalaryFields& f) { f.bounds.min = 90001; }) != key);
  CHECK(salary([](SalaryFields& f) { f.bounds.max = {}; }) != key);
  CHECK(salary([](SalaryFields& f) { f.currency = "CAD"; }) != key);
  CHECK(salary([](SalaryFields& f) { f.period = Period::none; }) != key);
  CHECK(salary([](SalaryFields& f) { f.statistic = Statistic::average; }) != key);
  CHECK(salary([](SalaryFields& f) { f.pay = Pay::total; }) != key);
  CHECK(salary([](SalaryFields& f) { f.level = Level::mid; }) != key);
  CHECK(salary([](SalaryFields& f) { f.role.name = "data engineer"; }) != key);
}

TEST_CASE("an open end is not zero, and minus zero is zero", "[store]") {
  CHECK(salary([](SalaryFields& f) { f.bounds.min = {}; }) !=
        salary([](SalaryFields& f) { f.bounds.min = 0; }));
  CHECK(salary([](SalaryFields& f) { f.bounds.min = -0.0; }) ==
        salary([](SalaryFields& f) { f.bounds.min = 0; }));
}

TEST_CASE("pay that is for nobody in particular is a fact of its own place", "[store]") {
  Mention mention = test::sample_salary();
  std::get<SalaryFields>(mention.fields).role = {};
  const FactKey key = fact_of(mention, kHere).key;
  CHECK(fact_of(mention, kHere).key == key);  // the same bytes, wherever the file lies
  CHECK(fact_of(mention, kElsewhere).key != key);
  mention.span.begin += 100;
  CHECK(fact_of(mention, kHere).key != key);
}

TEST_CASE("a percentage is the same where numbers, sense, direction, years and what it is about are",
          "[store]") {
  const FactKey key = fact_of(test::sample_percentage(), kHere).key;
  CHECK(percentage([](PercentageFields&) {}) == key);
  CHECK(percentage([](PercentageFields& f) { f.subject = "The employment of data scientists,"; }) == key);
  CHECK(percentage([](PercentageFields& f) { f.attribution = {}; }) == key);
  CHECK(percentage([](PercentageFields& f) { f.bounds.max = 30; }) != key);
  CHECK(percentage([](PercentageFields& f) { f.sense = Sense::share; }) != key);
  CHECK(percentage([](PercentageFields& f) { f.direction = Direction::down; }) != key);
  CHECK(percentage([](PercentageFields& f) { f.start_year = {}; }) != key);
  CHECK(percentage([](PercentageFields& f) { f.end_year = 2031; }) != key);
  CHECK(percentage([](PercentageFields& f) { f.subject = "employment of nurses"; }) != key);
  CHECK(percentage([](PercentageFields& f) { f.role = {}; }) != key);
}

TEST_CASE("a percentage merges across documents only where it is plain what it is about", "[store]") {
  const auto merges = [](auto&& change) {
    Mention mention = test::sample_percentage();
    change(std::get<PercentageFields>(mention.fields));
    return fact_of(mention, kHere).key == fact_of(mention, kElsewhere).key;
  };
  CHECK(merges([](PercentageFields&) {}));
  CHECK(merges([](PercentageFields& f) { f.role = {}; }));
  CHECK(merges([](PercentageFields& f) { f.subject = ""; }));  // a dated change, of a role
  CHECK_FALSE(merges([](PercentageFields& f) { f.subject = "", f.role = {}; }));
  CHECK_FALSE(merges([](PercentageFields& f) { f.subject = "these", f.role = {}; }));
  CHECK_FALSE(merges([](PercentageFields& f) { f.subject = "employers", f.role = {}; }));  // too general
  CHECK_FALSE(merges([](PercentageFields& f) { f.subject = "", f.sense = Sense::share; }));
  CHECK_FALSE(merges([](PercentageFields& f) { f.subject = "", f.start_year = f.end_year = {}; }));
}

TEST_CASE("roles and certifications are the same by name", "[store]") {
  Mention role = test::sample_role();
  const FactKey key = fact_of(role, kHere).key;
  role.fields = RoleFields{"Data\tScientist ", ""};
  CHECK(fact_of(role, kElsewhere).key == key);
  role.fields = CertificationFields{"data scientist", "", ""};
  CHECK(fact_of(role, kHere).key != key);

  Mention certification = test::sample_certification();
  const FactKey certified = fact_of(certification, kHere).key;
  certification.fields = CertificationFields{"Certified Analytics Professional", "", ""};
  CHECK(fact_of(certification, kElsewhere).key == certified);
}

TEST_CASE("subjects meet in other words for the same thing, and only then", "[store]") {
  const auto same = [](std::string_view a, std::string_view b) {
    return canonical_subject(a) == canonical_subject(b);
  };
  CHECK(same("machine learning positions", "machine learning roles"));
  CHECK(same("The machine-learning job", "machine learning jobs."));
  CHECK(same("\"entry-level\" pay", "entry level pay"));
  CHECK_FALSE(same("machine learning roles", "machine learning engineers"));
  CHECK_FALSE(same("C++ roles", "C roles"));
  CHECK_FALSE(same("job openings", "jobs"));
  CHECK(canonical_subject("employment of data scientists", "data scientist") == "jobs");
  CHECK(canonical_subject("data scientists", "data scientist").empty());
  CHECK(canonical_subject("role") == "role");
  CHECK(canonical_subject(" THEY ").empty());
  CHECK(canonical_subject("…") == "…");
  CHECK(canonical_subject("--").empty());
}

TEST_CASE("the words of a subject that tell something are counted", "[store]") {
  CHECK(telling_words("") == 0);
  CHECK(telling_words("first time") == 0);
  CHECK(telling_words("projected") == 0);
  CHECK(telling_words("machine learning jobs") == 3);
  CHECK(telling_words("number of degrees awarded") == 2);
  CHECK(telling_words("our readers in the trade") == 0);  // whose readers?
}

}  // namespace careerfacts
