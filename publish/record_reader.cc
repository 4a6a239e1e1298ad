// The way back from a line of JSON to a Mention or a Document. What is wrong with a line is told by the name
// of its field.
#include "publish/record_reader.h"
#include "publish/json_fields.h"

namespace careerfacts {
namespace {

template <class Enum>
Enum word(JsonFields& fields, std::string_view key, bool null_allowed = false) {
  return fields.word<Enum>(
      key, [](std::string_view given) { return from_word<Enum>(given); }, null_allowed);
}

// The order of reading is the order of writing (mention_json.cc): that is the fastest.
Bounds read_bounds(JsonFields& fields) {
  Bounds bounds;
  bounds.min = fields.number_or_null("min");
  bounds.max = fields.number_or_null("max");
  bounds.modifier = word<Modifier>(fields, "modifier");
  return bounds;
}

RoleReference read_role(JsonFields& fields) {
  RoleReference role;
  role.name = fields.text_or_null("role");
  role.citation = fields.span_if_there("role_start", "role_end");
  role.soc_code = fields.text_or_null("soc_code");
  return role;
}

Attribution read_attribution(JsonFields& fields) {
  Attribution attribution;
  attribution.grade = word<SourceGrade>(fields, "source_grade");
  attribution.source = fields.text_or_null("source");
  attribution.year = fields.year_or_null("source_year");
  attribution.canonical = fields.text_if_there("canonical_source");
  attribution.citation = fields.span_if_there("source_start", "source_end");
  return attribution;
}

SalaryFields read_salary(JsonFields& fields) {
  SalaryFields salary;
  salary.bounds = read_bounds(fields);
  salary.currency = fields.text_or_null("currency");
  salary.period = word<Period>(fields, "period", true);
  salary.statistic = word<Statistic>(fields, "statistic");
  salary.pay = word<Pay>(fields, "pay");
  salary.level = word<Level>(fields, "level");
  salary.role = read_role(fields);
  salary.attribution = read_attribution(fields);
  return salary;
}

PercentageFields read_percentage(JsonFields& fields) {
  PercentageFields percentage;
  percentage.bounds = read_bounds(fields);
  percentage.sense = word<Sense>(fields, "sense");
  percentage.direction = word<Direction>(fields, "direction");
  percentage.start_year = fields.year_or_null("start_year");
  percentage.end_year = fields.year_or_null("end_year");
  percentage.subject = fields.text_or_null("subject");
  percentage.role = read_role(fields);
  percentage.attribution = read_attribution(fields);
  return percentage;
}

RoleFields read_title(JsonFields& fields) {
  RoleFields role;
  role.name = fields.text("name");
  role.soc_code = fields.text_or_null("soc_code");
  return role;
}

CertificationFields read_certification(JsonFields& fields) {
  CertificationFields certification;
  certification.name = fields.text("name");
  certification.abbreviation = fields.text_or_null("abbreviation");
  certification.issuer = fields.text_or_null("issuer");
  return certification;
}

std::string read_path(JsonFields& fields) {
  std::string path(fields.text("document"));
  if (auto bytes = fields.bytes_if_there("document_base64")) path = std::move(*bytes);
  return path;
}

MentionRecord read_mention(JsonFields& fields) {
  MentionRecord record;
  record.document = read_path(fields);
  record.document_sha256 = fields.text("document_sha256");
  const Kind kind = word<Kind>(fields, "kind");
  Mention& mention = record.mention;
  mention.span.begin = fields.count("start");
  mention.span.end = fields.count("end");
  if (mention.span.end < mention.span.begin) fields.fail("end", "is before 'start'");
  mention.quote = fields.text("quote");
  mention.quote_bytes = fields.bytes_if_there("quote_base64");
  mention.line = fields.count("line");
  mention.column = fields.count("column");
  mention.context = fields.text("context");
  mention.section = fields.texts("section");
  mention.chrome = fields.flag("chrome");
  mention.rule = fields.text("rule");
  switch (kind) {
    case Kind::salary:
      mention.fields = read_salary(fields);
      break;
    case Kind::percentage:
      mention.fields = read_percentage(fields);
      break;
    case Kind::role:
      mention.fields = read_title(fields);
      break;
    case Kind::certification:
      mention.fields = read_certification(fields);
      break;
  }
  return record;
}

std::vector<Diagnostic> read_diagnostics(JsonFields& fields) {
  std::vector<Diagnostic> diagnostics;
  const JsonValue* list = fields.list_if_there("diagnostics");
  std::string problem;
  const JsonValue* end = list == nullptr ? nullptr : list->end();
  for (const JsonValue* item = list == nullptr ? nullptr : list->first(); item != end && problem.empty();
       item = item->next()) {
    static const JsonValue kNothing{};
    JsonFields of_one(item->type == JsonValue::Type::object ? *item : kNothing, problem);
    Diagnostic diagnostic;
    diagnostic.severity = word<Severity>(of_one, "severity");
    diagnostic.code = of_one.text("code");
    diagnostic.message = of_one.text("message");
    diagnostic.where.begin = of_one.count("start");
    diagnostic.where.end = of_one.count("end");
    diagnostics.push_back(std::move(diagnostic));
  }
  if (!problem.empty()) fields.fail("diagnostics", "has one whose " + problem);
  return diagnostics;
}

DocumentRecord read_document(JsonFields& fields) {
  DocumentRecord record;
  ExtractedDocument& document = record.document;
  document.path = read_path(fields);
  document.sha256 = fields.text_or_null("document_sha256");
  if (fields.text("record") != "document") fields.fail("record", "is not 'document'");
  document.bytes = fields.count("bytes");
  document.encoding = fields.text_or_null("encoding");
  document.title = fields.text_or_null("title");
  document.author = fields.text_or_null("author");
  document.published = fields.text_or_null("published");
  document.updated = fields.text_or_null("updated");
  document.publisher = fields.text_or_null("publisher");
  document.language = fields.text_or_null("language");
  document.fingerprint = fields.bytes_if_there("fingerprint");
  record.provenance.program_version = fields.text("program_version");
  record.provenance.rulebook_hash = fields.text("rulebook_hash");
  record.mentions = fields.count("mentions");
  document.diagnostics = read_diagnostics(fields);
  return record;
}

}  // namespace

struct RecordReader::State {
  JsonLine line;

