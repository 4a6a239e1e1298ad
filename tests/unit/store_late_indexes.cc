// The indexes that the first filling of a store builds last: there when it ends, and when it does not.
#include <SQLiteCpp/SQLiteCpp.h>

#include <set>
#include <string>

#include "store/migrations.h"
#include "store/reader.h"
#include "store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace careerfacts {
namespace {

const RunInfo kRun{"0.1.0", "rules", "{}", "now"};

ExtractedDocument sample(const std::string& path, char content = 'a') {
  ExtractedDocument document = test::sample_document();
  document.path = path;
  document.sha256 = std::string(64, content);
  return document;
}

// How many facts a reader sees, and how many citations.
std::pair<std::size_t, std::size_t> counts_of(const std::string& path) {
  std::pair<std::size_t, std::size_t> counts{};
  Reader(path).all_facts([&](const Fact&, const std::vector<Citation>& citations) {
    ++counts.first;
    counts.second += citations.size();
    return true;
  });
  return counts;
}

// The schema of the database as SQLite has it, a line each.
std::set<std::string> schema_of(const std::string& path) {
  SQLite::Database database(path);
  SQLite::Statement rows(database, "SELECT coalesce(sql, name) FROM sqlite_schema");
  std::set<std::string> lines;
  while (rows.executeStep()) lines.insert(rows.getColumn(0).getString());
  return lines;
}

long long late_indexes_of(const std::string& path) {
  SQLite::Database database(path);
  return database
      .execAndGet(
          "SELECT count(*) FROM sqlite_schema WHERE name IN ('citation_by_fact', 'citation_by_source')")
      .getInt64();
}

}  // namespace

TEST_CASE("a store that is filled for the first time gets its indexes last, and as the schema has them",
          "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  const std::set<std::string> schema = [&] {
    SQLite::Database database(folder.at("plain.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const std::string_view sql : schema_migrations()) database.exec(std::string(sql));
    return schema_of(folder.at("plain.db"));
  }();
  {
    Writer writer(path, kRun);
    writer.put(sample("a.md"));
    writer.commit();
    CHECK(late_indexes_of(path) == 0);
    writer.put(sample("b.md"));
    writer.finish("then");
  }
  CHECK(schema_of(path) == schema);
  CHECK(SQLite::Database(path).execAndGet("PRAGMA integrity_check").getString() == "ok");

  SECTION("a store that has documents keeps them") {
    Writer writer(path, kRun);
    writer.put(sample("c.md"));
    writer.commit();
    CHECK(late_indexes_of(path) == 2);
  }
}

TEST_CASE("indexes that a run did not live to build are built by the next one, or by who reads", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  {
    Writer writer(path, kRun);
    writer.put(sample("a.md"));
    writer.commit();  // and no finish: as if it was killed
  }
  REQUIRE(late_indexes_of(path) == 0);
  SECTION("a reader") { CHECK(counts_of(path).first > 0); }
  SECTION("a run") {
    Writer writer(path, kRun);
    writer.put(sample("b.md"));
    writer.commit();
  }
  CHECK(late_indexes_of(path) == 2);
}

TEST_CASE("a path that comes twice in a first run is corrected before the indexes are built", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  ExtractedDocument changed = sample("a.md", 'b');
  changed.mentions.resize(1);
  const auto fill = [](const std::string& store, const std::vector<ExtractedDocument>& documents) {
    Writer writer(store, kRun);
    for (const ExtractedDocument& document : documents) writer.put(document);
    return writer.finish("then");
  };
  CHECK(fill(path, {sample("a.md"), changed}).replaced == 1);
  const std::string once = folder.at("once.db");
  fill(once, {changed});
  CHECK(counts_of(path) == counts_of(once));
  CHECK(late_indexes_of(path) == 2);
}

}  // namespace careerfacts
