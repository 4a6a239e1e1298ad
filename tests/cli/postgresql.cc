// `careerfacts export --to postgresql://…` against a real server: the same twice, killed in the middle, two
// stores at once, what is gone, and what it says when it cannot.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "base/content_hash.h"
#include "tests/support/catch.h"
#include "tests/support/postgres_server.h"

namespace careerfacts::test {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A hash of all that is there, in an order that does not depend on how it came there.
std::string all_of(const PostgresServer& server) {
  return sha256_hex(server.query(
      "SELECT sha256, bytes, title, author, published FROM careerfacts.document ORDER BY 1;"
      "SELECT * FROM careerfacts.fact ORDER BY 1; SELECT * FROM careerfacts.citation ORDER BY 1, 2, 3, 4"));
}

// Nothing that hangs in the air.
void check_whole(const PostgresServer& server) {
  CHECK(server
            .query("SELECT 'citation', c.fact_id, c.sha256 FROM careerfacts.citation AS c WHERE "
                   "NOT EXISTS (SELECT FROM careerfacts.fact WHERE id = c.fact_id) OR "
                   "NOT EXISTS (SELECT FROM careerfacts.document AS d WHERE d.sha256 = c.sha256);"
                   "SELECT 'fact', id FROM careerfacts.fact AS f WHERE "
                   "NOT EXISTS (SELECT FROM careerfacts.citation WHERE fact_id = f.id);"
                   "SELECT 'document', sha256 FROM careerfacts.document AS d WHERE "
                   "NOT EXISTS (SELECT FROM careerfacts.holding AS h WHERE h.sha256 = d.sha256)")
            .empty());
}

// One server for all cases of this file; each begins with nothing in it.
const PostgresServer& empty_server() {
  static const PostgresServer server;
  server.query("DROP SCHEMA IF EXISTS careerfacts CASCADE");
  return server;
}

class Stores {
 public:
  Stores() {
    std::filesystem::copy(tree_path("corpus/articles"), folder_.at("articles"));
    folder_.write("articles/latin.txt", "Un caf\xe9 chef earns $41,000 a year.\n");
    folder_.write("articles/caf\xe9.txt", "A welder earns $45,000 a year, says C:\\Pay\tReport.\n");
  }
  Result run(const std::string& script) const { return shell(script, {.folder = folder_.path()}); }
  Result feed(const std::string& database, const PostgresServer& server) const {
    return run_careerfacts({"export", "--db", database, "--to", server.address()},
                           {.folder = folder_.path()});
  }
  const TempFolder& folder() const { return folder_; }

