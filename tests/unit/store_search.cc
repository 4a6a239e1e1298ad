// What is typed into a search becomes a query that FTS5 understands, whatever it is.
#include <SQLiteCpp/SQLiteCpp.h>

#include "store/search_words.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

TEST_CASE("words become phrases, and all of them are asked for", "[store]") {
  CHECK(search_query("nurse pay") == R"("nurse" "pay")");
  CHECK(search_query(R"("registered nurse" pay)") == R"("registered nurse" "pay")");
  CHECK(search_query("nurs* $112,000") == R"("nurs"* "$112,000")");
  CHECK(search_query("a\"b c\"d") == R"("a" "b c" "d")");
  for (const char* nothing : {"", "  \t", "$ -", "\"\"", "\"", "*", "** (", "\"...\""})
    CHECK(search_query(nothing) == "");
}

TEST_CASE("no search is an error of FTS5", "[store]") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
  database.exec("CREATE VIRTUAL TABLE search USING fts5 (context)");
  database.exec("INSERT INTO search VALUES ('A nurse AND a teacher: they earn $80,000, near Paris')");
  SQLite::Statement match(database, "SELECT count(*) FROM search WHERE search MATCH ?");
  const auto hits = [&](const std::string& words) {
    match.reset();
    match.bind(1, search_query(words));
    match.executeStep();
    return match.getColumn(0).getInt();
  };
  CHECK(hits("nurse AND teacher") == 1);
  CHECK(hits("nurse NOT teacher") == 0);
  CHECK(hits("NEAR(nurse paris)") == 0);  // "near nurse" is not in it
  CHECK(hits("(nurse) [paris]") == 1);
  CHECK(hits("teacher:") == 1);
  CHECK(hits("context:nurse") == 0);  // a phrase, not a column
  CHECK(hits("$80,000") == 1);
  CHECK(hits("80 000") == 1);
  CHECK(hits("— nurse —") == 1);
  CHECK(hits("\"nurse and\" pari*") == 1);
  for (const char* words : {"a\"", "^nurse", "nurse +", "{context} : x", "(nurse", "nurse)", "-nurse", "'",
                            "\\", "nurse OR", "\xff\xfe", "* nurse", "a*b", "\"*\""})
    CHECK_NOTHROW(search_query(words).empty() ? 0 : hits(words));
}

}  // namespace
}  // namespace careerfacts
