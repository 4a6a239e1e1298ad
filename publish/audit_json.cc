#include "publish/audit_json.h"

#include <boost/json.hpp>

#include "audit/voices.h"
#include "publish/audit_words.h"
#include "publish/json_writer.h"

namespace careerfacts {
namespace {

namespace json = boost::json;

const Claim& claim_of(const Claims& claims, const AuditedClaim& audited) {
  return claims.claims[audited.claim];
}

// Where a claim stands and what it says there.
void write_place(JsonWriter& out, const Claims& claims, const Claim& claim) {
  const Mention& mention = claim.mention;
  out.text("document", claims.document_of(claim).path);
  out.number("start", mention.span.begin);
  out.number("end", mention.span.end);
  out.text("quote", mention.quote);
  if (mention.quote_bytes) out.text("quote_base64", base64(*mention.quote_bytes));
  out.number("line", mention.line);
  out.number("column", mention.column);
}

void write_source(JsonWriter& out, const Attribution& attribution) {
  out.text("source_grade", to_word(attribution.grade));
  out.text_or_null("source", attribution.source);
  if (!attribution.canonical.empty()) out.text("canonical_source", attribution.canonical);
  out.number("source_year", attribution.year);
}

void append_evidence(std::string& out, const Claims& /*claims*/, const RowEvidence& row) {
  JsonWriter writer(out);
  writer.text("table", row.table);
  writer.text("edition", row.edition);
  writer.text("row", row.row);
  writer.text("value", row.value);
  writer.end_line();
}

void append_evidence(std::string& out, const Claims& claims, const ClaimEvidence& evidence) {
  const Claim& claim = claims.claims[evidence.claim];
  JsonWriter writer(out);
  writer.text("fact_id", fact_id(claim.fact));
  write_place(writer, claims, claim);
  write_source(writer, attribution_of(claim));
  writer.text_or_null("published", claims.document_of(claim).published);
  writer.end_line();
}

std::string findings_json(const Claims& claims, const AuditedClaim& audited) {
  std::string list = "[";
  for (const Finding& finding : audited.findings) {
    if (list.size() > 1) list += ',';
    JsonWriter writer(list);
    writer.text("check", to_word(finding.check));
    writer.text("verdict", to_word(finding.verdict));
    writer.text("reason", finding.reason);
    writer.text_or_null("obstacle", to_word(finding.obstacle));
    writer.raw("evidence", evidence_json(claims, finding));
    writer.end_line();
    list.pop_back();
  }
  return list + "]";
}

std::string text_of(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr) return {};
  if (value->is_string()) return std::string(value->get_string().c_str(), value->get_string().size());
  return value->is_null() ? std::string() : json::serialize(*value);
}

}  // namespace

std::string evidence_json(const Claims& claims, const Finding& finding) {
  std::string list = "[";
  for (const Evidence& evidence : finding.evidence) {
    if (list.size() > 1) list += ',';
    std::visit([&](const auto& one) { append_evidence(list, claims, one); }, evidence);
    list.pop_back();  // the line end
  }
  return list + "]";
}

void append_audited_claim_json(std::string& out, const Claims& claims, const AuditedClaim& audited) {
  const Claim& claim = claim_of(claims, audited);
  JsonWriter writer(out);
  writer.text("fact_id", fact_id(claim.fact));
  writer.text("kind", to_word(claim.mention.kind()));
  write_place(writer, claims, claim);
  write_source(writer, attribution_of(claim));
  writer.text("verdict", to_word(audited.verdict));
  writer.text("reason", reason_of(audited));
  writer.raw("findings", findings_json(claims, audited));
  writer.end_line();
}

std::vector<std::string> describe_evidence(std::string_view text) {
  json::error_code error;
  const json::value list = json::parse(json::string_view(text.data(), text.size()), error);
  std::vector<std::string> lines;
  if (error || !list.is_array()) return lines;
  for (const json::value& one : list.get_array()) {
    if (!one.is_object()) continue;
    const json::object& object = one.get_object();
    if (object.contains("table")) {
      const std::string edition = text_of(object, "edition");
      lines.push_back(text_of(object, "table") + (edition.empty() ? "" : ", " + edition) + ": " +
                      text_of(object, "row") + ": " + text_of(object, "value"));
      continue;
    }
    std::string line =
        text_of(object, "document") + ":" + text_of(object, "line") + ": " + text_of(object, "quote");
    if (const std::string source = text_of(object, "source"); !source.empty()) line += ", says " + source;
    if (const std::string day = text_of(object, "published"); !day.empty()) line += ", published " + day;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace careerfacts
