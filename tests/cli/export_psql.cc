// The script of `careerfacts export --format sql` in PostgreSQL, where psql and a server are installed.
#include <unistd.h>

#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

// Starts a server of its own in the folder, reached by a socket only, runs the script twice, stops it again.
// PostgreSQL refuses to run as root: then as the user postgres, which its package makes.
constexpr const char* kScript = R"bash(
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
as=()
if [ "$(id -u)" = 0 ]; then
  chown -R postgres . && chmod 755 .
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
export PGHOST=$PWD PGDATABASE=postgres PGUSER=postgres PGCLIENTENCODING=UTF8
"${as[@]}" "$bin/initdb" -D data -U postgres -E UTF8 --locale=C.UTF-8 -A trust --no-sync > init.log || exit 1
"${as[@]}" "$bin/pg_ctl" -D data -o "-k $PWD -c listen_addresses= -F" -l server.log -w start > /dev/null || exit 1
trap '"${as[@]}" "$bin/pg_ctl" -D data -m immediate stop > /dev/null' EXIT
for run in 1 2; do
  psql -X -q -v ON_ERROR_STOP=1 -f facts.sql 2>> psql.log || { cat psql.log; exit 1; }
done
psql -X -At -c "$1"
)bash";

constexpr const char* kQuery =
    "SELECT quote, \"column\", context, coalesce(source, ''), start_byte FROM careerfacts_citation "
    "ORDER BY fact_id, document, start_byte";

TEST_CASE("the SQL script says in PostgreSQL what it says in SQLite", "[cli]") {
  if (shell("command -v psql && command -v sqlite3 && command -v setpriv && ls "
            "/usr/lib/postgresql/*/bin/initdb")
          .status != 0)
    return skip("psql, sqlite3 or the PostgreSQL server is not installed");
  if (::geteuid() == 0 && shell("id postgres").status != 0) return skip("there is no user postgres");
  const TempFolder folder;
  const RunOptions here{.folder = folder.path()};
  std::filesystem::copy(tree_path("corpus/articles"), folder.at("articles"));
  folder.write("hostile.md",
               "# It's \\'; DROP TABLE careerfacts_fact; --\n\nA nurse's pay of $80,000 \\n \"a\" year 😀.\n");
  REQUIRE(run_careerfacts({"ingest", "articles", "hostile.md"}, here).status <= 1);
  REQUIRE(run_careerfacts({"export", "--format", "sql", "--out", "facts.sql"}, here).status == 0);
  for (int run_number = 0; run_number < 2; ++run_number)
    REQUIRE(shell("sqlite3 -bail other.db < facts.sql", here).status == 0);
  const Result in_sqlite = run({"sqlite3", "other.db", kQuery}, here);
  REQUIRE(in_sqlite.status == 0);
  folder.write("run.sh", kScript);
  const Result in_postgresql = run({"bash", "run.sh", kQuery}, here);
  INFO(in_postgresql.out << in_postgresql.err);
  REQUIRE(in_postgresql.status == 0);
  CHECK(in_sqlite.out.size() > 100'000);
  CHECK(in_postgresql.out == in_sqlite.out);
}

}  // namespace
}  // namespace careerfacts::test
