// Copies have one origin: documents in groups, and what the store makes of them.
#include "store/origins.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "extract/fingerprint.h"
#include "store/reader.h"
#include "store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace careerfacts {
namespace {

const RunInfo kRun{"0.1.0", "rules", "{}", "now"};

// A fingerprint of `seed`, with some of its bins made others.
std::string fingerprint(unsigned seed, std::size_t other_bins = 0, unsigned other_seed = 0) {
  std::mt19937 random(seed);
  std::string bytes;
  for (std::size_t i = 0; i < kFingerprintBins; ++i) bytes += static_cast<char>(random());
  std::mt19937 others(other_seed);
  for (std::size_t i = 0; i < other_bins; ++i) bytes[others() % kFingerprintBins] ^= 1;
  return bytes + "\x11\x11\x22\x22";
}

struct Copy {
  std::string path;
  std::uint64_t content;  // 0: not known
  std::string fingerprint;
};

// For each document, by path, the least path among those of its origin.
std::vector<std::string> origins(const std::vector<Copy>& documents) {
  std::vector<OriginInput> inputs;
  for (const Copy& one : documents) inputs.push_back({{one.content, 0}, one.fingerprint});
  const std::vector<std::uint32_t> of = origins_of(inputs);
  std::map<std::uint32_t, std::string> least;
  std::map<std::string, std::uint32_t> by_path;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    CHECK(of[i] <= i);
    CHECK(of[of[i]] == of[i]);
    const std::string& path = documents[i].path;
    const auto [at, is_new] = least.try_emplace(of[i], path);
    if (!is_new) at->second = std::min(at->second, path);
    by_path[path] = of[i];
  }
  std::vector<std::string> list;
  for (const auto& [path, origin] : by_path) list.push_back(least.at(origin));
  return list;
}

ExtractedDocument document(const std::string& path, char content, const std::string& print) {
  ExtractedDocument made = test::sample_document();
  made.path = path;
  made.sha256 = std::string(64, content);
  made.fingerprint = print;
  return made;
}

void store(const std::string& path, const std::vector<ExtractedDocument>& documents) {
  Writer writer(path, kRun);
  for (const ExtractedDocument& made : documents) writer.put(made);
  writer.finish("later");
}

long long count(const std::string& path, const std::string& query) {
  return SQLite::Database(path).execAndGet(query).getInt64();
}

}  // namespace

TEST_CASE("documents of the same bytes, or that are copies, have the first of them by path as origin",
          "[store]") {
  CHECK(origins({}).empty());
  CHECK(origins({{"c", 1, ""}, {"b", 2, ""}, {"a", 1, ""}}) == std::vector<std::string>{"a", "b", "a"});
  CHECK(origins({{"b", 1, fingerprint(1)}, {"a", 2, fingerprint(1, 9)}, {"c", 3, fingerprint(2)}}) ==
        std::vector<std::string>{"a", "a", "c"});
  CHECK(origins({{"a", 0, ""}, {"b", 0, ""}}) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("origins do not depend on the order of the documents, however many look alike", "[store]") {
  std::mt19937 random(7);
  std::vector<Copy> documents;
  for (unsigned i = 0; i < 600; ++i)
    documents.push_back({"doc" + std::to_string(i), 1 + i % 550,
                         i % 7 == 0 ? "" : fingerprint(i % 3 == 0 ? 1 : i % 40, i % 30, i)});
  const std::vector<std::string> once = origins(documents);
  CHECK(std::set<std::string>(once.begin(), once.end()).size() > 50);
  CHECK(std::set<std::string>(once.begin(), once.end()).size() < 300);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(documents.begin(), documents.end(), random);
    CHECK(origins(documents) == once);
  }
}

TEST_CASE("a figure that is copied has one origin", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  store(path, {document("b", '1', fingerprint(1)), document("c", '2', fingerprint(1, 5)),
               document("d", '2', fingerprint(1, 5)), document("e", '3', fingerprint(2))});
  CHECK(count(path, "SELECT origin_count FROM salary") == 2);
  CHECK(count(path, "SELECT document_count FROM salary") == 4);
  CHECK(count(path, "SELECT count(DISTINCT origin_id) FROM cited") == 2);
  Reader(path).facts({}, [](const CitedFact& fact) {
    CHECK(fact.origin_count == 2);
    CHECK(fact.document_count == 4);
    return true;
  });
  // One that comes later and stands before them by path is the origin from then on; when it goes, all is as
  // before.
  store(path, {document("a", '4', fingerprint(1, 3))});
  CHECK(count(path,
              "SELECT count(*) FROM document WHERE origin_id = (SELECT id FROM document WHERE path = 'a')") ==
        3);
  CHECK(count(path, "SELECT origin_count FROM salary") == 2);
  {
    Writer writer(path, kRun);
    CHECK(writer.remove_documents([](const std::string& name) { return name == "a" || name == "b"; }) == 2);
    writer.finish("later");
  }
  CHECK(count(path,
              "SELECT count(*) FROM document WHERE origin_id = (SELECT id FROM document WHERE path = 'c')") ==
        1);
  CHECK(count(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(count(path, "SELECT origin_count FROM salary") == 2);
}

TEST_CASE("what an interrupted run left is grouped by the next one, even one that changes nothing",
          "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  const std::vector<ExtractedDocument> documents{document("a", '1', fingerprint(1)),
                                                 document("b", '2', fingerprint(1, 5))};
  {
    Writer writer(path, kRun);
    for (const ExtractedDocument& made : documents) writer.put(made);
    writer.commit();
  }
  CHECK(count(path, "SELECT origin_count FROM salary") == 2);
  store(path, documents);
  CHECK(count(path, "SELECT origin_count FROM salary") == 1);
}

}  // namespace careerfacts
