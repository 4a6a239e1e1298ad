// Files that are no store, or not one that can be used: what is said about them.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/error.h"
#include "store/reader.h"
#include "store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace careerfacts {
namespace {

const RunInfo kRun{"0.1.0", "rules", "{}", "now"};

// What opening says; empty when it succeeds.
template <class Open>
std::string complaint(const std::string& path, Open&& open) {
  try {
    open();
    return {};
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::store);
    CHECK(error.place() == path);
    return error.what();
  }
}
std::string write_complaint(const std::string& path) {
  return complaint(path, [&] { Writer(path, kRun, {200, 1}).finish("then"); });
}
std::string read_complaint(const std::string& path) {
  return complaint(path, [&] { Reader{path}; });
}

void make_store(const std::string& path) {
  Writer writer(path, kRun);
  writer.put(test::sample_document());
  writer.finish("then");
}

using Catch::Matchers::Contains;

}  // namespace

TEST_CASE("a store has its version, its mark, WAL, and no fault that SQLite can find", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  make_store(path);
  SQLite::Database database(path);
  CHECK(database.execAndGet("PRAGMA user_version").getInt() == 3);
  CHECK(database.execAndGet("PRAGMA application_id").getInt() == 0x43466374);
  CHECK(database.execAndGet("PRAGMA journal_mode").getString() == "wal");
  CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
  CHECK(database.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt() == 0);
  CHECK(database
            .execAndGet("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                        "'sqlite_%' AND name NOT LIKE 'search%' "
                        "AND sql NOT LIKE '%STRICT%'")
            .getInt() == 0);
}

TEST_CASE("the tables join by hand", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  make_store(path);
  SQLite::Database database(path);
  CHECK(database
            .execAndGet("SELECT count(*) FROM citation JOIN fact ON fact.number = citation.fact_number "
                        "JOIN document ON document.id = citation.document_id")
            .getInt() == 4);
  CHECK(database.execAndGet("SELECT length(id) FROM salary").getInt() == 16);
}

TEST_CASE("every view gives its columns", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  make_store(path);
  SQLite::Database database(path);
  const auto one = [&](const std::string& query) { return database.execAndGet(query).getString(); };
  CHECK(
      one("SELECT role || '|' || soc_code || '|' || min || '|' || max || '|' || modifier || '|' || currency "
          "|| '|' || "
          "period || '|' || statistic || '|' || pay || '|' || level || '|' || source_grade || '|' || source "
          "|| '|' "
          "|| publisher || '|' || source_year || '|' || citation_count || '|' || quote || '|' || document "
          "FROM "
          "salary") ==
      "data "
      "scientist|15-2051|90000.0|120000.0|about|USD|year|median|base|senior|named|Glassdoor|Glassdoor|2024|1|"
      "$90,000 to $120,000|articles/pay.md");
  CHECK(one("SELECT subject || '|' || role || '|' || min || '|' || sense || '|' || direction || '|' || "
            "start_year || "
            "'|' || end_year || '|' || source_grade FROM percentage") ==
        "employment of data scientists|data scientist|22.5|change|up|2020|2030|vague");
  CHECK(one("SELECT name || '|' || soc_code FROM role") == "data scientist|15-2051");
  CHECK(one("SELECT name || '|' || abbreviation || '|' || issuer FROM certification") ==
        "certified analytics professional|CAP|INFORMS");
  CHECK(one("SELECT section || '|' || chrome || '|' || rule FROM cited WHERE kind = 'role'") ==
        "[\"Pay\", \"By level\"]|0|role.title");
}

TEST_CASE("there must be a store to read", "[store]") {
  const test::TempFolder folder;
  CHECK_THAT(read_complaint(folder.at("none.db")), Contains("there is no store here"));
  CHECK_THAT(read_complaint(folder.write("empty.db", "")), Contains("the file is empty"));
  CHECK_THAT(read_complaint(folder.path()), Contains("this is a folder"));
  CHECK(write_complaint(folder.at("empty.db")).empty());
  CHECK(read_complaint(folder.at("empty.db")).empty());
}

TEST_CASE("a file that is not a database is refused and left alone", "[store]") {
  const test::TempFolder folder;
  const std::string text = "This is an article, not a database. " + std::string(5000, 'x');
  const std::string path = folder.write("article.txt", text);
  CHECK_THAT(write_complaint(path), Contains("not a SQLite database"));
  CHECK_THAT(read_complaint(path), Contains("not a SQLite database"));
  CHECK(test::read_file(path) == text);
}

TEST_CASE("a database of another program is refused and left alone", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("other.db");
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE theirs (x)");
  const std::string before = test::read_file(path);
  CHECK_THAT(write_complaint(path), Contains("of another program"));
  CHECK_THAT(read_complaint(path), Contains("of another program"));
  CHECK(test::read_file(path) == before);
}

TEST_CASE("a newer store is refused with both versions", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  make_store(path);
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  CHECK_THAT(write_complaint(path), Contains("newer careerfacts (schema 99, this program knows 2)"));
  CHECK_THAT(read_complaint(path), Contains("newer careerfacts"));
}

TEST_CASE("a folder that does not exist is named", "[store]") {
  const test::TempFolder folder;
  CHECK_THAT(write_complaint(folder.at("none/facts.db")), Contains("none does not exist"));
  CHECK_THAT(write_complaint(folder.path()), Contains("this is a folder"));
}

TEST_CASE("a locked store is waited for, then told", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  make_store(path);
  SQLite::Database other(path, SQLite::OPEN_READWRITE);
  SQLite::Transaction lock(other, SQLite::TransactionBehavior::IMMEDIATE);
  CHECK_THAT(write_complaint(path), Contains("another program is writing"));
  CHECK(read_complaint(path).empty());  // readers are not blocked
}

TEST_CASE("a damaged store is told", "[store]") {
  const test::TempFolder folder;
  const std::string path = folder.at("facts.db");
  make_store(path);
  std::string bytes = test::read_file(path);
  std::fill(bytes.begin() + 100, bytes.end(), '\x7f');
  folder.write("facts.db", bytes);
  CHECK_THAT(read_complaint(path), Contains("damaged"));
}

TEST_CASE("a store that cannot be written is read, and told to who wants to write", "[store]") {
  if (geteuid() == 0) return test::skip("permissions do not hold for root");
  const test::TempFolder folder;
  const std::string path = folder.at("sub/facts.db");
  folder.make_folder("sub");
  make_store(path);
  chmod(path.c_str(), 0444);
  CHECK_THAT(write_complaint(path), Contains("cannot be written"));
  CHECK(read_complaint(path).empty());
  chmod(folder.at("sub").c_str(), 0555);
  CHECK_THAT(write_complaint(path), Contains("cannot be written"));
  CHECK(read_complaint(path).empty());
  chmod(folder.at("sub").c_str(), 0755);
}

}  // namespace careerfacts
