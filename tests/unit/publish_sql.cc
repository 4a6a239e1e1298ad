// SQL as it is written: SQLite itself says whether it is right.
#include "publish/sql_script.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/support/catch.h"
#include "tests/support/samples.h"

namespace careerfacts {
namespace {

std::string sql_string(std::string_view text) {
  std::string out;
  append_sql_string(out, text);
  return out;
}

TEST_CASE("a string is read back as it was, whatever is in it", "[publish]") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  for (const std::string text : {"", "it's", "''", "a\\'b\\", "two\r\nlines", "-- ; /* \"x\" :y $1", "é😀"})
    CHECK(database.execAndGet("SELECT " + sql_string(text)).getString() == text);
  CHECK(sql_string(std::string_view("a\0b\xff", 4)) == "'a\uFFFDb\uFFFD'");
}

TEST_CASE("rows go into one statement", "[publish]") {
  SqlInsert rows("t (a, b, c, d)");
  std::string out;
  rows.flush(out);
  CHECK(out.empty());
  rows.text("x");
  rows.number(std::size_t{7});
  rows.number(std::optional<double>(-2.5));
  rows.flag(true);
  rows.end_row();
  rows.text_or_null("");
  rows.number(std::optional<int>());
  rows.null(2);
  rows.end_row();
  CHECK_FALSE(rows.full());
  rows.flush(out);
  CHECK(out == "INSERT INTO t (a, b, c, d) VALUES\n('x',7,-2.5,TRUE),\n(NULL,NULL,NULL,NULL);\n");
  for (int i = 0; i < 10'000; ++i) {
    rows.null(4);
    rows.end_row();
  }
  CHECK(rows.full());
}

// All kinds in one document, with a path that is not UTF-8.
std::string script_of_samples(const std::string& path) {
  SqlScript script;
  std::string out;
  script.begin(out);
  StoredDocument document;
  document.path = path;
  document.sha256 = std::string(64, 'a');
  document.title = "What it's about";
  script.document(out, document);
  for (const Mention& mention : test::sample_document().mentions) {
    Citation citation;
    citation.document = path;
    citation.mention = mention;
    const Fact fact = fact_of(mention, document.sha256);
    citation.fact = fact.key;
    for (int i = 0; i < 2; ++i) script.citation(out, {fact, 2, 1, 1, citation});
  }
  script.end(out);
  return out;
}

TEST_CASE("the script fills the tables, and running it again changes nothing", "[publish]") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA foreign_keys = ON");
  const std::string script = script_of_samples("pay\xff.md");
  database.exec(script);
  database.exec(script);
  const auto value = [&](const std::string& query) { return database.execAndGet(query).getString(); };
  CHECK(value("SELECT count(*) FROM careerfacts_fact") == "4");
  CHECK(value("SELECT count(*) FROM careerfacts_citation") == "8");
  CHECK(value("SELECT path || '|' || title FROM careerfacts_document") == "pay\\xff.md|What it's about");
  const std::string joined =
      " FROM careerfacts_citation JOIN careerfacts_fact ON id = fact_id WHERE kind = 'salary' LIMIT 1";
  CHECK(value("SELECT min || '-' || max || ' ' || currency || ' ' || period || ' ' || citation_count || "
              "document_count" +
              joined) == "90000.0-120000.0 USD year 21");
  CHECK(
      value("SELECT modifier || ' ' || soc_code || ' ' || source || ' ' || source_year || ' ' || source_end" +
            joined) == "about 15-2051 Glassdoor 2024 56");
  CHECK(value("SELECT section || chrome" + joined) == R"(["Pay","By level"]0)");
  CHECK(value("SELECT subject || start_year || sense || (currency IS NULL) FROM careerfacts_fact "
              "WHERE kind = 'percentage'") == "jobs2020change1");
  CHECK(value("SELECT abbreviation || issuer FROM careerfacts_citation WHERE issuer IS NOT NULL") ==
        "CAPINFORMS");
  CHECK(value("SELECT count(soc_code) || count(modifier) FROM careerfacts_citation JOIN careerfacts_fact "
              "ON id = fact_id WHERE kind = 'role'") == "20");
}

TEST_CASE("a newer script takes the place of an older one, and what fails changes nothing", "[publish]") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(script_of_samples("old.md"));
  std::string broken = script_of_samples("new.md");
  broken.insert(broken.rfind("INSERT"), "INSERT INTO no_such_table VALUES (1);\n");
  CHECK_THROWS(database.exec(broken));
  database.exec("ROLLBACK");
  CHECK(database.execAndGet("SELECT group_concat(path) FROM careerfacts_document").getString() == "old.md");
  database.exec(script_of_samples("new.md"));
  CHECK(database.execAndGet("SELECT group_concat(path) FROM careerfacts_document").getString() == "new.md");
}

}  // namespace
}  // namespace careerfacts
