// The five seed articles, against what a careful person says of each of their claims (seed_audit.tsv).
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "audit/audit.h"
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

TEST_CASE("the audit of the seeds says what a careful person says", "[golden]") {
  const std::string seeds = shared_path("seeds");
  if (seeds.empty()) return skip("../shared is not beside the tree");
  std::map<std::string, std::map<std::size_t, std::string>> table;  // document, start → verdict
  std::ifstream rows(tree_path("tests/golden/seed_audit.tsv"));
  for (std::string line; std::getline(rows, line);) {
    if (line.starts_with('#') || line.starts_with("document\t")) continue;
    std::istringstream cells(line);
    std::string document, start, quote, verdict;
    std::getline(cells, document, '\t');
    std::getline(cells, start, '\t');
    std::getline(cells, quote, '\t');
    std::getline(cells, verdict, '\t');
    table[document][std::stoul(start)] = verdict;
  }
  REQUIRE(table.size() == 5);

  const Rulebook rulebook = Rulebook::builtin();
  Claims claims;
  for (const auto& [name, verdicts] : table) {
    const ExtractedDocument found = extract(ingest(name, read_file(seeds + "/" + name)), rulebook);
    for (const Mention& mention : found.mentions)
      if (mention.kind() <= Kind::percentage && !mention.chrome)
        claims.claims.push_back({fact_of(mention, found.sha256).key, claims.documents.size(), mention});
    claims.documents.push_back({name, found.sha256, found.title, found.published, claims.documents.size()});
  }
  std::string differences;
  std::size_t compared = 0;
  for (const AuditedClaim& one : audit(claims, Reference::built_in(), {})) {
    const Claim& claim = claims.claims[one.claim];
    const std::string& name = claims.document_of(claim).path;
    const auto row = table[name].find(claim.mention.span.begin);
    if (row == table[name].end()) continue;
    ++compared;
    if (to_word(one.verdict) != row->second)
      differences += name + ":" + std::to_string(claim.mention.line) + ": " + claim.mention.quote + ": " +
                     std::string(to_word(one.verdict)) + ", not " + row->second + ": " + one.reason + "\n";
  }
  INFO(differences);
  CHECK(compared == 47);
  CHECK(differences.empty());
}

}  // namespace
}  // namespace careerfacts::test
