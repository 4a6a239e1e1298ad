#include "publish/audit_sarif.h"

#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "publish/audit_json.h"
#include "publish/audit_words.h"
#include "publish/file_uri.h"
#include "publish/json_writer.h"
#include "publish/mention_text.h"

namespace careerfacts {
namespace {

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

std::string_view level_of(Verdict verdict) {
  return verdict <= Verdict::no_such_series ? "error" : "warning";
}

// "no_such_series" as "NoSuchSeries".
std::string rule_name(Verdict verdict) {
  std::string name;
  bool begins = true;
  for (const char c : to_word(verdict)) {
    if (c != '_') name += begins ? static_cast<char>(c - 'a' + 'A') : c;
    begins = c == '_';
  }
  return name;
}

// `{"text":"…"}`
std::string message(std::string_view text) {
  std::string json;
  JsonWriter writer(json);
  writer.text("text", text);
  writer.end_line();
  json.pop_back();
  return json;
}

// One object, written by `write`, without a line end.
template <class Write>
std::string object(Write&& write) {
  std::string json;
  JsonWriter writer(json);
  write(writer);
  writer.end_line();
  json.pop_back();
  return json;
}

void add(std::string& list, const std::string& json) { list += (list.size() > 1 ? "," : "") + json; }

class Log {
 public:
  Log(const Claims& claims, std::span<const AuditedClaim> audited, std::span<const Utf16Region> regions)
      : claims_(claims), audited_(audited), regions_(regions) {
    CHECK(regions.size() == claims.claims.size());
  }

  std::string run(std::string_view version) {
    std::string results = "[";
    for (const AuditedClaim& one : audited_)
      if (wants_look(one.verdict)) add(results, result(one));
    results += "]";
    return object([&](JsonWriter& json) {
      json.raw("tool", tool(version));
      json.raw("artifacts", artifacts_ + "]");
      json.raw("results", results);
      json.text("columnKind", "utf16CodeUnits");
      json.raw("properties", properties());
    });
  }

 private:
  static std::string tool(std::string_view version) {
    std::string rules = "[";
    for (const std::string_view word : verdict_words()) {
      const Verdict verdict = *verdict_from(word);
      if (wants_look(verdict)) add(rules, rule(verdict));
    }
    const std::string driver = object([&](JsonWriter& json) {
      json.text("name", "careerfacts");
      json.text("version", version);
      json.text("semanticVersion", version);
      json.raw("rules", rules + "]");
    });
    return object([&](JsonWriter& json) { json.raw("driver", driver); });
  }

  static std::string rule(Verdict verdict) {
    return object([&](JsonWriter& json) {
      json.text("id", to_word(verdict));
      json.text("name", rule_name(verdict));
      json.raw("shortDescription", message(meaning_of(verdict)));
      json.raw("fullDescription", message(meaning_of(verdict)));
      json.raw("help", message(std::string(meaning_of(verdict)) + " " + std::string(advice_on(verdict))));
      json.raw("defaultConfiguration",
               object([&](JsonWriter& level) { level.text("level", level_of(verdict)); }));
    });
  }

  // The number of the document among the artifacts.
  std::size_t artifact(std::size_t document) {
    const auto [at, fresh] = numbers_.try_emplace(document, numbers_.size());
    if (!fresh) return at->second;
    const ClaimDocument& file = claims_.documents[document];
    add(artifacts_, object([&](JsonWriter& json) {
          json.raw("location", object([&](JsonWriter& place) { place.text("uri", file_uri(file.path)); }));
          if (!file.sha256.empty())
            json.raw("hashes", object([&](JsonWriter& hash) { hash.text("sha-256", file.sha256); }));
        }));
    return at->second;
  }

  // `"physicalLocation":{…}` of a claim.
  void write_location(JsonWriter& json, std::size_t claim) {
    const Claim& one = claims_.claims[claim];
    const std::size_t number = artifact(one.document);
    const Utf16Region& region = regions_[claim];
    json.raw("physicalLocation", object([&](JsonWriter& place) {
               place.raw("artifactLocation", object([&](JsonWriter& file) {
                           file.text("uri", file_uri(claims_.document_of(one).path));
                           file.number("index", number);
                         }));
               place.raw("region", object([&](JsonWriter& where) {
                           where.number("startLine", region.line);
                           where.number("startColumn", region.column);
                           where.number("endLine", region.end_line);
                           where.number("endColumn", region.end_column);
                           where.number("byteOffset", one.mention.span.begin);
                           where.number("byteLength", one.mention.span.size());
                         }));
             }));
  }

  std::string result(const AuditedClaim& one) {
    const Claim& claim = claims_.claims[one.claim];
    return object([&](JsonWriter& json) {
      json.text("ruleId", to_word(one.verdict));
      json.number("ruleIndex", static_cast<std::size_t>(one.verdict));
      json.text("level", level_of(one.verdict));
      json.raw("message", message(describe(claim.mention) + " — " + reason_of(one)));
      json.raw("locations", "[" + object([&](JsonWriter& place) { write_location(place, one.claim); }) + "]");
      if (const std::string related = related_locations(one); related.size() > 2)
        json.raw("relatedLocations", related);
      json.raw("partialFingerprints",
               object([&](JsonWriter& print) { print.text("careerfactsFact/v1", fact_id(claim.fact)); }));
      json.raw("properties", object([&](JsonWriter& bag) { bag.raw("evidence", all_evidence(one)); }));
    });
  }

  // The other claims that the findings rest on.
  std::string related_locations(const AuditedClaim& one) {
    std::string list = "[";
    std::size_t id = 0;
    for (const Finding& finding : one.findings)
      for (const Evidence& evidence : finding.evidence)
        if (const auto* other = std::get_if<ClaimEvidence>(&evidence))
          add(list, object([&](JsonWriter& json) {
                json.number("id", ++id);
                write_location(json, other->claim);
                json.raw("message", message(describe(claims_.claims[other->claim].mention)));
              }));
    return list + "]";
  }

  std::string all_evidence(const AuditedClaim& one) const {
    std::string list = "[";
    for (const Finding& finding : one.findings) {
      const std::string evidence = evidence_json(claims_, finding);
      if (evidence.size() > 2) add(list, evidence.substr(1, evidence.size() - 2));
    }
    return list + "]";
  }

  std::string properties() const {
    const Coverage coverage = coverage_of(audited_);
    std::string reasons;
    {
      JsonWriter json(reasons);
      for (const auto& [obstacle, number] : coverage.unchecked)
        json.number(obstacle == Obstacle::none ? "nothing to compare with" : to_word(obstacle), number);
      json.end_line();
      reasons.pop_back();
    }
    return object([&](JsonWriter& json) {
      json.number("claims", coverage.claims);
      json.number("checked", coverage.checked);
      json.raw("notChecked", reasons);
    });
  }

  const Claims& claims_;
  std::span<const AuditedClaim> audited_;
  std::span<const Utf16Region> regions_;
  std::unordered_map<std::size_t, std::size_t> numbers_;  // of documents among the artifacts
  std::string artifacts_ = "[";
};

}  // namespace

void append_audit_sarif(std::string& out, const Claims& claims, std::span<const AuditedClaim> audited,
                        std::span<const Utf16Region> regions, std::string_view program_version) {
  JsonWriter json(out);
  json.text("$schema", kSchema);
  json.text("version", "2.1.0");
  json.raw("runs", "[" + Log(claims, audited, regions).run(program_version) + "]");
  json.end_line();
}

}  // namespace careerfacts
