// schemas/datasette/metadata.json fits the store: every table, column and query that it names is there and
// runs. Datasette itself is not needed; its documentation says what the keys are.
#include <SQLiteCpp/SQLiteCpp.h>

#include <boost/json.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

namespace json = boost::json;

using Names = std::set<std::string>;

json::object metadata() {
  return json::parse(read_file(tree_path("schemas/datasette/metadata.json"))).as_object();
}

const json::object& of_database(const json::object& metadata) {
  return metadata.at("databases").at("facts").as_object();
}

// The sample articles in two runs: the second has one more.
struct Store {
  TempFolder folder;

  Store() {
    std::filesystem::copy(tree_path("corpus/articles"), folder.at("articles"));
    std::filesystem::rename(folder.at("articles/nursing-pay-guide.txt"), folder.at("later.txt"));
    REQUIRE(run_careerfacts({"ingest", "articles"}, here()).status <= 1);
    // A copy of an article, and one that states its figures once more.
    std::filesystem::copy(folder.at("later.txt"), folder.at("copy.txt"));
    folder.write("again.md",
                 "Registered nurses earn a median of $93,600 a year, according to Payscale (2024).\n");
    REQUIRE(run_careerfacts({"ingest", "later.txt", "copy.txt", "again.md"}, here()).status <= 1);
  }
  RunOptions here() const { return {.folder = folder.path()}; }
  SQLite::Database open() const {
    return SQLite::Database(folder.at("facts.db"), SQLite::OPEN_READWRITE, 10'000);
  }
};

Names columns_of(SQLite::Database& database, const std::string& table) {
  Names columns;
  SQLite::Statement rows(database, "SELECT name FROM pragma_table_info(?)");
  rows.bind(1, table);
  while (rows.executeStep()) columns.insert(rows.getColumn(0).getString());
  return columns;
}

std::size_t rows_of(SQLite::Database& database, const std::string& sql,
                    const std::map<std::string, std::string>& parameters) {
  SQLite::Statement query(database, sql);
  const std::regex parameter(":([a-z_]+)");
  for (std::sregex_iterator it(sql.begin(), sql.end(), parameter), end; it != end; ++it)
    query.bind(it->str(), parameters.at((*it)[1]));
  std::size_t rows = 0;
  while (query.executeStep()) ++rows;
  return rows;
}

TEST_CASE("the metadata for datasette names what is in a store, and all of it", "[cli]") {
  const Store store;
  SQLite::Database database = store.open();
  const json::object all = metadata();
  const json::object& tables = of_database(all).at("tables").as_object();
  static const Names kKeys{"title", "description",  "columns", "facets",    "sort",  "sort_desc",
                           "size",  "label_column", "hidden",  "fts_table", "fts_pk"};
  for (const auto& [table, description] : tables) {
    INFO(std::string(table));
    const Names there = columns_of(database, table);
    CHECK_FALSE(there.empty());
    for (const auto& [key, value] : description.as_object()) {
      INFO(std::string(key));
      CHECK(kKeys.contains(std::string(key)));
      Names named;
      if (key == "columns")
        for (const auto& [column, text] : value.as_object()) {
          named.insert(std::string(column));
          CHECK_FALSE(text.as_string().empty());
        }
      if (key == "facets")
        for (const json::value& column : value.as_array()) named.insert(column.as_string().c_str());
      if (key == "sort" || key == "sort_desc" || key == "label_column" || key == "fts_pk")
        named.insert(value.as_string().c_str());
      for (const std::string& column : named) {
        INFO(column);
        CHECK(there.contains(column));
      }
      if (key == "fts_table") CHECK_FALSE(columns_of(database, value.as_string().c_str()).empty());
    }
  }
  for (const char* view : {"salary", "percentage", "role", "certification", "cited"}) {
    INFO(view);
    Names described;
    for (const auto& [column, text] : tables.at(view).at("columns").as_object())
      described.insert(std::string(column));
    CHECK(described == columns_of(database, view));
  }
  SQLite::Statement names(
      database,
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' "
      "AND name NOT LIKE 'search\\_%' ESCAPE '\\'");
  while (names.executeStep()) {
    INFO(names.getColumn(0).getString());
    CHECK(tables.contains(names.getColumn(0).getString()));
  }
}

TEST_CASE("every query for datasette runs and finds something in the sample articles", "[cli]") {
  const Store store;
  SQLite::Database database = store.open();
  const json::object all = metadata();
  const json::object& queries = of_database(all).at("queries").as_object();
  CHECK(queries.size() > 8);
  for (const auto& [name, query] : queries) {
    INFO(std::string(name));
    CHECK_FALSE(query.at("title").as_string().empty());
    CHECK_FALSE(query.at("description").as_string().empty());
    const std::string sql = query.at("sql").as_string().c_str();
    CHECK(sql.find("PRAGMA") == std::string::npos);  // datasette refuses it
    const std::size_t rows =
        rows_of(database, sql, {{"role", "nurse"}, {"words", "median year"}, {"run", "1"}});
    if (name != "problems") CHECK(rows > 0);
    // A form that was sent empty, or with anything in it, is no error either.
    for (const char* text : {"", " ", "\"", "a\" OR \"b", "NEAR(", "*", "'; --"})
      CHECK_NOTHROW(rows_of(database, sql, {{"role", text}, {"words", text}, {"run", text}}));
  }
}

TEST_CASE("the search of a view for datasette finds rows by their words", "[cli]") {
  const Store store;
  SQLite::Database database = store.open();
  const json::object all = metadata();
  const json::object& cited = of_database(all).at("tables").at("cited").as_object();
  // What datasette makes of fts_table and fts_pk.
  const std::string sql = "SELECT count(*) FROM cited WHERE " + std::string(cited.at("fts_pk").as_string()) +
                          " IN (SELECT rowid FROM " + std::string(cited.at("fts_table").as_string()) +
                          " WHERE " + std::string(cited.at("fts_table").as_string()) + " MATCH '\"nurses\"')";
  const int found = database.execAndGet(sql).getInt();
  CHECK(found > 0);
  CHECK(found ==
        database
            .execAndGet("SELECT count(*) FROM cited WHERE ' ' || lower(context) GLOB '*[^a-z]nurses' OR "
                        "' ' || lower(context) GLOB '*[^a-z]nurses[^a-z]*'")
            .getInt());
}

}  // namespace
}  // namespace careerfacts::test