  // Mentions are the many, and none of ours has a key twice: that is asked only where something else is not
  // as ours either.
  std::optional<Record> mention_of(const JsonValue& object, std::string& problem) {
    JsonFields fields(object, problem);
    std::optional<Record> record = read_mention(fields);
    if (fields.all_in_order() || !line.drop_doubles()) return record;
    problem.clear();
    JsonFields again(object, problem);
    return read_mention(again);
  }

  std::optional<Record> document_of(const JsonValue& object, std::string& problem) {
    line.drop_doubles();
    JsonFields fields(object, problem);
    return read_document(fields);
  }
};

RecordReader::RecordReader() : state_(std::make_unique<State>()) {}
RecordReader::~RecordReader() = default;

std::optional<Record> RecordReader::read(std::string_view line, std::string& problem) {
  problem.clear();
  const JsonValue* object = state_->line.parse(line, problem);
  if (object == nullptr) return std::nullopt;
  const JsonValue* kind = object->find("record");
  std::optional<Record> record = kind == nullptr || kind->is_null() ? state_->mention_of(*object, problem)
                                                                    : state_->document_of(*object, problem);
  if (!problem.empty()) return std::nullopt;
  return record;
}

std::optional<MentionRecord> read_mention_json(std::string_view line, std::string& problem) {
  RecordReader reader;
  std::optional<Record> record = reader.read(line, problem);
  if (!record) return std::nullopt;
  if (auto* mention = std::get_if<MentionRecord>(&*record)) return std::move(*mention);
  problem = "the line is a document, not a mention";
  return std::nullopt;
}

}  // namespace careerfacts
