// Findings of an audit in the store.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include "base/error.h"
#include "store/finding_writer.h"
#include "store/reader.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unprivileged.h"

namespace careerfacts::test {
namespace {

const RunInfo kAudit{"0.1.0", "", R"({"command":"audit"})", "2025-01-02T00:00:00Z"};
constexpr const char* kFinished = "2025-01-02T00:00:01Z";

struct Store {
  TempFolder folder;
  std::string path = folder.at("facts.db");
  ExtractedDocument document = sample_document();

  Store() {
    Writer writer(path, {"0.1.0", "rules", "{}", "2025-01-01T00:00:00Z"});
    writer.put(document);
    writer.finish("2025-01-01T00:00:01Z");
  }
  FactKey fact(std::size_t mention) const { return fact_of(document.mentions[mention], document.sha256).key; }
  StoredFinding finding(const std::string& verdict) const {
    return {fact(0), document.path,    document.mentions[0].span, "wage",
            verdict, "because \"so\"", R"([{"table":"t"}])"};
  }
  std::vector<std::string> verdicts() const {
    std::vector<std::string> list;
    for (const StoredFinding& one : Reader(path).findings(fact(0))) list.push_back(one.verdict);
    return list;
  }
  long long count(const std::string& query) const {
    return SQLite::Database(path).execAndGet(query).getInt64();
  }
};

TEST_CASE("findings are read back as they were stored", "[store]") {
  const Store store;
  CHECK(replace_findings(store.path, kAudit, kFinished,
                         {store.finding("disputed"), store.finding("plausible")}) == 2);
  const std::vector<StoredFinding> found = Reader(store.path).findings(store.fact(0));
  REQUIRE(found.size() == 2);
  CHECK(found[0].document == store.document.path);
  CHECK(found[0].span == store.document.mentions[0].span);
  CHECK(found[0].check == "wage");
  CHECK(found[0].verdict == "disputed");
  CHECK(found[0].reason == "because \"so\"");
  CHECK(found[0].evidence == R"([{"table":"t"}])");
  CHECK(found[1].verdict == "plausible");
  CHECK(Reader(store.path).findings(store.fact(1)).empty());
  CHECK(
      store.count(
          "SELECT count(*) FROM run WHERE finished_at = '2025-01-02T00:00:01Z' AND options LIKE '%audit%'") ==
      1);
}

TEST_CASE("an audit replaces the findings of earlier ones", "[store]") {
  const Store store;
  replace_findings(store.path, kAudit, kFinished, {store.finding("disputed"), store.finding("plausible")});
  replace_findings(store.path, kAudit, kFinished, {store.finding("supported")});
  CHECK(store.verdicts() == std::vector<std::string>{"supported"});
  replace_findings(store.path, kAudit, kFinished, {});
  CHECK(store.verdicts().empty());
}

TEST_CASE("a finding about what is not stored any more is left out", "[store]") {
  const Store store;
  StoredFinding elsewhere = store.finding("disputed");
  elsewhere.document = "gone.txt";
  CHECK(replace_findings(store.path, kAudit, kFinished, {elsewhere, store.finding("supported")}) == 1);
  CHECK(store.verdicts() == std::vector<std::string>{"supported"});
}

TEST_CASE("findings go with the citation that they are about", "[store]") {
  Store store;
  replace_findings(store.path, kAudit, kFinished, {store.finding("disputed")});
  store.document.sha256 = std::string(64, 'b');
  store.document.mentions.erase(store.document.mentions.begin());
  Writer writer(store.path, {"0.1.0", "rules", "{}", "2025-01-03T00:00:00Z"});
  writer.put(store.document);
  writer.finish("2025-01-03T00:00:01Z");
  CHECK(store.count("SELECT count(*) FROM finding") == 0);
}

TEST_CASE("findings are not stored where there is no store, or none that can be written", "[store]") {
  const Store store;
  CHECK_THROWS_AS(replace_findings(store.folder.at("none.db"), kAudit, kFinished, {}), Error);
  struct stat file {};
  CHECK(::stat(store.folder.at("none.db").c_str(), &file) != 0);
  replace_findings(store.path, kAudit, kFinished, {store.finding("disputed")});
  REQUIRE(::chmod(store.path.c_str(), 0444) == 0);
  REQUIRE(::chmod(store.folder.path().c_str(), 0555) == 0);
  {
    const Unprivileged user;
    CHECK_THROWS_AS(replace_findings(store.path, kAudit, kFinished, {store.finding("supported")}), Error);
  }
  REQUIRE(::chmod(store.folder.path().c_str(), 0755) == 0);
  CHECK(store.verdicts() == std::vector<std::string>{"disputed"});
}

}  // namespace
}  // namespace careerfacts::test
