#include "publish/fact_json.h"

#include "base/check.h"
#include "publish/citation_counts.h"
#include "publish/json_writer.h"
#include "publish/mention_json.h"

namespace careerfacts {
namespace {

// The fields that make the fact's identity.
void write_fields(JsonWriter& json, const Fact& fact) {
  json.text("id", fact_id(fact.key));
  json.text("kind", to_word(fact.kind));
  switch (fact.kind) {
    case Kind::salary:
      json.number("min", fact.min);
      json.number("max", fact.max);
      json.text_or_null("currency", fact.currency);
      json.text_or_null("period", to_word(fact.period));
      json.text("statistic", to_word(fact.statistic));
      json.text("pay", to_word(fact.pay));
      json.text("level", to_word(fact.level));
      json.text_or_null("role", fact.role);
      return;
    case Kind::percentage:
      json.number("min", fact.min);
      json.number("max", fact.max);
      json.text("sense", to_word(fact.sense));
      json.text("direction", to_word(fact.direction));
      json.number("start_year", fact.start_year);
      json.number("end_year", fact.end_year);
      json.text_or_null("subject", fact.subject);
      json.text_or_null("role", fact.role);
      return;
    case Kind::role:
    case Kind::certification:
      json.text("name", fact.name);
      return;
  }
  CHECK(false);
}

void append_object(std::string& out, const Citation& citation) {
  append_mention_object(out, citation.document, citation.document_sha256, citation.mention);
}

// All of the line up to the first citation.
void begin_line(std::string& out, const Fact& fact, const CitationCounts& counts) {
  JsonWriter json(out);
  write_fields(json, fact);
  json.number("citation_count", counts.citations);
  json.number("document_count", counts.documents);
  json.number("origin_count", counts.origins);
  out += ",\"citations\":[";
}

constexpr std::string_view kEndOfLine = "]}\n";

}  // namespace

void append_fact_json(std::string& out, const Fact& fact, const std::vector<Citation>& citations) {
  begin_line(out, fact, counts_of(citations));
  for (std::size_t i = 0; i < citations.size(); ++i) {
    if (i > 0) out += ',';
    append_object(out, citations[i]);
  }
  out += kEndOfLine;
}

void FactLines::append(std::string& out, const CitedFact& cited) {
  if (fact_ == cited.fact.key) {
    out += ',';
  } else {
    end(out);
    begin_line(out, cited.fact, {cited.citation_count, cited.document_count, cited.origin_count});
    fact_ = cited.fact.key;
  }
  append_object(out, cited.example);
}

void FactLines::end(std::string& out) {
  if (fact_) out += kEndOfLine;
  fact_.reset();
}

void append_fact_json(std::string& out, const FactChange& change) {
  if (change.fact) return append_fact_json(out, *change.fact, change.citations);
  JsonWriter json(out);
  json.text("id", fact_id(change.key));
  json.flag("deleted", true);
  json.end_line();
}

void append_fact_json(std::string& out, const CitedFact& fact) {
  std::string example;
  append_object(example, fact.example);
  JsonWriter json(out);
  write_fields(json, fact.fact);
  json.number("citation_count", fact.citation_count);
  json.number("document_count", fact.document_count);
  json.number("origin_count", fact.origin_count);
  json.raw("example", example);
  json.end_line();
}

}  // namespace careerfacts
