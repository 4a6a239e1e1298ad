#include "tests/support/samples.h"

namespace careerfacts::test {
namespace {

Mention placed(std::size_t begin, std::string quote, std::string rule) {
  Mention mention;
  mention.span = {begin, begin + quote.size()};
  mention.quote = std::move(quote);
  mention.line = 12;
  mention.column = begin + 1;
  mention.context = "Data scientists earn $90,000 to $120,000, says Glassdoor; 22.5% more than in 2020.";
  mention.section = {"Pay", "By level"};
  mention.rule = std::move(rule);
  return mention;
}

}  // namespace

Mention sample_salary() {
  Mention mention = placed(21, "$90,000 to $120,000", "money.range");
  SalaryFields fields;
  fields.bounds = {90000, 120000, Modifier::about};
  fields.currency = "USD";
  fields.period = Period::year;
  fields.statistic = Statistic::median;
  fields.pay = Pay::base;
  fields.level = Level::senior;
  fields.role = {"data scientist", "15-2051", RawSpan{0, 15}};
  fields.attribution = {SourceGrade::named, "Glassdoor", "Glassdoor", 2024, RawSpan{47, 56}};
  mention.fields = fields;
  return mention;
}

Mention sample_percentage() {
  Mention mention = placed(58, "22.5%", "percent.sign");
  PercentageFields fields;
  fields.bounds = {22.5, 22.5, Modifier::none};
  fields.sense = Sense::change;
  fields.direction = Direction::up;
  fields.start_year = 2020;
  fields.end_year = 2030;
  fields.subject = "employment of data scientists";
  fields.role = {"data scientist", "", std::nullopt};
  fields.attribution.grade = SourceGrade::vague;
  mention.fields = fields;
  return mention;
}

Mention sample_role() {
  Mention mention = placed(80, "Data scientists", "role.title");
  mention.fields = RoleFields{"data scientist", "15-2051"};
  return mention;
}

Mention sample_certification() {
  Mention mention = placed(100, "Certified Analytics Professional (CAP)", "certification.listed");
  mention.fields = CertificationFields{"certified analytics professional", "CAP", "INFORMS"};
  return mention;
}

ExtractedDocument sample_document() {
  ExtractedDocument document;
  document.path = "articles/pay.md";
  document.sha256 = std::string(64, 'a');
  document.bytes = 1000;
  document.encoding = "utf-8";
  document.fingerprint.emplace();
  document.title = "What data scientists earn";
  document.mentions = {sample_salary(), sample_percentage(), sample_role(), sample_certification()};
  return document;
}

}  // namespace careerfacts::test
