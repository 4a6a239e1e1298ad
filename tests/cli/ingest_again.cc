// `careerfacts ingest` over the life of a store: files that vanish, rules that change.
#include <SQLiteCpp/SQLiteCpp.h>

#include <boost/json.hpp>
#include <filesystem>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/schema.h"

namespace careerfacts::test {
namespace {

const std::string kData = "A data scientist earns $112,000 a year, and demand will grow 22% by 2030.\n";
const std::string kNurse = "A registered nurse earns $86,070 a year.\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string documents_in(const TempFolder& folder) {
  SQLite::Database database(folder.at("facts.db"));
  return database.execAndGet("SELECT group_concat(path, ' ') FROM (SELECT path FROM document ORDER BY path)")
      .getString();
}

std::string exported(const TempFolder& folder) {
  return run_careerfacts({"export"}, {.folder = folder.path()}).out;
}

}  // namespace

TEST_CASE("--prune removes what is gone from the given folders, and only that", "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  for (const char* path : {"a/one.md", "a/sub/two.md", "ab/three.md", "b/four.md"}) folder.write(path, kData);
  folder.write("a/nurse.md", kNurse);
  CHECK(run_careerfacts({"ingest", "a", "ab", "b"}, here).status == 0);
  for (const char* path : {"a/nurse.md", "a/sub/two.md", "ab/three.md", "b/four.md"})
    std::filesystem::remove(folder.at(path));

  CHECK(run_careerfacts({"ingest", "a"}, here).status == 0);
  CHECK(documents_in(folder) == "a/nurse.md a/one.md a/sub/two.md ab/three.md b/four.md");
  const Result pruned = run_careerfacts({"ingest", "a/", "--prune"}, here);
  INFO(pruned.out << pruned.err);
  CHECK(pruned.status == 0);
  CHECK(has(pruned.out, "0 facts new, 2 gone; 2 documents are no longer there and were removed."));
  CHECK(documents_in(folder) == "a/one.md ab/three.md b/four.md");
  CHECK_FALSE(has(exported(folder), "nurse"));
  CHECK(SQLite::Database(folder.at("facts.db"))
            .execAndGet("SELECT removed FROM run ORDER BY id DESC LIMIT 1")
            .getInt() == 2);

  // As if the file had never been there.
  CHECK(run_careerfacts({"ingest", "ab", "--prune"}, here).status == 0);
  CHECK(run_careerfacts({"ingest", "b", "--prune"}, here).status == 0);
  const std::string after = exported(folder);
  CHECK(run_careerfacts({"ingest", "a/one.md", "--db", "fresh.db"}, here).status == 0);
  CHECK(run_careerfacts({"export", "--db", "fresh.db"}, here).out == after);
}

TEST_CASE("--prune leaves alone what lies in a folder that is missing, and what came from elsewhere",
          "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  folder.write("a/one.md", kData);
  folder.write("b/two.md", kNurse);
  CHECK(run_careerfacts({"ingest", "a", "b"}, here).status == 0);
  CHECK(run_careerfacts({"ingest", "-"}, {.folder = folder.path(), .input = kNurse}).status == 0);
  std::filesystem::rename(folder.at("a"), folder.at("c"));
  CHECK(run_careerfacts({"ingest", "a", "--prune"}, here).status == 2);
  CHECK(run_careerfacts({"ingest", "a", "b", "--prune"}, here).status == 1);
  CHECK(documents_in(folder) == "- a/one.md b/two.md");
}

TEST_CASE("--reextract reads again what other rules have read, and tells what became of the facts", "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  folder.write("a/one.md", kData);
  folder.write("a/nurse.md", "A registered nurse earns £3,000 a moon.\n");
  folder.write("b/gone.md", kNurse);
  CHECK(run_careerfacts({"ingest", "a", "b"}, here).status == 0);
  const Result nothing = run_careerfacts({"ingest", "--reextract"}, here);
  CHECK(nothing.status == 0);
  CHECK(has(nothing.out, "Nothing is stale"));

  folder.write("a/new.md", kNurse);
  std::filesystem::remove(folder.at("b/gone.md"));
  std::string rules = read_file(tree_path("extract/patterns/period.toml"));
  const std::string known = "\"per month\", ";
  REQUIRE(has(rules, known));
  folder.write("rules/patterns/period.toml", rules.insert(rules.find(known), "\"a moon\", "));
  const Result again = run_careerfacts({"ingest", "--reextract", "a", "--rules", "rules"}, here);
  INFO(again.out << again.err);
  CHECK(again.status == 0);
  CHECK(has(again.out, "0 new, 2 changed"));
  CHECK(has(again.out, ": 1 fact new, 1 gone, 4 kept."));
  CHECK(has(exported(folder), R"("period":"month")"));
  CHECK(documents_in(folder) == "a/nurse.md a/one.md b/gone.md");

  // Without a path all that is stale: what is not there any more is told, and keeps what it had.
  const Result rest = run_careerfacts({"ingest", "--reextract", "--rules", "rules"}, here);
  CHECK(rest.status == 2);
  CHECK(has(rest.err, "b/gone.md: there is no such file"));
  CHECK(has(exported(folder), "b/gone.md"));
}

TEST_CASE("export --since gives what changed after a run, and what is gone", "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  folder.write("a/one.md", kData);
  folder.write("a/nurse.md", kNurse);
  CHECK(run_careerfacts({"ingest", "a"}, here).status == 0);
  CHECK(run_careerfacts({"export", "--since", "1"}, here).out.empty());
  CHECK(run_careerfacts({"export", "--since", "0"}, here).out == exported(folder));
  std::filesystem::remove(folder.at("a/nurse.md"));
  folder.write("a/two.md", "A data scientist earns $112,000 a year.\n");
  CHECK(run_careerfacts({"ingest", "a", "--prune"}, here).status == 0);

  const auto schema = boost::json::parse(read_file(tree_path("schemas/fact.schema.json")));
  std::istringstream changes(run_careerfacts({"export", "--since", "1"}, here).out);
  std::size_t changed = 0;
  std::size_t deleted = 0;
  for (std::string line; std::getline(changes, line);) {
    const auto value = boost::json::parse(line);
    CHECK(schema_fault(schema, value) == "");
    value.as_object().contains("deleted") ? ++deleted : ++changed;
  }
  CHECK(changed == 2);  // the salary and the role that two.md states as well; not the percentage
  CHECK(deleted == 2);
  CHECK(run_careerfacts({"export", "--since", "2"}, here).out.empty());
  const Result unknown = run_careerfacts({"export", "--since", "9"}, here);
  CHECK(unknown.status == 2);
  CHECK(has(unknown.err, "run 9: there is no such run; the last one to ask for is 2"));
}

TEST_CASE("--reextract does not go with --prune, and needs a store", "[cli]") {
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  CHECK(run_careerfacts({"ingest", "--reextract", "--prune"}, here).status == 2);
  const Result none = run_careerfacts({"ingest", "--reextract"}, here);
  CHECK(none.status == 2);
  CHECK(has(none.err, "there is no store here"));
  CHECK_FALSE(std::filesystem::exists(folder.at("facts.db")));
}

}  // namespace careerfacts::test
