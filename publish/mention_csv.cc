#include "publish/mention_csv.h"

#include "publish/csv.h"
#include "publish/json_writer.h"
#include "publish/named.h"

namespace careerfacts {
namespace {

constexpr std::string_view kHeader =
    "document,document_sha256,kind,start,end,quote,line,column,min,max,modifier,currency,period,statistic,"
    "pay,level,"
    "sense,direction,start_year,end_year,subject,role,soc_code,source_grade,source,source_year,canonical_"
    "source,"
    "name,abbreviation,issuer,context,section,chrome,rule,role_start,role_end,source_start,source_end,"
    "quote_base64\r\n";

void bounds(CsvRow& row, const Bounds& bounds) {
  row.number(bounds.min);
  row.number(bounds.max);
  row.word(to_word(bounds.modifier));
}

void role_and_source(CsvRow& row, const RoleReference& role, const Attribution& attribution) {
  row.text(role.name);
  row.word(role.soc_code);
  row.word(to_word(attribution.grade));
  row.text(attribution.source);
  row.number(attribution.year);
  row.text(attribution.canonical);
}

// The cells from `min` to `issuer`.
struct FieldCells {
  CsvRow& row;

  void operator()(const SalaryFields& salary) const {
    bounds(row, salary.bounds);
    row.text(salary.currency);
    row.word(to_word(salary.period));
    row.word(to_word(salary.statistic));
    row.word(to_word(salary.pay));
    row.word(to_word(salary.level));
    row.empty(5);  // sense to subject
    role_and_source(row, salary.role, salary.attribution);
    row.empty(3);  // name to issuer
  }
  void operator()(const PercentageFields& percentage) const {
    bounds(row, percentage.bounds);
    row.empty(5);  // currency to level
    row.word(to_word(percentage.sense));
    row.word(to_word(percentage.direction));
    row.number(percentage.start_year);
    row.number(percentage.end_year);
    row.text(percentage.subject);
    role_and_source(row, percentage.role, percentage.attribution);
    row.empty(3);
  }
  void operator()(const RoleFields& role) const {
    row.empty(14);  // min to role
    row.word(role.soc_code);
    row.empty(4);  // source_grade to canonical_source
    row.text(role.name);
    row.empty(2);
  }
  void operator()(const CertificationFields& certification) const {
    row.empty(19);  // min to canonical_source
    row.text(certification.name);
    row.text(certification.abbreviation);
    row.text(certification.issuer);
  }
};

void span(CsvRow& row, const std::optional<RawSpan>& span) {
  if (!span) return row.empty(2);
  row.number(span->begin);
  row.number(span->end);
}

std::string joined(const std::vector<std::string>& section) {
  std::string path;
  for (const std::string& heading : section) path += (path.empty() ? "" : " > ") + heading;
  return path;
}

}  // namespace

void append_mention_csv_header(std::string& out) { out += kHeader; }

void append_mention_csv(std::string& out, const ExtractedDocument& document, const Mention& mention) {
  append_mention_csv(out, document.path, document.sha256, mention);
}

void append_mention_csv(std::string& out, std::string_view path, std::string_view sha256,
                        const Mention& mention) {
  CsvRow row(out);
  row.text(path);
  row.word(sha256);
  row.word(to_word(mention.kind()));
  row.number(mention.span.begin);
  row.number(mention.span.end);
  row.text(mention.quote);
  row.number(mention.line);
  row.number(mention.column);
  std::visit(FieldCells{row}, mention.fields);
  row.text(mention.context);
  row.text(joined(mention.section));
  row.word(mention.chrome ? "true" : "false");
  row.word(mention.rule);
  const Named named = named_by(mention);
  span(row, named.role_place());
  span(row, named.source_place());
  row.word(mention.quote_bytes ? base64(*mention.quote_bytes) : std::string());
  row.end();
}

}  // namespace careerfacts