 private:
  TempFolder folder_;
};

TEST_CASE("a store fed twice is there once, and what is gone from it goes", "[cli][postgresql]") {
  if (const std::string why = PostgresServer::missing(); !why.empty()) return skip(why);
  const PostgresServer& server = empty_server();
  const Stores stores;
  REQUIRE(stores.run("careerfacts ingest articles >/dev/null").status <= 1);
  const Result first = stores.feed("facts.db", server);
  INFO(first.err);
  REQUIRE(first.status == 0);
  check_whole(server);
  const std::string rows = all_of(server);
  CHECK(server.query("SELECT count(*) FROM careerfacts.citation") ==
        stores.run("sqlite3 facts.db 'SELECT count(*) FROM citation'").out);
  CHECK(server.query("SELECT id FROM careerfacts.fact ORDER BY 1") ==
        stores.run("sqlite3 facts.db 'SELECT id FROM fact ORDER BY 1'").out);
  CHECK(
      server.query(
          "SELECT encode(quote_bytes, 'hex') FROM careerfacts.citation WHERE quote_bytes IS NOT NULL") ==
      stores
          .run(
              "sqlite3 facts.db 'SELECT lower(hex(quote_bytes)) FROM citation WHERE quote_bytes IS NOT NULL'")
          .out);
  CHECK(server.query("SELECT encode(path_bytes, 'escape') FROM careerfacts.holding WHERE path_bytes <> ''") ==
        "articles/caf\\351.txt\n");
  CHECK(server.query("SELECT count(*) > 500 FROM careerfacts.stated WHERE path LIKE 'articles/%'") == "t\n");

  const Result again = stores.feed("facts.db", server);
  CHECK(has(again.out, ": 0 of 16 documents were sent"));
  CHECK(has(again.out, "added:   0 facts, 0 citations"));
  CHECK(all_of(server) == rows);

  // A changed document and one that is gone.
  stores.folder().write("articles/latin.txt", "A beekeeper earns $43,210 a year.\n");
  REQUIRE(stores
              .run("careerfacts ingest articles >/dev/null;"
                   "sqlite3 facts.db \"DELETE FROM citation WHERE document_id = (SELECT id FROM document "
                   "WHERE path "
                   "LIKE '%nursing%'); DELETE FROM document WHERE path LIKE '%nursing%';"
                   "DELETE FROM fact WHERE number NOT IN (SELECT fact_number FROM citation)\"")
              .status == 0);
  const Result less = stores.feed("facts.db", server);
  INFO(less.err);
  CHECK(less.status == 0);
  CHECK(has(less.out, "removed: 2 documents"));
  check_whole(server);
  CHECK(server.query("SELECT id FROM careerfacts.fact ORDER BY 1") ==
        stores.run("sqlite3 facts.db 'SELECT id FROM fact ORDER BY 1'").out);
  CHECK(server.query("SELECT count(*) FROM careerfacts.fact WHERE min = 41000") == "0\n");
  CHECK(server.query("SELECT count(*) FROM careerfacts.fact WHERE min = 43210") == "1\n");
}

TEST_CASE("stores that share documents are fed in at once, and each document counts once",
          "[cli][postgresql]") {
  if (const std::string why = PostgresServer::missing(); !why.empty()) return skip(why);
  const PostgresServer& server = empty_server();
  const Stores stores;
  // Four shards of overlapping articles, one of them under other paths, and one store of all.
  REQUIRE(stores
              .run("cp -r articles copies; careerfacts ingest articles --db all.db >/dev/null;"
                   "ls articles/* | head -n 9 | xargs -d '\\n' careerfacts ingest --db 1.db >/dev/null;"
                   "ls articles/* | tail -n +5 | xargs -d '\\n' careerfacts ingest --db 2.db >/dev/null;"
                   "ls -r articles/* | head -n 12 | xargs -d '\\n' careerfacts ingest --db 3.db >/dev/null;"
                   "ls copies/* | tail -n 12 | xargs -d '\\n' careerfacts ingest --db 4.db >/dev/null; true")
              .status == 0);
  REQUIRE(stores.feed("all.db", server).status == 0);
  const std::string rows = all_of(server);
  for (int round = 0; round < 2; ++round) {
    server.query("DROP SCHEMA careerfacts CASCADE");
    const Result result =
        stores.run("for n in 1 2 3 4; do careerfacts export --db $n.db --to '" + server.address() +
                   "' >$n.out 2>&1 & pids+=($!); done; for pid in ${pids[@]}; do wait $pid || exit 1; done");
    INFO(stores.run("cat ?.out").out);
    REQUIRE(result.status == 0);
    check_whole(server);
    REQUIRE(all_of(server) == rows);
  }
  CHECK(server.query("SELECT count(DISTINCT store) FROM careerfacts.holding") == "4\n");

  // What one store holds no more stays while another has it.
  REQUIRE(stores.run("sqlite3 2.db 'DELETE FROM citation; DELETE FROM document; DELETE FROM fact'").status ==
          0);
  CHECK(has(stores.feed("2.db", server).out, "removed: 0 documents, 0 facts, 0 citations"));
  CHECK(all_of(server) == rows);
}

TEST_CASE("a feed that is killed leaves nothing half", "[cli][postgresql]") {
  if (const std::string why = PostgresServer::missing(); !why.empty()) return skip(why);
  const PostgresServer& server = empty_server();
  const Stores stores;
  REQUIRE(stores.run("careerfacts ingest articles >/dev/null").status <= 1);
  REQUIRE(stores.feed("facts.db", server).status == 0);
  const std::string rows = all_of(server);
  server.query(
      "DELETE FROM careerfacts.holding; DELETE FROM careerfacts.citation; DELETE FROM careerfacts.fact;"
      "DELETE FROM careerfacts.document");
  const std::string nothing = all_of(server);
  int killed = 0;
  for (int milliseconds = 5; milliseconds <= 61; milliseconds += 7) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      if (::chdir(stores.folder().path().c_str()) != 0 || ::freopen("/dev/null", "w", stdout) == nullptr)
        ::_exit(127);
      ::execl(program_path().c_str(), "careerfacts", "export", "--to", server.address().c_str(), nullptr);
      ::_exit(127);
    }
    ::usleep(static_cast<useconds_t>(milliseconds) * 1000);
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    if (!WIFSIGNALED(status)) break;  // it was done before
    ++killed;
    // The server may still be at work with what was sent, and notice only then that nobody is there.
    server.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'careerfacts'");
    const std::string there = all_of(server);
    REQUIRE((there == nothing || there == rows));
    check_whole(server);
  }
  CHECK(killed > 0);
  CHECK(stores.feed("facts.db", server).status == 0);
  CHECK(all_of(server) == rows);
}

