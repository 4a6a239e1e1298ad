// The script of `careerfacts export --format sql` in PostgreSQL, where psql and a server are installed.
#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/postgres_server.h"

namespace careerfacts::test {
namespace {

constexpr const char* kQuery =
    "SELECT quote, \"column\", context, coalesce(source, ''), start_byte FROM careerfacts_citation "
    "ORDER BY fact_id, document, start_byte";

TEST_CASE("the SQL script says in PostgreSQL what it says in SQLite", "[cli]") {
  if (const std::string missing = PostgresServer::missing(); !missing.empty()) return skip(missing);
  if (shell("command -v sqlite3").status != 0) return skip("sqlite3 is not installed here");
  const TempFolder folder;
  const RunOptions here{.folder = folder.path(), .environment = {{"PGCLIENTENCODING", "UTF8"}}};
  std::filesystem::copy(tree_path("corpus/articles"), folder.at("articles"));
  folder.write("hostile.md",
               "# It's \\'; DROP TABLE careerfacts_fact; --\n\nA nurse's pay of $80,000 \\n \"a\" year 😀.\n");
  REQUIRE(run_careerfacts({"ingest", "articles", "hostile.md"}, here).status <= 1);
  REQUIRE(run_careerfacts({"export", "--format", "sql", "--out", "facts.sql"}, here).status == 0);
  const PostgresServer server;
  for (int time = 0; time < 2; ++time) {
    REQUIRE(shell("sqlite3 -bail other.db < facts.sql", here).status == 0);
    const Result filled =
        run({"psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "facts.sql", server.address()}, here);
    INFO(filled.err);
    REQUIRE(filled.status == 0);
  }
  const Result in_sqlite = run({"sqlite3", "other.db", kQuery}, here);
  REQUIRE(in_sqlite.status == 0);
  CHECK(in_sqlite.out.size() > 100'000);
  CHECK(server.query(kQuery) == in_sqlite.out);
}

}  // namespace
}  // namespace careerfacts::test
