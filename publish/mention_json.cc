#include "publish/mention_json.h"

#include "ingest/utf8.h"
#include "publish/json_writer.h"

namespace careerfacts {
namespace {

void write_bounds(JsonWriter& json, const Bounds& bounds) {
  json.number("min", bounds.min);
  json.number("max", bounds.max);
  json.text("modifier", to_word(bounds.modifier));
}

void write_role(JsonWriter& json, const RoleReference& role) {
  json.text_or_null("role", role.name);
  if (role.citation) {
    json.number("role_start", role.citation->begin);
    json.number("role_end", role.citation->end);
  }
  json.text_or_null("soc_code", role.soc_code);
}

void write_attribution(JsonWriter& json, const Attribution& attribution) {
  json.text("source_grade", to_word(attribution.grade));
  json.text_or_null("source", attribution.source);
  json.number("source_year", attribution.year);
  if (!attribution.canonical.empty()) json.text("canonical_source", attribution.canonical);
  if (attribution.citation) {
    json.number("source_start", attribution.citation->begin);
    json.number("source_end", attribution.citation->end);
  }
}

struct WriteFields {
  JsonWriter& json;

  void operator()(const SalaryFields& salary) const {
    write_bounds(json, salary.bounds);
    json.text_or_null("currency", salary.currency);
    json.text_or_null("period", to_word(salary.period));
    json.text("statistic", to_word(salary.statistic));
    json.text("pay", to_word(salary.pay));
    json.text("level", to_word(salary.level));
    write_role(json, salary.role);
    write_attribution(json, salary.attribution);
  }
  void operator()(const PercentageFields& percentage) const {
    write_bounds(json, percentage.bounds);
    json.text("sense", to_word(percentage.sense));
    json.text("direction", to_word(percentage.direction));
    json.number("start_year", percentage.start_year);
    json.number("end_year", percentage.end_year);
    json.text_or_null("subject", percentage.subject);
    write_role(json, percentage.role);
    write_attribution(json, percentage.attribution);
  }
  void operator()(const RoleFields& role) const {
    json.text("name", role.name);
    json.text_or_null("soc_code", role.soc_code);
  }
  void operator()(const CertificationFields& certification) const {
    json.text("name", certification.name);
    json.text_or_null("abbreviation", certification.abbreviation);
    json.text_or_null("issuer", certification.issuer);
  }
};

}  // namespace

void append_mention_json(std::string& out, const ExtractedDocument& document, const Mention& mention) {
  append_mention_object(out, document.path, document.sha256, mention);
  out += '\n';
}

void append_mention_object(std::string& out, std::string_view path, std::string_view sha256,
                           const Mention& mention) {
  JsonWriter json(out);
  json.text("document", path);
  if (find_invalid_utf8(path) < path.size()) json.text("document_base64", base64(path));
  json.text("document_sha256", sha256);
  json.text("kind", to_word(mention.kind()));
  json.number("start", mention.span.begin);
  json.number("end", mention.span.end);
  if (mention.units) {
    json.number("start_code_point", mention.units->begin.code_points);
    json.number("end_code_point", mention.units->end.code_points);
    json.number("start_utf16", mention.units->begin.utf16);
    json.number("end_utf16", mention.units->end.utf16);
  }
  json.text("quote", mention.quote);
  if (mention.quote_bytes) json.text("quote_base64", base64(*mention.quote_bytes));
  json.number("line", mention.line);
  json.number("column", mention.column);
  json.text("context", mention.context);
  json.texts("section", mention.section);
  json.flag("chrome", mention.chrome);
  json.text("rule", mention.rule);
  std::visit(WriteFields{json}, mention.fields);
  json.end();
}

}  // namespace careerfacts