TEST_CASE("the schema is made once, told in comments, and not touched where it is newer",
          "[cli][postgresql]") {
  if (const std::string why = PostgresServer::missing(); !why.empty()) return skip(why);
  const PostgresServer& server = empty_server();
  const Stores stores;
  REQUIRE(stores.run("careerfacts ingest articles/nursing-pay-guide.txt >/dev/null").status <= 1);
  REQUIRE(stores.feed("facts.db", server).status == 0);
  CHECK(server
            .query("SELECT c.relname || '.' || coalesce(a.attname, '') FROM pg_class AS c "
                   "JOIN pg_namespace AS n ON n.oid = relnamespace AND nspname = 'careerfacts' "
                   "LEFT JOIN pg_attribute AS a ON attrelid = c.oid AND attnum > 0 AND relkind = 'r' "
                   "WHERE relkind IN ('r', 'v') AND relname <> 'schema_version' AND "
                   "(obj_description(c.oid) IS NULL OR (relkind = 'r' AND col_description(c.oid, attnum) IS "
                   "NULL))")
            .empty());
  server.query("UPDATE careerfacts.schema_version SET version = 99");
  const Result newer = stores.feed("facts.db", server);
  CHECK(newer.status == 2);
  CHECK(has(newer.err, "newer program (version 99"));
}

TEST_CASE("what is wrong with an address is told without its password", "[cli]") {
  const Stores stores;
  REQUIRE(stores.run("careerfacts ingest articles/nursing-pay-guide.txt >/dev/null").status <= 1);
  for (const char* address :
       {"postgresql://u:geheim@127.0.0.1:1/x", "postgresql://u:ge%67%65heim%zz@h/x",
        "postgresql://u@127.0.0.1:1/x?password=geheim", "host=127.0.0.1 port=1 password=geheim",
        "mysql://u:geheim@h/x", "postgresql://u:geheim@127.0.0.1:1/x?nonsense=1"}) {
    const Result result = run_careerfacts({"export", "--to", address}, {.folder = stores.folder().path()});
    INFO(result.err);
    CHECK(result.status == 2);
    CHECK_FALSE(has(result.err + result.out, "geheim"));
    CHECK((has(result.err, "no connection: ") || has(result.err, "postgresql://user@host:5432/database")));
  }
}

}  // namespace
}  // namespace careerfacts::test
