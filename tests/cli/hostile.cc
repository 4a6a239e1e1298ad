// Hostile content stays content: an article that speaks SQL, HTML, spreadsheet formulas and terminal
// sequences in its text, its title, its metadata and its name goes through every command, and comes out as
// the text that it is. What only a terminal shows is in tests/cli/facts.cc and extract.cc; the report page is
// in tests/cli/report.cc.
#include <SQLiteCpp/SQLiteCpp.h>

#include <boost/json.hpp>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

const std::string kSql = "'); DROP TABLE fact; DELETE FROM citation; --";
const std::string kHtml = "<script>alert(1)</script><img src=x onerror=alert(1)>";
const std::string kTerminal = "\x1b]0;owned\x07\x1b[2J";
const std::string kFormula = "=HYPERLINK(\"http://evil.example\",\"pay\")";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string hostile_article() {
  std::string text =
      "---\ntitle: \"" + kSql + "\"\nauthor: " + kFormula + "\n---\n\n# Pay " + kSql + kHtml + "\n\n";
  for (const std::string& evil : {kSql, kHtml, kTerminal, kFormula, std::string("@SUM(A1) "),
                                  std::string("+1+"), std::string("-2-"), std::string("%s%n\\x00\\'")}) {
    text +=
        evil + " A nurse " + evil + " earns $81,000 a year, according to Example " + evil + " Survey.\n\n";
    text += evil + "\n\n12% of " + evil + " data scientists hold the CISSP " + evil + " certification.\n\n";
    text += "| " + evil + " | Pay |\n|---|---|\n| Welder " + evil + " | $52,000 |\n\n";
  }
  return text;
}

struct Hostile {
  const std::vector<std::string> names{"=1+1.md", "pay '); DROP TABLE document; --.md"};
  TempFolder folder;
  RunOptions here{.folder = folder.path()};

  Hostile() {
    for (const std::string& name : names) folder.write(name, hostile_article());
    REQUIRE(run({"ingest", names[0], names[1]}).status <= 1);
  }
  Result run(std::vector<std::string> words) const {
    words.insert(words.end(), {"--db", "facts.db"});
    return run_careerfacts(words, here);
  }
};

// The names and statements of all tables, indexes and views.
std::string schema_of(const std::string& database) {
  SQLite::Database store(database, SQLite::OPEN_READONLY);
  SQLite::Statement rows(store, "SELECT name || coalesce(sql, '') FROM sqlite_schema ORDER BY name");
  std::string schema;
  while (rows.executeStep()) schema += rows.getColumn(0).getString() + "\n";
  return schema;
}

int count_of(const std::string& database, const std::string& table) {
  return SQLite::Database(database, SQLite::OPEN_READONLY)
      .execAndGet("SELECT count(*) FROM " + table)
      .getInt();
}

