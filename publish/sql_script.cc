#include "publish/sql_script.h"

#include "ingest/utf8.h"
#include "publish/json_writer.h"

namespace careerfacts {
namespace {

constexpr std::string_view kBegin =
    R"(-- Written by careerfacts export --format sql. schemas/README.md tells what the columns mean.
--   sqlite3 -bail other.db < careerfacts.sql
--   PGCLIENTENCODING=UTF8 psql -X -v ON_ERROR_STOP=1 -f careerfacts.sql DATABASE
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS careerfacts_document (
  "path" TEXT PRIMARY KEY,
  "sha256" TEXT,
  "bytes" BIGINT NOT NULL,
  "encoding" TEXT,
  "title" TEXT,
  "author" TEXT,
  "published" TEXT,
  "updated" TEXT,
  "publisher" TEXT,
  "language" TEXT
);
CREATE TABLE IF NOT EXISTS careerfacts_fact (
  "id" TEXT PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "name" TEXT,
  "role" TEXT,
  "subject" TEXT,
  "min" DOUBLE PRECISION,
  "max" DOUBLE PRECISION,
  "currency" TEXT,
  "period" TEXT,
  "statistic" TEXT,
  "pay" TEXT,
  "level" TEXT,
  "sense" TEXT,
  "direction" TEXT,
  "start_year" INTEGER,
  "end_year" INTEGER,
  "citation_count" BIGINT NOT NULL,
  "document_count" BIGINT NOT NULL,
  "origin_count" BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS careerfacts_citation (
  "fact_id" TEXT NOT NULL REFERENCES careerfacts_fact ("id"),
  "document" TEXT NOT NULL REFERENCES careerfacts_document ("path"),
  "start_byte" BIGINT NOT NULL,
  "end_byte" BIGINT NOT NULL,
  "quote" TEXT NOT NULL,
  "quote_base64" TEXT,
  "line" BIGINT NOT NULL,
  "column" BIGINT NOT NULL,
  "context" TEXT NOT NULL,
  "section" TEXT NOT NULL,
  "chrome" BOOLEAN NOT NULL,
  "rule" TEXT NOT NULL,
  "subject" TEXT,
  "modifier" TEXT,
  "soc_code" TEXT,
  "role_start" BIGINT,
  "role_end" BIGINT,
  "source_grade" TEXT,
  "source" TEXT,
  "canonical_source" TEXT,
  "source_year" INTEGER,
  "source_start" BIGINT,
  "source_end" BIGINT,
  "abbreviation" TEXT,
  "issuer" TEXT
);

DELETE FROM careerfacts_citation;
DELETE FROM careerfacts_fact;
DELETE FROM careerfacts_document;
)";

constexpr std::string_view kEnd =
    R"(CREATE INDEX IF NOT EXISTS careerfacts_citation_fact ON careerfacts_citation ("fact_id");
CREATE INDEX IF NOT EXISTS careerfacts_citation_document ON careerfacts_citation ("document");
COMMIT;
)";

// A path as text: what is not UTF-8 as \xNN, so that two paths stay two.
std::string path_text(std::string_view path) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t valid_end = find_invalid_utf8(path, at);
    out += path.substr(at, valid_end - at);
    at = valid_end;
    if (at == path.size()) break;
    const auto byte = static_cast<unsigned char>(path[at++]);
    out += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

// The columns of a citation from `subject` to `issuer`.
struct KindColumns {
  SqlInsert& row;

  void figure(const Bounds& bounds, const RoleReference& role, const Attribution& attribution) const {
    row.text(to_word(bounds.modifier));
    row.text_or_null(role.soc_code);
    span(role.citation);
    row.text(to_word(attribution.grade));
    row.text_or_null(attribution.source);
    row.text_or_null(attribution.canonical);
    row.number(attribution.year);
    span(attribution.citation);
    row.null(2);  // abbreviation, issuer
  }
  void span(const std::optional<RawSpan>& span) const {
    if (!span) return row.null(2);
    row.number(span->begin);
    row.number(span->end);
  }
  void operator()(const SalaryFields& salary) const {
    row.null();  // subject
    figure(salary.bounds, salary.role, salary.attribution);
  }
  void operator()(const PercentageFields& percentage) const {
    row.text_or_null(percentage.subject);
    figure(percentage.bounds, percentage.role, percentage.attribution);
  }
  void operator()(const RoleFields& role) const {
    row.null(2);  // subject, modifier
    row.text_or_null(role.soc_code);
    row.null(10);  // role_start to issuer
  }
  void operator()(const CertificationFields& certification) const {
    row.null(11);  // subject to source_end
    row.text_or_null(certification.abbreviation);
    row.text_or_null(certification.issuer);
  }
};

}  // namespace

