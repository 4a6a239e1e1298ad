// The formats of an audit.
#include <boost/json.hpp>

#include "publish/audit_csv.h"
#include "publish/audit_json.h"
#include "publish/audit_sarif.h"
#include "publish/audit_text.h"
#include "publish/audit_words.h"
#include "publish/file_uri.h"
#include "publish/utf16_region.h"
#include "tests/support/catch.h"
#include "tests/support/claims.h"
#include "tests/support/program.h"
#include "tests/support/schema.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::test {
namespace {

namespace json = boost::json;

const std::string kText = "A nurse earns $80,000 a year, says Glassdoor.\n\nAn actor earns $20 an hour.\n";

// Two claims: one with two findings, one that could not be checked.
struct Audit {
  Claims claims = claims_of({{"guides/a b.txt", kText, "2024-05-01"}});
  std::vector<AuditedClaim> audited;

  Audit() {
    REQUIRE(claims.claims.size() == 2);
    const RowEvidence row{"OEWS \"wages\"", "May 2024", "29-1141 Registered nurses, median", "93600"};
    audited.push_back(
        {0,
         Verdict::contradicted,
         "it is $93,600",
         {{Check::wage, Verdict::contradicted, "it is $93,600", {row}, Obstacle::none},
          {Check::comparison, Verdict::disputed, "told otherwise too", {ClaimEvidence{1}}, Obstacle::none}}});
    audited.push_back({1,
                       Verdict::uncheckable,
                       "",
                       {{Check::official, Verdict::uncheckable, "", {}, Obstacle::no_publisher}}});
  }
  std::vector<Utf16Region> regions() const {
    std::vector<Utf16Region> list;
    for (const Claim& claim : claims.claims) list.push_back(utf16_region(claim.mention, kText));
    return list;
  }
};

json::value schema(const std::string& name) {
  return json::parse(read_file(tree_path("schemas/" + name + ".schema.json")));
}

TEST_CASE("an audited claim is a line of JSON that fits its schema", "[publish]") {
  const Audit audit;
  for (const AuditedClaim& one : audit.audited) {
    std::string line;
    append_audited_claim_json(line, audit.claims, one);
    INFO(line);
    REQUIRE(line.ends_with("}\n"));
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(schema_fault(schema("audit"), json::parse(line)) == "");
  }
  std::string line;
  append_audited_claim_json(line, audit.claims, audit.audited[0]);
  const json::value claim = json::parse(line);
  CHECK(claim.at("quote") == "$80,000");
  CHECK(claim.at("source") == "Glassdoor");
  CHECK(claim.at("start") == 14);
  CHECK(claim.at("findings").at(0).at("evidence").at(0).at("value") == "93600");
  CHECK(claim.at("findings").at(1).at("evidence").at(0).at("quote") == "$20");
  CHECK(claim.at("findings").at(1).at("evidence").at(0).at("published") == "2024-05-01");
}

TEST_CASE("the schema of an audited claim knows every word", "[publish]") {
  const json::value found = schema("audit");
  json::array verdicts;
  for (const std::string_view word : verdict_words())
    verdicts.emplace_back(json::string(word.data(), word.size()));
  CHECK(found.at("$defs").at("verdict").at("enum").as_array() == verdicts);
  json::array checks;
  for (int i = 0; i <= static_cast<int>(Check::sense); ++i)
    checks.emplace_back(std::string(to_word(static_cast<Check>(i))));
  CHECK(found.at("$defs").at("finding").at("properties").at("check").at("enum").as_array() == checks);
}

TEST_CASE("evidence is told for people", "[publish]") {
  const Audit audit;
  CHECK(describe_evidence(evidence_json(audit.claims, audit.audited[0].findings[0])) ==
        std::vector<std::string>{"OEWS \"wages\", May 2024: 29-1141 Registered nurses, median: 93600"});
  CHECK(describe_evidence(evidence_json(audit.claims, audit.audited[0].findings[1])) ==
        std::vector<std::string>{"guides/a b.txt:3: $20, published 2024-05-01"});
  CHECK(describe_evidence("").empty());
  CHECK(describe_evidence("[1, {\"table\": 2}]") == std::vector<std::string>{"2: : "});
}

TEST_CASE("the report opens with what was checked and what was not", "[publish]") {
  const Audit audit;
  std::string text;
  append_coverage_text(text, coverage_of(audit.audited), audit.claims.documents.size());
  CHECK(text ==
        "2 claims in 1 document: 1 checked, 1 not checked\n\nChecked, with the verdict\n\n  contradicted  "
        "1\n\nNot "
        "checked, because\n\n  no publisher is named  1\n");
}

TEST_CASE("claims are listed worst first, on lines that fit", "[publish]") {
  Audit audit;
  std::swap(audit.audited[0], audit.audited[1]);
  CHECK(worst_first(audit.audited) == std::vector<std::size_t>{1, 0});
  std::string text;
  append_audited_claim_text(text, audit.claims, audit.audited[1], 0);
  CHECK(text ==
        "guides/a b.txt:1:15: contradicted: USD 80,000 a year, for nurse, says Glassdoor — it is $93,600\n");
  text.clear();
  append_audited_claim_text(text, audit.claims, audit.audited[1], 40);
  CHECK(text ==
        "guides/a b.txt:1:15: contradicted: USD\n    80,000 a year, for nurse, says\n    Glassdoor — it is "
        "$93,600\n");
  text.clear();
  append_audited_claim_text(text, audit.claims, audit.audited[0], 0);
  CHECK(text.ends_with(" — no publisher is named\n"));
}

TEST_CASE("audited claims as CSV", "[publish]") {
  const Audit audit;
  std::string text;
  append_audited_claim_csv_header(text);
  append_audited_claim_csv(text, audit.claims, audit.audited[0]);
  const std::size_t line = text.find("\r\n") + 2;
  CHECK(text.substr(line).starts_with(
      "contradicted,guides/a b.txt,1,15,14,21,salary,\"$80,000\",\"USD 80,000 a year"));
  CHECK(text.find("wage: contradicted | comparison: disputed") != std::string::npos);
  CHECK(text.ends_with(fact_id(audit.claims.claims[0].fact) + "\r\n"));
}

TEST_CASE("the SARIF log fits its schema and points at the claims that want a look", "[publish]") {
  const Audit audit;
  std::string text;
  append_audit_sarif(text, audit.claims, audit.audited, audit.regions(), "0.1.0");
  const json::value log = json::parse(text);
  CHECK(schema_fault(schema("sarif"), log) == "");
  const json::value& run = log.at("runs").at(0);
  REQUIRE(run.at("results").as_array().size() == 1);
  const json::value& result = run.at("results").at(0);
  const json::array& rules = run.at("tool").at("driver").at("rules").as_array();
  CHECK(rules.size() == 7);
  CHECK(rules.at(static_cast<std::size_t>(result.at("ruleIndex").as_int64())).at("id") ==
        result.at("ruleId"));
  CHECK(result.at("level") == "error");
  const json::value& place = result.at("locations").at(0).at("physicalLocation");
  CHECK(place.at("artifactLocation").at("uri") == "guides/a%20b.txt");
  CHECK(place.at("region").at("startColumn") == 15);
  CHECK(place.at("region").at("endColumn") == 22);
  CHECK(place.at("region").at("byteLength") == 7);
  CHECK(result.at("relatedLocations").at(0).at("physicalLocation").at("region").at("startLine") == 3);
  CHECK(run.at("artifacts").at(0).at("hashes").at("sha-256") ==
        json::string(audit.claims.documents[0].sha256));
  CHECK(run.at("properties").at("notChecked").at("no publisher is named") == 1);
}

TEST_CASE("every verdict has a meaning and an advice", "[publish]") {
  for (const std::string_view word : verdict_words()) {
    const Verdict verdict = *verdict_from(word);
    CHECK(meaning_of(verdict).ends_with('.'));
    CHECK(advice_on(verdict).ends_with('.'));
  }
  CHECK(wants_look(Verdict::superseded));
  CHECK_FALSE(wants_look(Verdict::plausible));
}

TEST_CASE("columns of SARIF count UTF-16 units", "[publish]") {
  const auto region = [](const std::string& text) {
    const Claims claims = claims_of({{"a.txt", text}});
    REQUIRE(claims.claims.size() == 1);
    return utf16_region(claims.claims[0].mention, text);
  };
  CHECK(region("A nurse earns $80,000 a year.\n").column == 15);
  CHECK(region("É nurse earns $80,000 a year.\n").column == 15);
  CHECK(region("😀 nurse earns $80,000 a year.\n").column == 16);  // two units, one character
  CHECK(region("\xef\xbb\xbf"
               "A nurse earns $80,000 a year.\n")
            .column == 15);
  CHECK(region("One.\r\n\r\nA nurse earns $80,000 a year.\r\n").line == 3);
  CHECK(region("One.\r\n\r\nA nurse earns $80,000 a year.\r\n").column == 15);
  CHECK(region("A nurse earns £80,000 a year.\n").end_column == 22);
  // A file that cannot be read: as it was stored, in characters.
  Mention mention = claims_of({{"a.txt", "😀 nurse earns $80,000 a year.\n"}}).claims.at(0).mention;
  CHECK(utf16_region(mention, "").column == 15);
  CHECK(utf16_region(mention, "").end_column == 22);
  mention.quote = "$80,000\n- $90,000";
  CHECK(utf16_region(mention, "").end_line == 2);
  CHECK(utf16_region(mention, "").end_column == 10);
}

TEST_CASE("paths become URIs", "[publish]") {
  CHECK(file_uri("articles/a.txt") == "articles/a.txt");
  CHECK(file_uri("a b#c?.txt") == "a%20b%23c%3F.txt");
  CHECK(file_uri("50%.txt") == "50%25.txt");
  CHECK(file_uri("/data/ä.txt") == "file:///data/%C3%A4.txt");
  CHECK(file_uri("c:x/a.txt") == "./c:x/a.txt");
  CHECK(file_uri("a/c:x.txt") == "a/c:x.txt");
  CHECK(file_uri(std::string("\xff\n.txt")) == "%FF%0A.txt");
}

}  // namespace
}  // namespace careerfacts::test