// The cells of a CSV text, row by row.
std::vector<std::string> cells_of(const std::string& csv) {
  std::vector<std::string> cells{""};
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      cells.back() += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      cells.emplace_back();
    } else if (quoted || c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

bool is_number(const std::string& cell) {
  return cell.find_first_not_of("-.0123456789") == std::string::npos;
}

TEST_CASE("SQL in articles and in their names is stored, searched and exported as text", "[cli]") {
  const Hostile hostile;
  const std::string database = hostile.folder.at("facts.db");
  const TempFolder plain;
  plain.write("pay.md", "A nurse earns $81,000 a year.\n");
  REQUIRE(run_careerfacts({"ingest", "pay.md", "--db", "facts.db"}, {.folder = plain.path()}).status == 0);
  const std::string schema = schema_of(database);
  CHECK(schema == schema_of(plain.at("facts.db")));
  const int facts = count_of(database, "fact"), citations = count_of(database, "citation");
  CHECK(facts >= 4);
  CHECK(citations >= 40);
  CHECK(count_of(database, "document") == 2);

  CHECK(hostile.run({"facts", "--search", kSql}).status <= 1);
  CHECK(hostile.run({"facts", "--role", kSql}).status <= 1);
  CHECK(hostile.run({"facts", "--kind", "salary", "--format", "csv"}).status == 0);
  CHECK(hostile.run({"show", "' OR 1=1; --"}).status == 2);
  CHECK(hostile.run({"verify"}).status == 0);
  CHECK(hostile.run({"audit"}).status <= 1);
  CHECK(schema_of(database) == schema);
  CHECK(count_of(database, "fact") == facts);
  CHECK(count_of(database, "citation") == citations);

  // The script of the export makes tables of its own, and harms no other.
  const Result script = hostile.run({"export", "--format", "sql"});
  REQUIRE(script.status == 0);
  SQLite::Database other(":memory:", SQLite::OPEN_READWRITE);
  other.exec("CREATE TABLE fact (x); CREATE TABLE citation (x); INSERT INTO citation VALUES (1)");
  other.exec(script.out);
  CHECK(other.execAndGet("SELECT count(*) FROM careerfacts_citation").getInt() == citations);
  CHECK(other.execAndGet("SELECT count(*) FROM citation").getInt() == 1);
}

TEST_CASE("what a hostile article says goes through extract and load unchanged", "[cli]") {
  const Hostile hostile;
  const Result lines =
      run_careerfacts({"extract", hostile.names[0], hostile.names[1], "--documents"}, hostile.here);
  REQUIRE(lines.status <= 1);
  CHECK_FALSE(has(lines.out, "\x1b"));  // escaped
  std::istringstream stream(lines.out);
  std::size_t with_sql = 0;
  for (std::string line; std::getline(stream, line);) {
    const boost::json::object object = boost::json::parse(line).as_object();
    if (!object.contains("context")) continue;
    const std::string document(object.at("document").as_string());
    const auto start = object.at("start").to_number<std::size_t>(),
               end = object.at("end").to_number<std::size_t>();
    REQUIRE(read_file(hostile.folder.at(document)).substr(start, end - start) ==
            object.at("quote").as_string());
    with_sql += has(std::string(object.at("context").as_string()), "DROP TABLE") ? 1 : 0;
  }
  CHECK(with_sql > 4);
  hostile.folder.write("out/lines.jsonl", lines.out);
  REQUIRE(run_careerfacts({"load", "out/lines.jsonl", "--db", "loaded.db"}, hostile.here).status <= 1);
  CHECK(run_careerfacts({"export", "--db", "loaded.db"}, hostile.here).out == hostile.run({"export"}).out);
}

TEST_CASE("no cell of any CSV is a formula", "[cli]") {
  const Hostile hostile;
  for (const Result& csv :
       {run_careerfacts({"extract", hostile.names[0], "--format", "csv"}, hostile.here),
        hostile.run({"facts", "--format", "csv"}), hostile.run({"export", "--format", "csv"}),
        hostile.run({"audit", "--format", "csv"})}) {
    CHECK(csv.status <= 1);
    const std::vector<std::string> cells = cells_of(csv.out);
    CHECK(cells.size() > 50);
    std::size_t defused = 0;
    for (const std::string& cell : cells) {
      const bool formula = !cell.empty() && has("=+-@\t\r\n", cell.substr(0, 1)) && !is_number(cell);
      INFO(cell);
      CHECK_FALSE(formula);
      defused += cell.starts_with("'=") ? 1 : 0;
    }
    CHECK(defused > 0);
  }
}

TEST_CASE("markup of an article is no markup of an output", "[cli]") {
  const Hostile hostile;
  REQUIRE(hostile.run({"report", "--out", "page.html"}).status <= 1);
  const std::string page = read_file(hostile.folder.at("page.html"));
  CHECK(has(page, "81,000"));
  CHECK_FALSE(has(page, "<script>alert"));
  CHECK_FALSE(has(page, "<img"));
  CHECK_FALSE(has(page, "\x1b"));
  for (const char* format : {"sarif", "jsonl"}) {
    const Result audit = hostile.run({"audit", "--format", format});
    INFO(format);
    CHECK(audit.status <= 1);
    CHECK_FALSE(has(audit.out, "\x1b"));
    std::istringstream stream(audit.out);
    if (std::string(format) == "sarif") {
      boost::json::parse(audit.out);  // throws when a quote has broken out
    } else {
      for (std::string line; std::getline(stream, line);) boost::json::parse(line);
    }
  }
}

}  // namespace
}  // namespace careerfacts::test