SqlScript::SqlScript()
    : documents_(
          "careerfacts_document (\"path\", \"sha256\", \"bytes\", \"encoding\", \"title\", \"author\", "
          "\"published\", \"updated\", \"publisher\", \"language\")"),
      facts_(
          "careerfacts_fact (\"id\", \"kind\", \"name\", \"role\", \"subject\", \"min\", \"max\", "
          "\"currency\", \"period\", \"statistic\", \"pay\", \"level\", \"sense\", \"direction\", "
          "\"start_year\", \"end_year\", \"citation_count\", \"document_count\", \"origin_count\")"),
      citations_(
          "careerfacts_citation (\"fact_id\", \"document\", \"start_byte\", \"end_byte\", \"quote\", "
          "\"quote_base64\", \"line\", \"column\", \"context\", \"section\", \"chrome\", \"rule\", "
          "\"subject\", \"modifier\", \"soc_code\", \"role_start\", \"role_end\", \"source_grade\", "
          "\"source\", \"canonical_source\", \"source_year\", \"source_start\", \"source_end\", "
          "\"abbreviation\", \"issuer\")") {}

void SqlScript::begin(std::string& out) { out += kBegin; }

void SqlScript::document(std::string& out, const StoredDocument& document) {
  documents_.text(path_text(document.path));
  documents_.text_or_null(document.sha256);
  documents_.number(document.bytes);
  for (const std::string* text : {&document.encoding, &document.title, &document.author, &document.published,
                                  &document.updated, &document.publisher, &document.language})
    documents_.text_or_null(*text);
  documents_.end_row();
  if (documents_.full()) documents_.flush(out);
}

void SqlScript::citation(std::string& out, const CitedFact& cited) {
  if (fact_ != cited.fact.key) add_fact(cited);
  fact_ = cited.fact.key;
  add_citation(cited.example);
  if (!facts_.full() && !citations_.full()) return;
  documents_.flush(out);  // what is referred to comes first
  facts_.flush(out);
  citations_.flush(out);
}

void SqlScript::add_fact(const CitedFact& cited) {
  const Fact& fact = cited.fact;
  const bool salary = fact.kind == Kind::salary, percentage = fact.kind == Kind::percentage;
  const auto word = [this](bool of_kind, std::string_view value) {
    facts_.text_or_null(of_kind ? value : std::string_view());
  };
  facts_.text(fact_id(fact.key));
  facts_.text(to_word(fact.kind));
  facts_.text_or_null(fact.name);
  facts_.text_or_null(fact.role);
  facts_.text_or_null(fact.subject);
  facts_.number(fact.min);
  facts_.number(fact.max);
  facts_.text_or_null(fact.currency);
  word(salary, to_word(fact.period));
  word(salary, to_word(fact.statistic));
  word(salary, to_word(fact.pay));
  word(salary, to_word(fact.level));
  word(percentage, to_word(fact.sense));
  word(percentage, to_word(fact.direction));
  facts_.number(fact.start_year);
  facts_.number(fact.end_year);
  facts_.number(cited.citation_count);
  facts_.number(cited.document_count);
  facts_.number(cited.origin_count);
  facts_.end_row();
}

void SqlScript::add_citation(const Citation& citation) {
  const Mention& mention = citation.mention;
  std::string section;
  append_json_list(section, mention.section);
  citations_.text(fact_id(citation.fact));
  citations_.text(path_text(citation.document));
  citations_.number(mention.span.begin);
  citations_.number(mention.span.end);
  citations_.text(mention.quote);
  citations_.text_or_null(mention.quote_bytes ? base64(*mention.quote_bytes) : std::string());
  citations_.number(mention.line);
  citations_.number(mention.column);
  citations_.text(mention.context);
  citations_.text(section);
  citations_.flag(mention.chrome);
  citations_.text(mention.rule);
  std::visit(KindColumns{citations_}, mention.fields);
  citations_.end_row();
}

void SqlScript::end(std::string& out) {
  documents_.flush(out);
  facts_.flush(out);
  citations_.flush(out);
  out += kEnd;
}

}  // namespace careerfacts
