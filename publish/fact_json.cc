#include "publish/fact_json.h"

#include <set>

#include "base/check.h"
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
  ExtractedDocument document;
  document.path = citation.document;
  document.sha256 = citation.document_sha256;
  append_mention_json(out, document, citation.mention);
  out.pop_back();  // the line end
}

}  // namespace

void append_fact_json(std::string& out, const Fact& fact, const std::vector<Citation>& citations) {
  std::set<std::string_view> documents;
  std::set<std::string_view> origins;
  std::string list = "[";
  for (const Citation& citation : citations) {
    documents.insert(citation.document);
    origins.insert(citation.origin);
    if (list.size() > 1) list += ',';
    append_object(list, citation);
  }
  list += ']';

  JsonWriter json(out);
  write_fields(json, fact);
  json.number("citation_count", citations.size());
  json.number("document_count", documents.size());
  json.number("origin_count", origins.size());
  json.raw("citations", list);
  json.end_line();
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
