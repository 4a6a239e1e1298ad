// Stores of every released schema open for ever: tests/data/store_vN.sql is one of each, as the program of
// that time made it, and store_vN.jsonl is what it exported then.
#include <SQLiteCpp/SQLiteCpp.h>

#include <boost/json.hpp>
#include <sstream>

#include "publish/fact_json.h"
#include "store/reader.h"
#include "store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace careerfacts {
namespace {

// The store of schema version `version`, in a fresh file.
std::string old_store(const test::TempFolder& folder, int version) {
  const std::string path = folder.at("v" + std::to_string(version) + ".db");
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(test::read_file(test::tree_path("tests/data/store_v" + std::to_string(version) + ".sql")));
  return path;
}

std::string exported(const std::string& path) {
  std::string lines;
  Reader(path).all_facts(
      [&](const Fact& fact, const std::vector<Citation>& citations) {
        append_fact_json(lines, fact, citations);
        return true;
      },
      true);
  return lines;
}

// Does every field of `was` stand in `is` with its value? Fields may have been added.
bool has_all_of(const boost::json::value& is, const boost::json::value& was) {
  if (was.is_array()) {
    if (!is.is_array() || is.as_array().size() != was.as_array().size()) return false;
    for (std::size_t i = 0; i < was.as_array().size(); ++i)
      if (!has_all_of(is.as_array()[i], was.as_array()[i])) return false;
    return true;
  }
  if (!was.is_object()) return is == was;
  for (const auto& [key, value] : was.as_object())
    if (!is.is_object() || !is.as_object().contains(key) || !has_all_of(is.at(key), value)) return false;
  return true;
}

long long count(const std::string& path, const std::string& query) {
  return SQLite::Database(path).execAndGet(query).getInt64();
}

}  // namespace

TEST_CASE("a store of version 1 gives what it gave, with the same ids", "[store]") {
  const test::TempFolder folder;
  const std::string path = old_store(folder, 1);
  std::istringstream was(test::read_file(test::tree_path("tests/data/store_v1.jsonl")));
  std::istringstream is(exported(path));
  std::string line_was, line_is;
  std::size_t lines = 0;
  while (std::getline(was, line_was)) {
    REQUIRE(std::getline(is, line_is));
    INFO(line_is);
    CHECK(has_all_of(boost::json::parse(line_is), boost::json::parse(line_was)));
    ++lines;
  }
  CHECK(lines == 10);
  CHECK_FALSE(std::getline(is, line_is));
}

TEST_CASE("a migrated store is whole, and has what the new schema has", "[store]") {
  const test::TempFolder folder;
  const std::string path = old_store(folder, 1);
  CHECK(count(path, "SELECT count(*) FROM document") == 3);
  Reader{path};
  CHECK(count(path, "PRAGMA user_version") == 3);
  CHECK(count(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(SQLite::Database(path).execAndGet("PRAGMA integrity_check").getString() == "ok");
  CHECK(count(path,
              "SELECT count(*) FROM sqlite_schema WHERE name LIKE '%\\_1' ESCAPE '\\' AND type = 'table'") ==
        0);
  CHECK(count(path, "SELECT count(*) FROM cited") == count(path, "SELECT count(*) FROM citation"));
  CHECK(count(path, "SELECT count(*) FROM search('glassdoor')") == 1);
  CHECK(count(path, "SELECT origin_count FROM salary WHERE role = 'registered nurse'") == 2);
  CHECK(count(path, "SELECT revision FROM run WHERE id = 2") == 1);
  CHECK(count(path, "SELECT count(*) FROM run WHERE revision IS NULL") == 1);
  CHECK(count(path, "SELECT count(*) FROM change WHERE revision > 1") == 0);
}

TEST_CASE("a migrated store takes new documents", "[store]") {
  const test::TempFolder folder;
  const std::string path = old_store(folder, 1);
  const std::string before = exported(path);
  ExtractedDocument gone;
  gone.path = "a/nurses.md";
  gone.sha256 = std::string(64, 'a');
  {
    Writer writer(path, {"0.1.0", "rules", "{}", "now"});
    CHECK(writer.put(gone) == PutResult::replaced);
    const RunCounts counts = writer.finish("then");
    CHECK(counts.facts_removed == 5);
  }
  CHECK(count(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(count(path, "SELECT count(*) FROM search('certification OR credential')") == 0);
  CHECK(count(path, "SELECT count(*) FROM change WHERE deleted = 1 AND revision = 2") == 5);
  CHECK(exported(path) != before);
}

}  // namespace careerfacts
